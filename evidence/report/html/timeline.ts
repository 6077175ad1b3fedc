import type { TopLevelSpec } from "vega-lite";
import type { Row } from "../../record/question";
import { drawn } from "./chart";
import { figure } from "./figure";
import { counted, grouped } from "./number";

interface Outcome {
  readonly word: string;
  readonly shape: string;
  readonly colour: string;
}

/** What may become of a run, with its form and colour. A run that went well is not green: green is for servers. */
const OUTCOMES: readonly Outcome[] = [
  { word: "succeeded", shape: "circle", colour: "var(--accent)" },
  { word: "failed", shape: "cross", colour: "var(--failed)" },
  { word: "held", shape: "square", colour: "var(--soft)" },
  { word: "missing", shape: "triangle-down", colour: "var(--not-compliant)" },
];

interface Mark {
  readonly lane: string;
  readonly due: string;
  readonly outcome: string;
  readonly places: number;
}

/** One mark for a group and a start: its places count together where the same became of them. */
function marks(runs: readonly Row[]): Mark[] {
  const found = new Map<string, Mark>();
  for (const row of runs) {
    const mark: Mark = {
      lane: `${row["ring"]} › ${row["group"]}`,
      due: String(row["due"]),
      outcome: String(row["outcome"]),
      places: 0,
    };
    const key = `${mark.lane}|${mark.due}|${mark.outcome}`;
    found.set(key, { ...mark, places: (found.get(key)?.places ?? 0) + 1 });
  }
  return [...found.values()];
}

function specOf(values: Mark[], lanes: string[], outcomes: readonly Outcome[]): TopLevelSpec {
  return {
    width: 980,
    height: Math.max(60, lanes.length * 42),
    data: { values },
    mark: { type: "point", filled: true, opacity: 1 },
    encoding: {
      x: {
        field: "due",
        type: "temporal",
        scale: { type: "utc" },
        axis: { title: null, format: "%d %b", grid: true, ticks: false, tickCount: 12 },
      },
      y: {
        field: "lane",
        type: "nominal",
        sort: lanes,
        axis: {
          title: null,
          grid: true,
          ticks: false,
          domain: false,
          labelColor: "var(--ink)",
          labelLimit: 260,
          labelPadding: 10,
        },
      },
      yOffset: {
        field: "outcome",
        type: "nominal",
        scale: { domain: outcomes.map(({ word }) => word), rangeMin: 9, rangeMax: 33 },
      },
      size: { field: "places", type: "quantitative", legend: null, scale: { type: "sqrt", domainMin: 0, range: [40, 130] } },
      shape: {
        field: "outcome",
        type: "nominal",
        legend: null,
        scale: { domain: outcomes.map(({ word }) => word), range: outcomes.map(({ shape }) => shape) },
      },
      color: {
        field: "outcome",
        type: "nominal",
        legend: null,
        scale: { domain: outcomes.map(({ word }) => word), range: outcomes.map(({ colour }) => colour) },
      },
    },
  };
}

/** The runs of each ring in time. */
export async function timelineFigure(runs: readonly Row[]): Promise<string> {
  const values = marks(runs);
  const lanes = [...new Set(values.map(({ lane }) => lane))];
  const others = [...new Set(values.map(({ outcome }) => outcome))].filter(
    (word) => !OUTCOMES.some((known) => known.word === word),
  );
  const outcomes = [...OUTCOMES, ...others.map((word) => ({ word, shape: "diamond", colour: "var(--faint)" }))].filter(
    ({ word }) => values.some(({ outcome }) => outcome === word),
  );
  const count = (word: string) => runs.filter((row) => row["outcome"] === word).length;
  const says =
    runs.length === 0
      ? "No run was expected and none happened."
      : `${counted(runs.length, "run")}: ${outcomes.map(({ word }) => `${grouped(count(word))} ${word}`).join(", ")}. A mark is one group at one start, larger for more places.`;
  const svg = await drawn(specOf(values, lanes, outcomes), `Runs of each ring and group over time. ${says}`);
  return figure(
    "Runs of each ring",
    says,
    svg,
    outcomes.map(({ word }) => ({ word, mark: `mark-${word}` })),
    true,
  );
}
