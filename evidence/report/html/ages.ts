import type { Answer } from "../../record/answer";
import type { Row } from "../../record/question";
import { drawn } from "./chart";
import { figure } from "./figure";
import { counted, grouped } from "./number";
import { SEVERITIES, severityMark, severityOf } from "./severity";

/** How long something has been missing, in days. */
const AGES = [
  { most: 7, name: "0–7" },
  { most: 14, name: "8–14" },
  { most: 30, name: "15–30" },
  { most: 60, name: "31–60" },
  { most: 90, name: "61–90" },
  { most: Infinity, name: "over 90" },
] as const;

function ageOf(row: Row): string {
  const days = row["ageDays"];
  return typeof days === "number" ? (AGES.find(({ most }) => days <= most)?.name ?? "not known") : "not known";
}

interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  readonly servers: number;
  /** Patches that have been missing for more than 30 days. */
  readonly old: number;
}

/** Counts in one pass: there may be millions of rows. They come in the order of servers. */
function tally(missing: Answer): Tally {
  const counts = new Map<string, number>();
  const servers = new Set<string>();
  let old = 0;
  let before: Row | undefined;
  for (const row of missing) {
    const key = `${ageOf(row)}|${severityOf(row["severity"])}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (Number(row["ageDays"]) > 30) old += 1;
    const isSame =
      before?.["server"] === row["server"] && before?.["account"] === row["account"] && before?.["region"] === row["region"];
    if (!isSame) servers.add(`${row["account"]} ${row["region"]} ${row["server"]}`);
    before = row;
  }
  return { counts, servers: servers.size, old };
}

/** What is missing, by how long it has been and how severe it is. */
export async function agesFigure(missing: Answer): Promise<string> {
  const { counts, servers, old } = tally(missing);
  const values = [...counts].map(([key, patches]) => {
    const [age = "", severity = ""] = key.split("|");
    return { age, severity, patches, order: SEVERITIES.findIndex((each) => each === severity) };
  });
  const says =
    missing.length === 0
      ? "Nothing is missing on any server that could be read."
      : `${counted(missing.length, "patch").replace("patchs", "patches")} on ${counted(servers, "server")}; ${grouped(old)} for more than 30 days. Days are a lower bound: since first seen.`;
  const ages = [...AGES.map(({ name }) => name), ...(values.some(({ age }) => age === "not known") ? ["not known"] : [])];
  const svg = await drawn(
    {
      width: 480,
      height: 210,
      data: { values },
      mark: { type: "bar", width: { band: 0.62 } },
      encoding: {
        x: {
          field: "age",
          type: "ordinal",
          scale: { domain: ages },
          axis: { title: "days missing", labelAngle: 0, ticks: false },
        },
        y: { field: "patches", type: "quantitative", axis: { title: "patches", tickCount: 5, domain: false, ticks: false } },
        color: {
          field: "severity",
          type: "nominal",
          legend: null,
          scale: { domain: [...SEVERITIES], range: SEVERITIES.map((_, at) => `var(--severity-${at})`) },
        },
        order: { field: "order", type: "quantitative" },
      },
    },
    `Missing patches by age and severity. ${says}`,
  );
  const shown = SEVERITIES.filter((severity) => values.some((value) => value.severity === severity));
  return figure(
    "Missing, by age",
    says,
    svg,
    shown.map((word) => ({ word, mark: severityMark(word) })),
  );
}
