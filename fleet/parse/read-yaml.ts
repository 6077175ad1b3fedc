import {
  Composer,
  Lexer,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type Node,
  type YAMLParseError,
  type YAMLWarning,
} from "yaml";
import { lineAt, type FleetSource } from "../locate";
import { printable } from "../printable";
import type { Problem } from "../problem";
import { tooDeep } from "./nesting";
import { plainValue, type Obstacle } from "./plain-value";
import { syntaxAdvice } from "./syntax";

/** What a file is, for messages about one that is none. */
export interface FileKind {
  /** What it should hold: `a fleet`. */
  readonly what: string;
  /** What to do where there is nothing in it. */
  readonly start: string;
  /** What to do where there is far too much in it. */
  readonly shorten: string;
  /** The keys that it begins with, and one of them. */
  readonly keys: string;
  readonly first: string;
}

/** The fleet file. */
export const FLEET_FILE: FileKind = {
  what: "a fleet",
  start: "Run `npx fleet init` for a start.",
  shorten: "Give a fleet file; select accounts by label instead of listing them.",
  keys: "`accounts`, `rings` and `groups`",
  first: "`accounts:`",
};

/** A file as plain data and the places of its values, or why it is none. */
export type ReadYaml = { readonly value: unknown; readonly source: FleetSource } | { readonly problems: readonly Problem[] };

/** Characters. A fleet of 3,000 Azure machines takes about 300,000. */
const MOST_CHARACTERS = 500_000;
const MOST_LEXEMES = 120_000;
const MOST_LEVELS = 40;
const LONGEST_EXCERPT = 60;

// Control characters, and what reading UTF-8 puts in the place of bytes that are none.
// oxlint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd-\uffff]|\p{Surrogate}/u;

function inWords(count: number): string {
  return count.toLocaleString("en");
}

/** The line around a character, cut to what fits a message. */
function excerpt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1, offset - 2 * LONGEST_EXCERPT);
  const line = (text.slice(start, start + 4 * LONGEST_EXCERPT).split(/[\r\n]/u)[0] ?? "").trim();
  if (line === "") return "the end of the file or an empty line";
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line;
}

function notText(text: string, file: string): Problem | null {
  const offset = text.search(NOT_TEXT);
  if (offset < 0) return null;
  const line = text.slice(0, offset).split("\n").length;
  const got = `a byte that is not text (character ${offset + 1})`;
  return {
    at: `${file}:${line}`,
    got,
    want: "text in UTF-8",
    fix: "Save the file as plain text in UTF-8, or give the right file.",
  };
}

function notYaml(error: YAMLParseError | YAMLWarning, text: string): Obstacle {
  const offset = error.pos[0];
  if (error.code === "RESOURCE_EXHAUSTION") return deep(offset);
  return { offset, got: excerpt(text, offset), ...syntaxAdvice(error.code) };
}

function deep(offset: number): Obstacle {
  const want = `at most ${MOST_LEVELS} levels`;
  return {
    offset,
    got: "lists and keys nested too deep",
    want,
    fix: "Close the brackets, or indent less: a fleet needs about eight levels.",
  };
}

/** The text as the library's tokens, or null when there are too many: what it does with them grows with their number. */
function tokenized(text: string, lines: LineCounter): CST.Token[] | null {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let count = 0;
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MOST_LEXEMES) return null;
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** The first document, or what keeps it from being one. Only the first fault is told: in YAML the others mostly follow from it. */
function compose(text: string, lines: LineCounter, kind: FileKind): Document.Parsed | Obstacle {
  const tokens = tokenized(text, lines);
  if (!tokens) return { offset: 0, got: "too many words and signs", want: `at most ${inWords(MOST_LEXEMES)}`, fix: kind.shorten };
  for (const token of tokens) {
    const found = tooDeep(token, MOST_LEVELS);
    if (found) return deep(found.offset);
  }
  // Keys are compared by us: the library's own check takes time that grows with the square of their number.
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    logLevel: "silent",
  });
  const [first, second] = composer.compose(tokens, true, text.length);
  if (!first) return { offset: 0, got: "nothing", want: kind.what, fix: kind.start };
  const fault = [...first.errors, ...first.warnings].toSorted((one, other) => one.pos[0] - other.pos[0])[0];
  if (fault) return notYaml(fault, text);
  if (second) {
    const fix = "Keep one document: remove the line `---` and what follows it.";
    return { offset: second.range[0], got: "a second document", want: "one document", fix };
  }
  if (first.directives.yaml.explicit === true && first.directives.yaml.version !== "1.2") {
    return {
      offset: 0,
      got: `YAML ${first.directives.yaml.version}`,
      want: "YAML 1.2",
      fix: "Remove the line that begins with `%YAML`.",
    };
  }
  return first;
}

function rootProblem(value: unknown, file: string, kind: FileKind): Problem | null {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return null;
  const want = `${kind.what}: keys such as ${kind.keys}`;
  if (value === null) return { at: file, got: "nothing", want, fix: kind.start };
  const got = Array.isArray(value) ? "a list" : "a single value";
  return { at: file, got, want, fix: `Begin the file with a key, such as ${kind.first}.` };
}

/**
 * Reads YAML 1.2 from text: one document, each key once, no merge keys, no tags, limits on size, depth and aliases.
 * Never throws, whatever the bytes were.
 */
export function readYaml(text: string, file: string, kind: FileKind = FLEET_FILE): ReadYaml {
  if (text.length > MOST_CHARACTERS) {
    const got = `${inWords(text.length)} characters`;
    const want = `at most ${inWords(MOST_CHARACTERS)} characters`;
    return { problems: [{ at: file, got, want, fix: kind.shorten }] };
  }
  const binary = notText(text, file);
  if (binary) return { problems: [binary] };
  const lines = new LineCounter();
  const told = ({ offset, got, want, fix }: Obstacle): Problem => ({
    at: `${file}:${lineAt(lines, offset)}`,
    got: printable(got),
    want,
    fix,
  });
  const document = compose(text, lines, kind);
  if ("offset" in document) return { problems: [told(document)] };
  const root: Node | null = document.contents;
  const { value, aliases, obstacles } = plainValue(root);
  if (obstacles.length > 0) return { problems: obstacles.map(told) };
  const problem = rootProblem(value, file, kind);
  return problem ? { problems: [problem] } : { value, source: { file, root, lines, aliases } };
}
