import type { z } from "zod";
import { toProblems, type FleetSource } from "../locate";
import type { Finding, Problem } from "../problem";
import { readYaml, type FileKind } from "./read-yaml";
import { shapeFindings, type Shape } from "./shape-problems";
import { want } from "./want";

/** A file whose shape is right and the places of its values, or what is wrong with its shape. */
export type ParsedFile<T> = { readonly value: T; readonly source: FleetSource } | { readonly problems: readonly Problem[] };

/** More than this nobody reads at once. */
const MOST_PROBLEMS = 100;

function atMost<T>(items: Iterable<T>, most: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === most) break;
    taken.push(item);
  }
  return taken;
}

function shortened(problems: readonly Problem[], file: string): readonly Problem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const more = { at: file, got: "further problems", want: "none", fix: "Mend those above, then look again." };
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

function* findingsOf(shape: Shape, issues: Iterable<z.core.$ZodIssue>): Generator<Finding, void> {
  for (const issue of issues) yield* shapeFindings(shape, issue);
}

/**
 * Reads a file from its text: YAML first, then its shape by a schema.
 *
 * @param text the file's content
 * @param file the file's name as the person gave it; problems begin with it
 * @returns what it says with defaults filled in, or every problem of its shape. Never throws.
 */
export function parseFile<S extends z.ZodType>(schema: S, text: string, file: string, kind: FileKind): ParsedFile<z.output<S>> {
  const read = readYaml(text, file, kind);
  if ("problems" in read) return { problems: shortened(read.problems, file) };
  const { value, source } = read;
  const parsed = schema.safeParse(value, { error: want });
  if (parsed.success) return { value: parsed.data, source };
  const findings = atMost(findingsOf({ schema, value, source }, parsed.error.issues), MOST_PROBLEMS + 1);
  return { problems: shortened(toProblems(findings, source), file) };
}
