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

/** How many servers rows speak of. They come in the order of servers, and there may be millions. */
function serversOf(rows: readonly Row[]): number {
  const found = new Set<string>();
  let before: Row | undefined;
  for (const row of rows) {
    const isSame =
      before?.["server"] === row["server"] && before?.["account"] === row["account"] && before?.["region"] === row["region"];
    if (!isSame) found.add(`${row["account"]} ${row["region"]} ${row["server"]}`);
    before = row;
  }
  return found.size;
}

/** What is missing, by how long it has been and how severe it is. */
export async function agesFigure(missing: readonly Row[]): Promise<string> {
  const counts = new Map<string, number>();
  for (const row of missing) {
    const key = `${ageOf(row)}|${severityOf(row["severity"])}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const values = [...counts].map(([key, patches]) => {
    const [age = "", severity = ""] = key.split("|");
    return { age, severity, patches, order: SEVERITIES.findIndex((each) => each === severity) };
  });
  const servers = serversOf(missing);
  const old = missing.filter((row) => Number(row["ageDays"]) > 30).length;
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
