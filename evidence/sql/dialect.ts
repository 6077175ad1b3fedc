/** The few words in which DuckDB and Trino (the engine behind Athena) differ. All else in `evidence/sql` runs on both. */
export interface Dialect {
  readonly name: "duckdb" | "trino";
  /** Whether a text matches a regular expression anywhere. */
  matches(text: string, pattern: string): string;
  /** The first case of an instant, if the engine knows its usual form faster than by a regular expression. */
  usualInstant(text: string): string;
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
  usualInstant: (text) =>
    `WHEN length(${text}) = 20 AND substr(${text}, 20, 1) = 'Z' AND substr(${text}, 11, 1) = 'T' THEN try_cast(substr(${text}, 1, 10) || ' ' || substr(${text}, 12, 8) AS TIMESTAMP)`,
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
  // What an expression is long costs more in planning than a regular expression does in reading.
  usualInstant: () => "",
  offsetInstant: (text) => `CAST(try(from_iso8601_timestamp(${text})) AT TIME ZONE 'UTC' AS timestamp)`,
  instantText: (timestamp) => `date_format(${timestamp}, '%Y-%m-%dT%H:%i:%sZ')`,
  dayText: (timestamp) => `date_format(${timestamp}, '%Y-%m-%d')`,
  distance: (a, b) => `levenshtein_distance(${a}, ${b})`,
  joined: (text) => `array_join(array_sort(array_agg(DISTINCT ${text})), ', ')`,
};
