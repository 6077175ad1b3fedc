import { z } from "zod";
import { listed } from "../closest";

type RawIssue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys with values",
  record: "keys with values",
};

const FORMATS: Readonly<Record<string, string>> = {
  date: "a day, such as 2026-12-15",
  guid: "an id such as 00000000-0000-0000-0000-000000000000",
};

function inWords(count: number | bigint | null): string {
  return (count ?? 0).toLocaleString("en");
}

function amount(origin: string, count: number | bigint): string {
  const number = inWords(count);
  if (origin === "string") return `${number} character${count === 1 ? "" : "s"}`;
  if (origin === "array") return `${number} ${count === 1 ? "entry" : "entries"}`;
  return number;
}

/** What the schema itself says about its text, when the value was not even text: `12 digits in quotes`. */
function ownWords(schema: unknown): string | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const words = schema.safeParse("", { error: () => "" }).error?.issues[0]?.message;
  return words === undefined || words === "" ? undefined : words;
}

function kind(issue: RawIssue, expected: string): string {
  const { schema } = issue;
  if (
    schema instanceof z.ZodNumber &&
    Math.abs(schema.minValue ?? Infinity) < 1e9 &&
    Math.abs(schema.maxValue ?? Infinity) < 1e9
  ) {
    return `a whole number from ${inWords(schema.minValue)} to ${inWords(schema.maxValue)}`;
  }
  if (expected !== "string") return KINDS[expected] ?? expected;
  const format = schema instanceof z.ZodType && "format" in schema ? schema.format : undefined;
  return FORMATS[String(format)] ?? ownWords(schema) ?? "text";
}

/**
 * What could stand where an issue was found, in words and without the parser's. It stands in for zod's own messages;
 * a message that the schema gives goes first.
 */
export function want(issue: RawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kind(issue, issue.expected);
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${listed(issue.values.map(String))}`;
    case "invalid_union":
      return `one of ${listed(Array.isArray(issue["options"]) ? issue["options"].map(String) : [])}`;
    case "too_small":
      return `at least ${amount(issue.origin, issue.minimum)}`;
    case "too_big":
      return `at most ${amount(issue.origin, issue.maximum)}`;
    case "invalid_format":
      return FORMATS[issue.format] ?? "another spelling";
    case "unrecognized_keys":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
      return "another value";
    default:
      return "another value";
  }
}
