import { RECORD_TYPES } from "../record/record-type";
import { quoted, TRINO } from "./dialect";
import type { Append } from "./history";
import { inputRelations, type Expected, type Inputs } from "./inputs";
import { statement, type QuestionSql } from "./statement";
import { VIEWS } from "./views";

/** What the fleet file says of the servers, as a table of the lake: `up` writes it, so that the statements stay the same. */
export interface FleetTable {
  readonly table: string;
  /** Its folder below the root of the evidence. */
  readonly folder: string;
  /** Its columns, all text in the file, with what they are in a statement. */
  readonly columns: Readonly<Record<string, "VARCHAR" | "BIGINT">>;
  /** Its rows, in the order of the columns. What is not known is left out. */
  readonly rows: (expected: Expected) => readonly (readonly (string | number | null)[])[];
}

const fleetTable = (table: string, columns: FleetTable["columns"], rows: FleetTable["rows"]): FleetTable => ({
  table,
  folder: `fleet/${table}`,
  columns,
  rows,
});
const text = "VARCHAR";
const count = "BIGINT";

/** The inputs of every question that come from the fleet file. */
export const FLEET_TABLES: readonly FleetTable[] = [
  fleetTable(
    "expected_groups",
    { accountid: text, region: text, name: text, patchgroup: text, ring: text, pendingreboot: count },
    ({ groups }) => groups.map((each) => [each.account, each.region, each.group, each.tag, each.ring, each.pendingReboot]),
  ),
  fleetTable("expected_counts", { accountid: text, region: text, name: text, patchgroup: text, servers: count }, ({ counts }) =>
    counts.map((each) => [each.account, each.region, each.group, each.tag, each.servers]),
  ),
  fleetTable("expected_machines", { accountid: text, region: text, patchgroup: text, machine: text }, ({ machines }) =>
    machines.map((each) => [each.account, each.region, each.tag, each.name]),
  ),
  fleetTable("rings", { ring: text, ringbefore: text }, ({ rings }) => rings.map((each) => [each.ring, each.before])),
  fleetTable("ended_systems", { platform: text, version: text, endedon: text }, ({ ended }) =>
    ended.map((each) => [each.platform, each.version, each.on]),
  ),
];

/** The rows of a fleet's table as its file has them: text, without what is not known. */
export function fleetRows({ columns, rows }: FleetTable, expected: Expected): Readonly<Record<string, string>>[] {
  const names = Object.keys(columns);
  return rows(expected).map((row) =>
    Object.fromEntries(
      names.flatMap((name, place) => {
        const cell = row[place] ?? null;
        return cell === null ? [] : [[name, String(cell)]];
      }),
    ),
  );
}

type Relations = ReadonlyMap<string, string>;
const from = (database: string, table: string): string => `"${database}"."${table}"`;

/**
 * What the tables of the lake lack, by name: which file a row stands in, and files that leave no row. An account is a partition:
 * of one account, only its files are read, and paid for.
 */
function rawRelations(database: string, account?: string): Relations {
  const only = account === undefined ? "" : ` WHERE accountid = ${quoted(account)}`;
  return new Map([
    ...RECORD_TYPES.map(({ table }): [string, string] => [
      table,
      `SELECT *, "$path" AS file FROM ${from(database, table)}${only}`,
    ]),
    // A file without any line leaves no row here, and nobody to tell of it.
    [
      "unreadable",
      `SELECT CAST(NULL AS ${text}) AS accountid, CAST(NULL AS ${text}) AS region, CAST(NULL AS ${text}) AS file, ` +
        `CAST(NULL AS ${count}) AS lines, CAST(NULL AS ${text}) AS why WHERE false`,
    ],
  ]);
}

/** What the fleet file says, from its tables, with numbers as numbers. */
function fleetRelations(database: string): Relations {
  return new Map(
    FLEET_TABLES.map(({ table, columns }): [string, string] => [
      table,
      `SELECT ${Object.entries(columns)
        .map(([name, type]) => (type === text ? name : `CAST(${name} AS ${type}) AS ${name}`))
        .join(", ")} FROM ${from(database, table)}`,
    ]),
  );
}

/** One statement over relations of the lake. Each has the name of the table that it reads. */
function over(known: Relations, inputs: Relations, query: Omit<QuestionSql, "name">): string {
  const sql = statement(TRINO, VIEWS, inputs, query, new Set(known.keys()));
  const tables = [...known]
    .filter(([name]) => new RegExp(`\\b${name}\\b`, "u").test(sql))
    .map(([name, body]) => `${name} AS (${body})`);
  if (tables.length === 0) return sql;
  return sql.startsWith("WITH ")
    ? `WITH ${tables.join(",\n")},\n${sql.slice("WITH ".length)}`
    : `WITH ${tables.join(",\n")}\n${sql}`;
}

/** Asked now, of the whole fleet. */
function askedNow(tagKey: string | null): string {
  const none = (name: string, type: string) => `CAST(NULL AS ${type}) AS ${name}`;
  return `SELECT CAST(current_timestamp AT TIME ZONE 'UTC' AS TIMESTAMP) AS instant, ${none("since", "TIMESTAMP")}, ${none("until", "TIMESTAMP")}, ${none("patchgroup", text)}, ${none("accountid", text)}, ${none("package", text)}, CAST(${tagKey === null ? "NULL" : quoted(tagKey)} AS ${text}) AS tagkey`;
}

const NOTHING: Expected = { tagKey: null, groups: [], counts: [], machines: [], rings: [], ended: [] };

/** A question as Athena takes it: the whole fleet, now, from the tables of the lake. The fleet file's part is a table too. */
export function lakeStatement(database: string, tagKey: string, query: Omit<QuestionSql, "name">): string {
  const inputs = new Map([...inputRelations({ asOf: "1970-01-01T00:00:00Z", expected: NOTHING }), ["asked", askedNow(tagKey)]]);
  return over(new Map([...rawRelations(database), ...fleetRelations(database)]), inputs, query);
}

/** A question as a person asks Athena: narrowed by their choice, as of their instant, with what their own fleet file expects. */
export function lakeQuestion(database: string, inputs: Inputs, query: Omit<QuestionSql, "name">): string {
  return over(rawRelations(database, inputs.account), inputRelations(inputs), query);
}

/** A statement of the history job as Athena takes it. */
export function lakeAppend(database: string, tagKey: string, append: Append): string {
  return `INSERT INTO "${database}"."${append.table}"\n${lakeStatement(database, tagKey, append)}`;
}
