import type { Dialect } from "./dialect";
import type { View } from "./view";

/** A question's SQL. */
export interface QuestionSql {
  /** As `record/question` names it. */
  readonly name: string;
  /** The views and inputs that it reads. */
  readonly needs: readonly string[];
  /** Relations of its own, by name, each after those that it reads. */
  steps?(dialect: Dialect): Readonly<Record<string, string>>;
  /** A SELECT of exactly the question's columns. */
  sql(dialect: Dialect): string;
}

/** The filter that a person chose, on a relation with account and group. `asked` has to be in reach. */
export function chosen(alias: string): string {
  return `(asked.accountid IS NULL OR asked.accountid = ${alias}.accountid) AND (asked.patchgroup IS NULL OR asked.patchgroup = ${alias}.patchgroup)`;
}

/**
 * An instant lies in the period that a person chose: from `since` on, before `until`. Plain comparisons, which engines take to where
 * they read.
 */
export function within(timestamp: string): string {
  return `${timestamp} >= coalesce(asked.since, TIMESTAMP '0001-01-01 00:00:00') AND ${timestamp} < coalesce(asked.until, TIMESTAMP '9999-12-31 00:00:00')`;
}

/** The first columns of most answers. */
export const serverColumns = (alias: string): string =>
  `${alias}.accountid AS "account", ${alias}.region AS "region", ${alias}.resourceid AS "server"`;

/** The views that a name needs, each after those that it needs itself. */
export function inOrder(views: ReadonlyMap<string, View>, names: readonly string[], ready: ReadonlySet<string>): View[] {
  const found = new Map<string, View>();
  const add = (name: string): void => {
    const view = views.get(name);
    if (!view || ready.has(name) || found.has(name)) return;
    for (const need of view.needs) add(need);
    found.set(name, view);
  };
  for (const name of names) add(name);
  return [...found.values()];
}

/**
 * One statement: the inputs and the views that a query needs, each as a common table, then the query. What an engine keeps as
 * a table or a view of its own already is `ready` and left out.
 */
export function statement(
  dialect: Dialect,
  views: ReadonlyMap<string, View>,
  inputs: ReadonlyMap<string, string>,
  query: Omit<QuestionSql, "name">,
  ready: ReadonlySet<string> = new Set(),
): string {
  const ordered = inOrder(views, query.needs, ready);
  const named = new Set([...query.needs, ...ordered.flatMap(({ needs }) => needs)]);
  const tables = [
    ...[...inputs].filter(([name]) => named.has(name) && !ready.has(name)).map(([name, sql]) => `${name} AS (${sql})`),
    ...ordered.map((view) => `${view.name} AS (${view.sql(dialect)})`),
    ...Object.entries(query.steps?.(dialect) ?? {}).map(([name, sql]) => `${name} AS (${sql})`),
  ];
  return `${tables.length > 0 ? `WITH ${tables.join(",\n")}\n` : ""}${query.sql(dialect)}`;
}
