import type { Row } from "../../record/question";
import { escaped } from "./escape";
import { grouped } from "./number";
import { SEVERITIES, severityOf } from "./severity";

interface Cell {
  readonly servers: Set<string>;
  patches: number;
}

const keyOf = (row: Row): string => `${row["account"]} ${row["region"]} ${row["server"]}`;

/** How warm a cell is: by the share of its group's servers that lack something. */
function heatOf(servers: number, all: number): number {
  const part = servers / Math.max(all, 1);
  if (servers === 0) return 0;
  return part <= 0.02 ? 1 : part <= 0.06 ? 2 : part <= 0.15 ? 3 : 4;
}

function cellAt(cells: Map<string, Cell>, key: string): Cell {
  const cell = cells.get(key) ?? { servers: new Set<string>(), patches: 0 };
  cells.set(key, cell);
  return cell;
}

function cellsOf(coverage: readonly Row[], lacking: Iterable<Row>): ReadonlyMap<string, Cell> {
  const groups = new Map(coverage.map((row) => [keyOf(row), String(row["group"] ?? "")]));
  const cells = new Map<string, Cell>();
  let before: Row | undefined;
  let server = "";
  for (const row of lacking) {
    // Rows come in the order of servers: mostly it is the one before, and there may be millions.
    if (before?.["server"] !== row["server"] || before?.["account"] !== row["account"] || before?.["region"] !== row["region"]) {
      server = keyOf(row);
    }
    before = row;
    const group = groups.get(server);
    if (group === undefined) continue;
    const cell = cellAt(cells, `${group}|${severityOf(row["severity"])}`);
    cell.servers.add(server);
    cell.patches += 1;
  }
  // A copy: the wider cells go into the same map, and must not be counted again.
  const narrow = [...cells];
  for (const [key, { servers, patches }] of narrow) {
    const cut = key.lastIndexOf("|");
    for (const wider of [key.slice(0, cut + 1), key.slice(cut), "|"]) {
      const cell = cellAt(cells, wider);
      for (const each of servers) cell.servers.add(each);
      cell.patches += patches;
    }
  }
  return cells;
}

function cellText(cell: Cell | undefined, group: string, severity: string, all: number): string {
  const servers = cell?.servers.size ?? 0;
  const heat = `heat-${heatOf(servers, all)}`;
  if (cell === undefined) return `<td class="${heat}"><span>–</span></td>`;
  return `<td class="${heat}" data-group="${escaped(group)}" data-severity="${severity}"><span>${grouped(servers)} <small>${grouped(cell.patches)} ${cell.patches === 1 ? "patch" : "patches"}</small></span></td>`;
}

/** The matrix from above: for each group and severity, how many servers lack something. Each cell opens what is behind it. */
export function heatTable(coverage: readonly Row[], lacking: Iterable<Row>): string {
  const cells = cellsOf(coverage, lacking);
  const sizes = new Map<string, number>();
  for (const row of coverage) sizes.set(String(row["group"] ?? ""), (sizes.get(String(row["group"] ?? "")) ?? 0) + 1);
  const shown = SEVERITIES.filter((severity) => cells.has(`|${severity}`));
  const line = (name: string, group: string, all: number) =>
    `<tr><th scope="row">${escaped(name)}</th><td class="heat-0"><span>${grouped(all)}</span></td>${shown
      .map((severity) => cellText(cells.get(`${group}|${severity}`), group, severity, all))
      .join("")}${cellText(cells.get(`${group}|`), group, "", all)}</tr>`;
  const groups = [...sizes].filter(([group]) => group !== "").toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `<div class="scroll" tabindex="0" role="region" aria-label="Groups and severities"><table class="heat">
<caption>Servers that lack something, and how many patches they lack in all, by group and severity. The warmer, the larger the share of the group.</caption>
<thead><tr><th scope="col">group</th><th scope="col">servers</th>${shown.map((severity) => `<th scope="col">${severity}</th>`).join("")}<th scope="col">any severity</th></tr></thead>
<tbody>
${groups.map(([group, all]) => line(group, group, all)).join("\n")}
${line("all groups", "", coverage.length)}
</tbody></table></div>`;
}
