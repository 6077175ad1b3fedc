import type { TopLevelSpec } from "vega-lite";
import type { Row } from "../../record/question";
import { drawn } from "./chart";
import { figure } from "./figure";
import { grouped, share } from "./number";
import { STANDINGS, type Standing } from "./standing";

function specOf(values: object[], days: string[], standings: readonly Standing[]): TopLevelSpec {
  return {
    width: 480,
    height: 210,
    data: { values },
    mark: { type: "bar", width: { band: 0.86 } },
    encoding: {
      x: {
        field: "day",
        type: "ordinal",
        scale: { domain: days },
        axis: {
          title: null,
          labelAngle: 0,
          labelExpr: "utcFormat(utcParse(datum.value, '%Y-%m-%d'), '%-d %b')",
          values: days.filter((_, at) => (days.length - 1 - at) % 7 === 0),
          labelOverlap: true,
          labelPadding: 7,
          ticks: false,
        },
      },
      y: {
        field: "servers",
        type: "quantitative",
        stack: "zero",
        axis: { title: "servers", tickCount: 5, domain: false, ticks: false },
      },
      color: {
        field: "class",
        type: "nominal",
        legend: null,
        scale: { domain: standings.map(({ name }) => name), range: standings.map(({ mark }) => `var(--${mark})`) },
      },
      order: { field: "order", type: "quantitative" },
    },
  };
}

/**
 * How many servers were not compliant, day by day. Compliant servers are not drawn: they would press the rest flat, and of a
 * past day it is not known which of them were flagged, so that none of it may be green.
 */
export async function trendFigure(trend: readonly Row[]): Promise<string> {
  const days = [...new Set(trend.map((row) => String(row["day"])))].toSorted();
  const on = (day: string | undefined) => {
    const rows = trend.filter((row) => String(row["day"]) === day);
    const sum = (some: readonly Row[]) => some.reduce((all, row) => all + Number(row["servers"] ?? 0), 0);
    return { all: sum(rows), compliant: sum(rows.filter((row) => row["class"] === "compliant")) };
  };
  const standings = STANDINGS.filter(({ name }) => trend.some((row) => row["class"] === name && name !== "compliant"));
  const [first, last] = [on(days[0]), on(days.at(-1))];
  const says =
    days.length === 0
      ? "There is no history yet."
      : `Compliant by class: ${share(first.compliant, first.all)} on ${days[0]}, ${share(last.compliant, last.all)} on ${days.at(-1)}. Drawn are all ${grouped(last.all - last.compliant)} others.`;
  const order = new Map(standings.map(({ name }, at) => [name, at]));
  const values = trend
    .filter((row) => order.has(String(row["class"])))
    .map((row) => ({ day: row["day"], class: row["class"], servers: row["servers"], order: order.get(String(row["class"])) }));
  const svg = await drawn(specOf(values, days, standings), `Servers that were not compliant, by class and day. ${says}`);
  return figure(
    "Not compliant, over time",
    says,
    svg,
    standings.map(({ name, mark }) => ({ word: name, mark: `mark-${mark}` })),
  );
}
