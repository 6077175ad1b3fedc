/**
 * A table beside the raw tables for what leaves no row in them: empty files, and files that cannot be opened. Every column is
 * text. An engine that cannot see such files leaves it empty.
 */
export const UNREADABLE = { table: "unreadable", columns: ["accountid", "region", "file", "lines", "why"] } as const;
