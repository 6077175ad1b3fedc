import type { Append } from "./history";
import type { QuestionSql } from "./statement";
import { TRINO } from "./dialect";
import { type Inputs, inputRelations } from "./inputs";
import { statement } from "./statement";
import { VIEWS } from "./views";
import { RECORD_TYPES, TECHNICAL } from "../record/record-type";
import { UNREADABLE } from "../record/unreadable";

/** The file of a row is in Athena a hidden column. Columns are named, since a table may have more of them some day. */
const RAW: readonly (readonly [name: string, sql: string])[] = RECORD_TYPES.map(({ table, attributes }) => {
  const columns = [...attributes, ...TECHNICAL].map((attribute) => `"${attribute.toLowerCase()}"`);
  return [table, `SELECT ${columns.join(", ")}, "accountid", "region", "$path" AS "file" FROM ${table}`];
});

/** Athena does not see what leaves no row, such as an empty file. */
const UNSEEN = `SELECT ${UNREADABLE.columns.map((name) => `CAST(NULL AS VARCHAR) AS "${name}"`).join(", ")} WHERE false`;

/**
 * A question as Athena takes it: one statement over the tables of the lake, all of which are in the database that is asked.
 * A common table has the name of the raw table that it reads: within itself the name still means the table.
 */
export function athenaStatement(query: Omit<QuestionSql, "name">, inputs: Inputs): string {
  const text = statement(TRINO, VIEWS, inputRelations(inputs), query);
  const relations = [...RAW, [UNREADABLE.table, UNSEEN] as const]
    .filter(([name]) => new RegExp(`\\b${name}\\b`, "u").test(text))
    .map(([name, sql]) => `${name} AS (${sql})`);
  if (relations.length === 0) return text;
  const rest = text.startsWith("WITH ") ? `,\n${text.slice("WITH ".length)}` : `\n${text}`;
  return `WITH ${relations.join(",\n")}${rest}`;
}

/** What the history job runs: the same statement, appended to its table. */
export function athenaAppend(append: Append, inputs: Inputs): string {
  return `INSERT INTO ${append.table}\n${athenaStatement(append, inputs)}`;
}
