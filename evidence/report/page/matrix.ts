import { cellOf, columnOf, type Data, type Table } from "./data";
import { element, grouped } from "./element";
import { lacking, type Lacking, type LackingServer, type Selection } from "./lacking";
import type { OpenServer } from "./row";

/** How high a row is, in pixels, as the styles have it; how many are drawn beyond what is seen; how many patches fit. */
const HEIGHT = 28;
const BEYOND = 12;
const PATCHES = 200;

const SEVERITIES = ["critical", "important or high", "medium or moderate", "low", "not told"];

function cell(server: LackingServer, patch: string): HTMLTableCellElement {
  const found = server.lacks.get(patch);
  if (!found) return element("td");
  const text = found.lack === "failed" ? "✕" : "●";
  const says = `${found.lack}: ${patch}, ${found.severity === "not told" ? "severity not told" : found.severity}`;
  return element("td", { class: `severity-${SEVERITIES.indexOf(found.severity)}`, title: says, "aria-label": says }, text);
}

function row(
  coverage: Table,
  server: LackingServer,
  at: number,
  patches: Lacking["patches"],
  open: OpenServer,
): HTMLTableRowElement {
  const button = element("button", { type: "button", class: "link" }, String(cellOf(columnOf(coverage, "server"), server.row)));
  button.addEventListener("click", () => open(coverage, server.row));
  const cells = patches.map(({ patch }) => cell(server, patch));
  const count = element("td", { class: "count" }, String(server.lacks.size));
  return element("tr", { "aria-rowindex": String(at + 2) }, element("th", { scope: "row" }, button), count, ...cells);
}

function space(rows: number): HTMLTableRowElement {
  const made = element("tr", { "aria-hidden": "true", class: "space" });
  made.style.height = `${rows * HEIGHT}px`;
  return made;
}

function said({ group, severity }: Selection, { servers, patches }: Lacking): string {
  const of = group === null ? "all groups" : `group ${String(group)}`;
  const only = severity === null ? "any severity" : severity === "not told" ? "severity not told" : severity;
  const most = patches.length > PATCHES ? ` The ${PATCHES} that most servers lack are shown.` : "";
  return `${grouped(servers.length)} servers and ${grouped(patches.length)} patches: ${of}, ${only}.${most}`;
}

/** Draws the servers of a selection against what they lack. Only rows that are seen are drawn; what comes back draws those that are seen now. */
function draw(grid: HTMLElement, data: Data, found: Lacking, open: OpenServer, toPatch: (patch: string) => void): () => void {
  const coverage = data.tables.get("coverage");
  if (!coverage) return () => undefined;
  const patches = found.patches.slice(0, PATCHES);
  const heads = patches.map(({ patch, servers }) => {
    const button = element("button", { type: "button", title: `${patch}: ${grouped(servers)} servers` }, patch);
    button.addEventListener("click", () => toPatch(patch));
    return element("th", { scope: "col" }, button);
  });
  const corner = [element("th", { scope: "col" }, "server"), element("th", { scope: "col", class: "count" }, "lacks")];
  const body = element("tbody");
  const table = element(
    "table",
    { "aria-rowcount": String(found.servers.length + 1), class: "grid" },
    element("caption", { class: "heard" }, "Servers and what they lack"),
    element("thead", {}, element("tr", { "aria-rowindex": "1" }, ...corner, ...heads)),
    body,
  );
  let drawn = -1;
  const see = () => {
    const first = Math.max(0, Math.floor(grid.scrollTop / HEIGHT) - BEYOND);
    if (first === drawn || (drawn >= 0 && Math.abs(first - drawn) < BEYOND / 2)) return;
    drawn = first;
    const last = Math.min(found.servers.length, first + Math.ceil(grid.clientHeight / HEIGHT) + 2 * BEYOND);
    const rows = found.servers.slice(first, last).map((server, at) => row(coverage, server, first + at, patches, open));
    body.replaceChildren(space(first), ...rows, space(found.servers.length - last));
  };
  grid.replaceChildren(table);
  grid.scrollTo(0, 0);
  see();
  return see;
}

/** Brings the matrix to life: its cells of group and severity open the servers and patches behind them. */
export function liveMatrix(section: HTMLElement, data: Data, open: OpenServer, toPatch: (patch: string) => void): void {
  const grid = section.querySelector<HTMLElement>(".grid-scroll");
  const status = section.querySelector<HTMLElement>(".drilled");
  if (!grid || !status) return;
  let see = () => undefined as void;
  const select = (selection: Selection, pressed: HTMLElement | null) => {
    for (const each of section.querySelectorAll("[aria-pressed]")) each.setAttribute("aria-pressed", String(each === pressed));
    const found = lacking(data, selection);
    status.textContent = said(selection, found);
    see = draw(grid, data, found, open, toPatch);
  };
  grid.addEventListener("scroll", () => requestAnimationFrame(() => see()), { passive: true });
  for (const cell of section.querySelectorAll<HTMLElement>("[data-group]")) {
    const { group = "", severity = "" } = cell.dataset;
    const button = element("button", { type: "button", "aria-pressed": "false" }, ...cell.childNodes);
    button.addEventListener("click", () => {
      select({ group: group === "" ? null : group, severity: severity === "" ? null : severity }, button);
      grid.focus({ preventScroll: true });
      status.scrollIntoView({ block: "start", behavior: "instant" });
    });
    cell.replaceChildren(button);
  }
  grid.hidden = false;
  select({ group: null, severity: null }, section.querySelector("[data-group=''][data-severity=''] button"));
}
