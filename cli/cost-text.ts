import type { Estimate } from "../fleet/cost/estimate";

const PLACES = 2;

function amount(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-US");
  return value >= 1 ? value.toFixed(1).replace(/\.0$/u, "") : value.toPrecision(2);
}

function price(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 8 });
}

/** An estimate as people read it: aligned columns, a total, and how far to trust it. */
export function costText({ lines, total, prices }: Estimate): string {
  const rows = [
    ["what", "quantity", "unit", "USD a unit", "USD a month", "assumed"],
    ...lines.map(({ item, quantity, unit, unitPrice, usd, assumption }) => [
      item,
      amount(quantity),
      unit,
      price(unitPrice),
      usd.toFixed(PLACES),
      assumption,
    ]),
    ["all", "", "", "", total.toFixed(PLACES), ""],
  ];
  const right = [1, 3, 4];
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  const aligned = rows.map((row) =>
    row
      .map((cell, place) => (right.includes(place) ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const trust = `An estimate with prices of ${prices.region}, written down on ${prices.date}: ${prices.advice}.`;
  return [...aligned, "", trust, "Servers themselves, Security Hub and AWS Config are not in it."].join("\n");
}
