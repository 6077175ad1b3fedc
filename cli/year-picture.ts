import type { Paint } from "../preview/render/paint";
import type { HeldBy, PictureRow, WeekCell } from "../simulator/picture";

const LETTERS: Readonly<Record<HeldBy, string>> = {
  freeze: "F",
  "ring before": "R",
  people: "P",
  evidence: "E",
  evaluator: "N",
  approval: "A",
};
const WORDS: Readonly<Record<HeldBy, string>> = {
  freeze: "freeze",
  "ring before": "the ring before was frozen",
  people: "people",
  evidence: "the ring before is not proved",
  evaluator: "nobody proved it in time",
  approval: "its approval",
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function sign({ result, heldBy }: WeekCell, colours: Paint): string {
  if (result === "installed") return colours.green("■");
  if (result === "failed") return colours.red("x");
  return heldBy === null ? colours.dim("·") : colours.yellow(LETTERS[heldBy]);
}

/** The months above the weeks in which they begin. */
function header(weeks: readonly WeekCell[]): string {
  let line = "";
  let last = -1;
  for (const [place, { starts }] of weeks.entries()) {
    const month = Number(starts.slice(5, 7)) - 1;
    if (month !== last && line.length <= place) line = line.padEnd(place) + `${MONTHS[month] ?? ""} `;
    last = month;
  }
  return line.trimEnd();
}

function counts({ name, weeks }: PictureRow): string {
  const count = (result: WeekCell["result"]) => weeks.filter((week) => week.result === result).length;
  const reasons = Object.keys(WORDS)
    .map((reason) => ({ reason, times: weeks.filter(({ heldBy }) => heldBy === reason).length }))
    .filter(({ times }) => times > 0)
    .map(({ reason, times }) => `${times} ${reason}`);
  const held = `${count("held")} held${reasons.length > 0 ? ` (${reasons.join(", ")})` : ""}`;
  return `${name}: ${count("installed")} weeks installed, ${count("failed")} failed, ${held}, ${count("none")} without a run`;
}

/** A year as people look at it: a row a ring and a row a review group, a column a week, a legend, and counts. */
export function yearPicture(rows: readonly PictureRow[], colours: Paint): string {
  const width = Math.max(...rows.map(({ name }) => name.length), 4) + 2;
  const signs = Object.values(LETTERS);
  const legend = Object.values(WORDS).map((words, place) => `  ${signs[place] ?? ""} ${words}`);
  return [
    `${" ".repeat(width)}${header(rows[0]?.weeks ?? [])}`,
    ...rows.map(({ name, weeks }) => name.padEnd(width) + weeks.map((week) => sign(week, colours)).join("")),
    "",
    "■ installed   x a run failed   · no window, or nothing ran   a letter: held by",
    ...legend,
    "",
    ...rows.map(counts),
  ].join("\n");
}
