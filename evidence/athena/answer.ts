import { GetQueryResultsCommand, type GetQueryResultsCommandOutput } from "@aws-sdk/client-athena";
import { Refusal } from "../aws/refusal";
import type { Cell, Column, ColumnKind, Row } from "../record/question";
import { placeText, type Service } from "./service";

/** The most that Athena gives at once. */
const PAGE = 1_000;

type Datum = string | undefined;

/** One value by its kind. Athena gives text, and nothing at all for null. */
function cellOf(datum: Datum, kind: ColumnKind): Cell {
  if (datum === undefined) return null;
  if (kind === "count") return Number(datum);
  return kind === "yes-or-no" ? datum === "true" : datum;
}

const rowsOf = (page: GetQueryResultsCommandOutput): Datum[][] =>
  (page.ResultSet?.Rows ?? []).map((row) => (row.Data ?? []).map(({ VarCharValue: value }) => value));

/** Reads a query's answer page by page, typed by the columns that are wanted. Athena's names are in lower case. */
export async function readAnswer(
  service: Service,
  id: string,
  columns: readonly Column[],
  signal: AbortSignal | undefined,
  tell: (rows: number) => void,
): Promise<Row[]> {
  const found: Row[] = [];
  let places: readonly number[] | undefined;
  let token: string | undefined;
  do {
    const next = token === undefined ? {} : { NextToken: token };
    const command = new GetQueryResultsCommand({ QueryExecutionId: id, MaxResults: PAGE, ...next });
    const page = await service.ask((client) => client.send(command, signal === undefined ? {} : { abortSignal: signal }), signal);
    const rows = rowsOf(page);
    // The first line of the first page of a SELECT has the names.
    const at = places ?? placesOf(service, columns, rows.shift() ?? []);
    places = at;
    for (const row of rows)
      found.push(Object.fromEntries(columns.map(({ name, kind }, n) => [name, cellOf(row[at[n] ?? -1], kind)])));
    tell(found.length);
    token = page.NextToken;
  } while (token !== undefined);
  return found;
}

function placesOf(service: Service, columns: readonly Column[], names: readonly Datum[]): number[] {
  const lower = names.map((name) => name?.toLowerCase());
  const places = columns.map(({ name }) => lower.indexOf(name.toLowerCase()));
  const lacking = columns.filter((_, at) => places[at] === -1).map(({ name }) => name);
  if (lacking.length === 0) return places;
  throw new Refusal(
    "failed",
    `${placeText(service.place)}: the answer lacks ${lacking.join(", ")}`,
    "this version and its SQL do not fit: report it",
  );
}
