import { CHANGES, COVERAGE } from "../record/history";
import { RUN_PLACES, RUN_RECORDS, RUN_STARTS } from "../record/runs";
import { quoted } from "../sql/dialect";
import { countOf, type Database } from "./database";
import type { Layout } from "./layout";
import { literal } from "./raw-tables";

interface Beside {
  readonly table: string;
  readonly folder: string;
  readonly columns: readonly string[];
}

async function filledFolders(database: Database, folders: readonly string[], ending: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const files = quoted(`${literal(folder)}/**/*${ending}`);
    if ((await countOf(database, `glob(${files})`)) > 0) found.push(files);
  }
  return found;
}

const asText = (names: readonly string[]): string => names.map((name) => `CAST("${name}" AS VARCHAR) AS "${name}"`).join(", ");
const none = (names: readonly string[]): string =>
  `SELECT ${names.map((name) => `CAST(NULL AS VARCHAR) AS "${name}"`).join(", ")} WHERE false`;

/** The history stays in its files, which are small and in columns. */
async function seeHistory(database: Database, { table, folder, columns }: Beside, layout: Layout): Promise<void> {
  const all = [...columns, "day"];
  const found = await filledFolders(database, layout.beside.get(folder) ?? [], "");
  const selects = found.map(
    (files) =>
      `SELECT ${asText(all)} FROM read_parquet(${files}, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)`,
  );
  await database.run(`CREATE VIEW ${table} AS ${selects.length > 0 ? selects.join(" UNION ALL ") : none(all)}`);
}

async function readRuns(database: Database, { table, folder, columns }: Beside, layout: Layout): Promise<void> {
  const typed = columns.map((name) => `"${name}": 'VARCHAR'`).join(", ");
  const found = await filledFolders(database, layout.beside.get(folder) ?? [], ".json*");
  const selects = found.map(
    (files) =>
      `SELECT ${asText(columns)} FROM read_json(${files}, format = 'newline_delimited', columns = {${typed}}, ignore_errors = true, hive_partitioning = false)`,
  );
  await database.run(`CREATE TABLE ${table} AS ${selects.length > 0 ? selects.join(" UNION ALL ") : none(columns)}`);
}

/** Lets the views see what lies beside a sync: the runs, and the history where it is wanted. */
export async function readBeside(database: Database, layout: Layout, withHistory: boolean): Promise<void> {
  const seen = withHistory ? layout : { ...layout, beside: new Map() };
  for (const table of [CHANGES, COVERAGE]) await seeHistory(database, table, seen);
  for (const table of [RUN_RECORDS, RUN_STARTS, RUN_PLACES]) await readRuns(database, table, layout);
}
