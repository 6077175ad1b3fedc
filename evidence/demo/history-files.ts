import { DuckDBInstance } from "@duckdb/node-api";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { CHANGES, COVERAGE, type HistoryTable } from "../record/history";
import type { Item } from "./item";
import { lineFiles, type LineFiles } from "./line-files";
import { changeLines, coverageLines, pastDays } from "./past";
import type { Demo, DemoServer } from "./server";

/** The history of a demo, collected server by server as lines, then written as Parquet, a file a day. */
export interface HistoryFiles {
  add(server: DemoServer, items: readonly Item[]): void;
  finish(): Promise<void>;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function toParquet(root: string, table: HistoryTable, folder: string, days: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const columns = `{${table.columns.map((column) => `${quoted(column)}: 'VARCHAR'`).join(", ")}}`;
  try {
    for (const day of days) {
      const target = path.join(root, table.folder, `day=${day}`);
      mkdirSync(target, { recursive: true });
      const source = `read_json(${quoted(path.join(folder, day))}, format = 'newline_delimited', columns = ${columns})`;
      await connection.run(`COPY (SELECT * FROM ${source}) TO ${quoted(path.join(target, "demo.parquet"))} (FORMAT parquet)`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Begins the history of a demo in a folder. */
export function historyFiles(demo: Demo, root: string): HistoryFiles {
  const scratch = path.join(root, ".history");
  const days = pastDays(demo);
  const tables: readonly (readonly [HistoryTable, LineFiles])[] = [CHANGES, COVERAGE].map((table) => [
    table,
    lineFiles(path.join(scratch, table.table)),
  ]);
  const [changes, coverage] = tables;
  return {
    add(server, items) {
      if (server.departed || changes === undefined || coverage === undefined) return;
      for (const line of coverageLines(demo, server, days)) {
        coverage[1].add((line["asof"] ?? "").slice(0, 10), JSON.stringify(line));
      }
      if (server.fate === "unmanaged") return;
      for (const line of changeLines(demo, server, items)) {
        changes[1].add((line["seen"] ?? "").slice(0, 10), JSON.stringify(line));
      }
    },
    async finish() {
      for (const [table, files] of tables) await toParquet(root, table, path.join(scratch, table.table), files.close());
      rmSync(scratch, { recursive: true });
    },
  };
}
