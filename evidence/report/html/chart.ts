import type { TopLevelSpec } from "vega-lite";
import { escaped } from "./escape";

/** Colours are the page's own, so that light and dark are one drawing. */
const CONFIG = {
  background: "transparent",
  font: "inherit",
  view: { stroke: null },
  axis: {
    labelColor: "var(--soft)",
    titleColor: "var(--soft)",
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: "normal" as const,
    gridColor: "var(--line)",
    domainColor: "var(--line)",
    tickColor: "var(--line)",
  },
  legend: { labelColor: "var(--ink)", labelFontSize: 11, titleColor: "var(--soft)", titleFontSize: 11, symbolType: "square" },
};

/** Draws a chart as SVG, here and not in the browser. What it says stands beside it as text, so nobody needs to see it. */
export async function drawn(spec: TopLevelSpec, title: string): Promise<string> {
  const [{ compile }, { View, parse }] = await Promise.all([import("vega-lite"), import("vega")]);
  const view = new View(parse(compile({ ...spec, config: CONFIG }).spec), { renderer: "none", logLevel: 0 });
  const svg = await view.toSVG();
  view.finalize();
  const end = svg.indexOf(">");
  const size = /viewBox="[^"]*"/u.exec(svg.slice(0, end))?.[0] ?? "";
  // Inline styles would need a hole in the page's policy, and the roles of single marks tell a listener nothing.
  const inside = svg.slice(end + 1).replaceAll(/(?<=<[a-z]+(?: [^<>]*)?) (?:style|role|aria-[a-z]+)="[^"<>]*"/gu, "");
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="${escaped(title)}" ${size}>${inside}`;
}
