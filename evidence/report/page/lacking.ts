import { cellOf, columnOf, type Cell, type Data } from "./data";
import { serversOf } from "./servers";

/** What a cell of the matrix says: of what it says nothing, nothing is known to be wrong. */
export type Lack = "missing" | "failed";

/** A server of the matrix: what it lacks, by patch. */
export interface LackingServer {
  /** Its row in `coverage`. */
  readonly row: number;
  readonly lacks: ReadonlyMap<string, { readonly lack: Lack; readonly severity: string }>;
}

/** What of the matrix is looked at. Null is all. */
export interface Selection {
  readonly group: Cell;
  readonly severity: string | null;
}

/** The servers that lack something, those that lack most first, and the patches, those that most servers lack first. */
export interface Lacking {
  readonly servers: readonly LackingServer[];
  readonly patches: readonly { readonly patch: string; readonly servers: number }[];
}

const SEVERITIES: Readonly<Record<string, string>> = {
  critical: "critical",
  high: "important or high",
  important: "important or high",
  medium: "medium or moderate",
  moderate: "medium or moderate",
  low: "low",
};

/** The severity of the page for a vendor's word. */
export function severityOf(word: Cell): string {
  return SEVERITIES[String(word).toLowerCase()] ?? "not told";
}

/** Finds what the servers of a selection lack. */
export function lacking(data: Data, { group, severity }: Selection): Lacking {
  const coverage = data.tables.get("coverage");
  if (!coverage) return { servers: [], patches: [] };
  const groups = columnOf(coverage, "group");
  const servers = new Map<number, Map<string, { lack: Lack; severity: string }>>();
  const patches = new Map<string, number>();
  for (const lack of ["missing", "failed"] as const) {
    const table = data.tables.get(lack);
    if (!table) continue;
    const serverOf = serversOf(coverage, table);
    const [patchColumn, severityColumn] = [columnOf(table, "patch"), columnOf(table, "severity")];
    const severities = severityColumn?.words?.map(severityOf) ?? [];
    for (let row = 0; row < table.rows; row += 1) {
      const own = severities[severityColumn?.codes[row] ?? 0] ?? "not told";
      if (severity !== null && own !== severity) continue;
      const server = serverOf(row);
      if (server < 0 || (group !== null && cellOf(groups, server) !== group)) continue;
      const patch = String(cellOf(patchColumn, row));
      const lacks = servers.get(server) ?? new Map<string, { lack: Lack; severity: string }>();
      servers.set(server, lacks);
      if (!lacks.has(patch)) patches.set(patch, (patches.get(patch) ?? 0) + 1);
      lacks.set(patch, { lack, severity: own });
    }
  }
  return {
    servers: [...servers]
      .map(([row, lacks]) => ({ row, lacks }))
      .toSorted((a, b) => b.lacks.size - a.lacks.size || a.row - b.row),
    patches: [...patches]
      .map(([patch, count]) => ({ patch, servers: count }))
      .toSorted((a, b) => b.servers - a.servers || (a.patch < b.patch ? -1 : 1)),
  };
}
