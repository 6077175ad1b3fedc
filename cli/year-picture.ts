import { counted } from "../evidence/report/html/number";
import type { Paint } from "../preview/render/paint";
import type { HeldBy, PictureRow, WeekCell } from "../simulator/picture";

/** What holds a run, by its letter and in words. */
const REASONS: ReadonlyMap<HeldBy, { readonly letter: string; readonly words: string }> = new Map([
  ["freeze", { letter: "F", words: "freeze" }],
  ["ring before", { letter: "R", words: "the ring before was frozen" }],
  ["people", { letter: "P", words: "people" }],
  ["evidence", { letter: "E", words: "the ring before is not proved" }],
  ["alarm", { letter: "L", words: "an alarm rang" }],
  ["evaluator", { letter: "N", words: "nobody proved it in time" }],
  ["approval", { letter: "A", words: "its approval" }],
]);
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function sign({ result, heldBy }: WeekCell, colours: Paint): string {
  if (result === "installed") return colours.green("■");
  if (result === "failed") return colours.red("x");
  return heldBy === null ? colours.dim("·") : colours.yellow(REASONS.get(heldBy)?.letter ?? "?");
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
  const reasons = [...REASONS.keys()]
    .map((reason) => ({ reason, times: weeks.filter(({ heldBy }) => heldBy === reason).length }))
    .filter(({ times }) => times > 0)
    .map(({ reason, times }) => `${times} ${reason}`);
  const held = `${count("held")} held${reasons.length > 0 ? ` (${reasons.join(", ")})` : ""}`;
  return `${name}: ${counted(count("installed"), "week")} installed, ${count("failed")} failed, ${held}, ${count("none")} without a run`;
}

/** A year as people look at it: a row a ring and a row a review group, a column a week, a legend, and counts. */
export function yearPicture(rows: readonly PictureRow[], colours: Paint): string {
  const width = Math.max(...rows.map(({ name }) => name.length), 4) + 2;
  const legend = [...REASONS.values()].map(({ letter, words }) => `  ${letter} ${words}`);
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
