/** The few words in which DuckDB and Trino (the engine behind Athena) differ. All else in `evidence/sql` runs on both. */
export interface Dialect {
  readonly name: "duckdb" | "trino";
  /** Whether a text matches a regular expression anywhere. */
  matches(text: string, pattern: string): string;
  /** A time with an offset (`+02:00`) as a timestamp in UTC; null when it is none. */
  offsetInstant(text: string): string;
  /** A timestamp in UTC as `2026-11-21T08:00:00Z`. */
  instantText(timestamp: string): string;
  /** A timestamp's day as `2026-11-21`. */
  dayText(timestamp: string): string;
  /** How many single signs two texts differ by. */
  distance(a: string, b: string): string;
  /** The distinct values of a group, in order, with `, ` between them. */
  joined(text: string): string;
}

/** Quotes a text. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** DuckDB, embedded. Its session's time zone is UTC. */
export const DUCKDB: Dialect = {
  name: "duckdb",
  matches: (text, pattern) => `regexp_matches(${text}, ${quoted(pattern)})`,
  offsetInstant: (text) => `try_cast(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'`,
  instantText: (timestamp) => `strftime(${timestamp}, '%Y-%m-%dT%H:%M:%SZ')`,
  dayText: (timestamp) => `strftime(${timestamp}, '%Y-%m-%d')`,
  distance: (a, b) => `levenshtein(${a}, ${b})`,
  joined: (text) => `array_to_string(list_sort(list_distinct(list(${text}))), ', ')`,
};

/** DuckDB as programs read it: an instant is seconds since 1970, and null where there are none. */
export const DUCKDB_SECONDS: Dialect = {
  ...DUCKDB,
  instantText: (timestamp) => `try_cast(floor(epoch(${timestamp})) AS UINTEGER)`,
};

/** Trino 435 and Athena's engine version 3. */
export const TRINO: Dialect = {
  name: "trino",
  matches: (text, pattern) => `regexp_like(${text}, ${quoted(pattern)})`,
  offsetInstant: (text) => `CAST(try(from_iso8601_timestamp(${text})) AT TIME ZONE 'UTC' AS timestamp)`,
  instantText: (timestamp) => `date_format(${timestamp}, '%Y-%m-%dT%H:%i:%sZ')`,
  dayText: (timestamp) => `date_format(${timestamp}, '%Y-%m-%d')`,
  distance: (a, b) => `levenshtein_distance(${a}, ${b})`,
  joined: (text) => `array_join(array_sort(array_agg(DISTINCT ${text})), ', ')`,
};
