import type { Dialect } from "./dialect";

/** What tells a server from all others: the same node id may stand in two accounts. */
export const KEY = ["accountid", "region", "resourceid"] as const;

/** The key's columns of a relation. */
export const keyOf = (alias: string): string => KEY.map((column) => `${alias}.${column}`).join(", ");

/** Two relations speak of the same server. */
export const sameServer = (a: string, b: string): string => KEY.map((column) => `${a}.${column} = ${b}.${column}`).join(" AND ");

/** Where servers are patched together: a group's servers of an account and region. */
export const PLACE = ["accountid", "region", "patchgroup"] as const;

/** A place's columns of a relation. */
export const placeOf = (alias: string): string => PLACE.map((column) => `${alias}.${column}`).join(", ");

/** Two relations speak of the same place. */
export const samePlace = (a: string, b: string): string => PLACE.map((column) => `${a}.${column} = ${b}.${column}`).join(" AND ");

/** A text without blanks around it; null when nothing is left. */
export const filled = (text: string): string => `nullif(trim(${text}), '')`;

/**
 * A count written as a number or as text; null when it is neither, such as `-1`, `` or `many`.
 * A count never has more than nine digits: what has more is damage.
 */
export function countOf(dialect: Dialect, text: string): string {
  return `CASE WHEN ${dialect.matches(`trim(${text})`, "^[0-9]{1,9}([.]0+)?$")} THEN try_cast(split_part(trim(${text}), '.', 1) AS BIGINT) END`;
}

/** An instant as the sync or a runbook writes it, with or without fractions, in UTC or with an offset; null when it is none. */
export function instantOf(dialect: Dialect, text: string): string {
  return `CASE ${dialect.usualInstant(text)}
      WHEN ${dialect.matches(text, "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9-]{10}[T ][0-9:]{8}([.,][0-9]{1,9})?Z?)$")} THEN try_cast(replace(substr(${text}, 1, 19), 'T', ' ') AS TIMESTAMP)
      WHEN ${dialect.matches(text, "^[0-9-]{10}T[0-9:]{8}([.][0-9]{1,9})?[+-][0-9]{2}:?[0-9]{2}$")} THEN ${dialect.offsetInstant(text)}
    END`;
}

/** An instant at which something was installed: agents write the beginning of 1970 for what they do not know. */
export function installedOf(dialect: Dialect, text: string): string {
  return `CASE WHEN ${text} > '1971' THEN ${instantOf(dialect, text)} END`;
}

/**
 * Whole units from one timestamp to a later one. Engines disagree on what a date's difference counts, never on
 * seconds; Trino rounds a quotient of decimals to one place, so that it has to be a quotient of doubles.
 */
export function wholeUnits(seconds: number, from: string, to: string): string {
  return `CAST(floor(date_diff('second', ${from}, ${to}) / ${seconds}e0) AS BIGINT)`;
}

/** A row of a raw table that was read, and that stands in its own server's file. */
export const READ = "resourceid IS NOT NULL AND strpos(file, '/' || resourceid || '.json') > 0";
