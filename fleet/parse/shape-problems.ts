import { z } from "zod";
import { didYouMean, listed } from "../closest";
import { writtenAt, type FleetSource } from "../locate";
import { pathText, type Finding, type Path } from "../problem";
import { foreignKey } from "./foreign-key";
import { mended } from "./mend";
import { keysAt, schemasAt, valueAt } from "./schema-at";
import { want } from "./want";

type Issue = z.core.$ZodIssue;

/** What is known when an issue is told: the schema, the data, and where it stands. */
export interface Shape {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly source: FleetSource;
}

const LONGEST = 60;

function cut(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function pathOf(prefix: Path, issue: Issue): Path {
  return [...prefix, ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))];
}

function unknownKeys(issue: Issue): number {
  return issue.code === "unrecognized_keys" ? issue.keys.length : 0;
}

/** The branch of a union that the value was most likely meant for, or undefined when that can't be told. */
function likelyBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const ofThisKind = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === "invalid_type"),
  );
  const ranked = ofThisKind
    .map((issues) => ({ issues, strange: issues.reduce((sum, issue) => sum + unknownKeys(issue), 0) }))
    .toSorted((one, other) => one.strange - other.strange);
  const [first, second] = ranked;
  return first && (!second || first.strange < second.strange) ? first.issues : undefined;
}

function gotAt(shape: Shape, path: Path): string {
  const value = valueAt(shape.value, path);
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object")
    return Object.keys(value).length === 0 ? "no keys" : cut(`the keys ${listed(Object.keys(value), 5)}`);
  const written = writtenAt(shape.source, path) ?? "";
  return written === "" ? "empty text" : cut(written);
}

function sizeOf(value: unknown): string | undefined {
  if (typeof value === "string") return `${value.length.toLocaleString("en")} characters`;
  return Array.isArray(value) ? `${value.length.toLocaleString("en")} entries` : undefined;
}

function absentFix(path: Path, absent: undefined | null): string {
  const last = path.at(-1);
  if (typeof last === "number") return "Write a value after the dash, or remove the dash.";
  if (absent === null) return `Write a value after \`${last}:\`, or remove the key.`;
  return path.length === 1 ? `Add \`${last}:\` to the file.` : `Add \`${last}:\` under ${pathText(path.slice(0, -1))}.`;
}

function kindFix(value: unknown, schemas: readonly z.ZodType[]): string | undefined {
  const list = schemas.some((schema) => schema instanceof z.ZodArray);
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return list ? undefined : "Write one value here, not a list.";
  return list ? "Begin each entry with a dash." : undefined;
}

const SIZE_FIXES: Readonly<Record<string, string>> = {
  "too_big string": "Shorten it.",
  "too_big array": "Remove what is too many.",
  "too_big number": "Write a smaller number.",
  "too_small string": "Write something between the quotes.",
  "too_small array": "Add an entry.",
  "too_small number": "Write a larger number.",
};

function valueFinding(shape: Shape, path: Path, issue: Issue): Finding {
  const value = valueAt(shape.value, path);
  const told = { path, got: gotAt(shape, path), want: issue.message };
  if (value === undefined || value === null) return { ...told, fix: absentFix(path, value) };
  const schemas = schemasAt(shape.schema, shape.value, path);
  const proposals = mended(schemas, value, writtenAt(shape.source, path) ?? "");
  if (proposals.length > 0) return { ...told, fix: `Write ${proposals.map((text) => `\`${text}\``).join(" or ")}.` };
  const size = "origin" in issue ? SIZE_FIXES[`${issue.code} ${issue.origin}`] : undefined;
  if (size === undefined) return { ...told, fix: kindFix(value, schemas) ?? "Write it in that form." };
  return { ...told, got: issue.code === "too_big" ? (sizeOf(value) ?? told.got) : told.got, fix: size };
}

function unknownKeyFinding(shape: Shape, path: Path, key: string): Finding {
  const place = { path: [...path, key], got: `the key ${cut(key)}` };
  const foreign = foreignKey(shape.value, path, key);
  if (foreign) return { ...place, ...foreign };
  const keys = keysAt(shape.schema, shape.value, path);
  if (keys.includes(key))
    return { ...place, want: "keys that go together", fix: `Remove \`${key}\`, or what it does not go with.` };
  return { ...place, want: `one of ${listed(keys)}`, fix: `${didYouMean(key, keys)}Rename it, or remove it.` };
}

/** A name that cannot be, and what is wrong with the value under it: zod does not look there. */
function* badKeyFindings(shape: Shape, path: Path, nested: readonly Issue[]): Generator<Finding, void> {
  const key = String(path.at(-1));
  const records = schemasAt(shape.schema, shape.value, path.slice(0, -1)).filter((schema) => schema instanceof z.ZodRecord);
  const keyTypes = records.flatMap(({ keyType }) => (keyType instanceof z.ZodType ? [keyType] : []));
  const proposal = mended(keyTypes, key, key)[0];
  const fix = proposal === undefined ? "Rename it." : `Rename it, such as \`${proposal}\`.`;
  yield { path, got: `the name ${cut(key)}`, want: nested[0]?.message ?? "another name", fix };
  const inner =
    records.length === 1
      ? z.safeParse(records[0]?.valueType ?? z.never(), valueAt(shape.value, path), { error: want })
      : undefined;
  for (const issue of inner?.error?.issues ?? []) yield* shapeFindings(shape, issue, path);
}

/** Tells one of zod's issues: where, what stands there, what could, and what to do. One by one, as there may be thousands. */
export function* shapeFindings(shape: Shape, issue: Issue, prefix: Path = []): Generator<Finding, void> {
  const path = pathOf(prefix, issue);
  const branch = issue.code === "invalid_union" ? likelyBranch(issue.errors) : undefined;
  if (branch) {
    for (const inner of branch) yield* shapeFindings(shape, inner, path);
  } else if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) yield unknownKeyFinding(shape, path, key);
  } else if (issue.code === "invalid_key") {
    yield* badKeyFindings(shape, path, issue.issues);
  } else {
    yield valueFinding(shape, path, issue);
  }
}
