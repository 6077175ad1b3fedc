import type { Plain } from "../plain";
import { readLines, type Line } from "./yaml-lines";
import { NotYaml, parseInline, unquote } from "./yaml-scalar";

/**
 * Reads the part of YAML that runbooks are written in: maps and lists in block and in flow form, plain and quoted scalars,
 * block scalars. The pack carries no YAML library, as it is published as one folder.
 * @returns the value, or undefined where the text is no YAML or uses more (anchors, tags, several documents)
 */
export function parseYaml(source: string): Plain {
  const lines = readLines(source);
  if (lines === undefined || lines.length === 0) return undefined;
  try {
    const reader = { lines, at: 0, raw: source.split("\n") };
    const value = readBlock(reader, lines[0]?.indent ?? 0);
    return reader.at === lines.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotYaml) return undefined;
    throw error;
  }
}

interface Reader {
  readonly lines: readonly Line[];
  readonly raw: readonly string[];
  at: number;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[\]{},#&*!|>%@`?:-][^#]*?|-[^\s#][^#]*?)\s*:(?:\s+(.*))?$/;

function readBlock(reader: Reader, indent: number): Plain {
  const line = reader.lines[reader.at];
  if (line === undefined || line.indent !== indent) throw new NotYaml(line?.text);
  if (line.text === "-" || line.text.startsWith("- ")) return readList(reader, indent);
  return KEY.test(line.text) ? readMap(reader, indent) : readScalar(reader, line, line.text, indent - 1);
}

function readList(reader: Reader, indent: number): Plain {
  const items: Plain[] = [];
  for (
    let line = reader.lines[reader.at];
    line?.indent === indent && /^-(?: |$)/.test(line.text);
    line = reader.lines[reader.at]
  ) {
    const rest = line.text.slice(1).trimStart();
    if (rest === "") {
      reader.at++;
      items.push(readNested(reader, indent + 1));
    } else if (/^-(?: |$)/.test(rest) || KEY.test(rest)) {
      // `- key: value` begins a map whose other keys stand below the first one.
      const inner = indent + line.text.length - rest.length;
      const lines = [...reader.lines];
      lines[reader.at] = { ...line, indent: inner, text: rest };
      const nested = { ...reader, lines };
      items.push(readBlock(nested, inner));
      reader.at = nested.at;
    } else {
      items.push(readScalar(reader, line, rest, indent));
    }
  }
  return items;
}

function readMap(reader: Reader, indent: number): Plain {
  const record: Record<string, Plain> = {};
  for (let line = reader.lines[reader.at]; line?.indent === indent; line = reader.lines[reader.at]) {
    const [, key, rest = ""] = KEY.exec(line.text) ?? [];
    if (key === undefined) throw new NotYaml(line.text);
    const name = /^["']/.test(key) ? unquote(key) : key;
    if (Object.hasOwn(record, name)) throw new NotYaml(`twice ${name}`);
    if (rest !== "") {
      record[name] = readScalar(reader, line, rest, indent);
      continue;
    }
    reader.at++;
    const next = reader.lines[reader.at];
    // A list may stand at the same indentation as its key.
    const isList = next?.indent === indent && /^-(?: |$)/.test(next.text);
    record[name] = isList ? readList(reader, indent) : readNested(reader, indent + 1);
  }
  return record;
}

/** What stands further in than its key, or nothing. */
function readNested(reader: Reader, least: number): Plain {
  const next = reader.lines[reader.at];
  return next === undefined || next.indent < least ? null : readBlock(reader, next.indent);
}

/** A scalar that begins on a line and may go on below, further in than its owner. */
function readScalar(reader: Reader, line: Line, text: string, owner: number): Plain {
  const block = /^([|>])([-+]?)$/.exec(text);
  if (block !== null) return readBlockScalar(reader, line, owner, block[1] === ">", block[2] ?? "");
  reader.at++;
  let whole = text;
  for (let next = reader.lines[reader.at]; next !== undefined && next.indent > owner; next = reader.lines[reader.at]) {
    // An empty line inside a scalar is a line break, which nobody writes in a runbook outside of block scalars.
    // Nor is it clear there what begins a comment.
    if (next.index !== (reader.lines[reader.at - 1]?.index ?? 0) + 1 || reader.raw[next.index]?.includes("#") === true) {
      throw new NotYaml(whole);
    }
    whole += ` ${next.text}`;
    reader.at++;
  }
  return parseInline(whole);
}

function readBlockScalar(reader: Reader, line: Line, owner: number, folded: boolean, chomp: string): Plain {
  const body: string[] = [];
  let index = line.index + 1;
  for (; index < reader.raw.length; index++) {
    const raw = reader.raw[index] ?? "";
    if (raw.trim() !== "" && raw.search(/\S/) <= owner) break;
    body.push(raw);
  }
  while (reader.at < reader.lines.length && (reader.lines[reader.at]?.index ?? 0) < index) reader.at++;
  const indent = body.find((raw) => raw.trim() !== "")?.search(/\S/) ?? 0;
  const lines = body.map((raw) => (raw.trim() === "" ? "" : raw.slice(indent).trimEnd()));
  while (lines.at(-1) === "") lines.pop();
  // Folding depends on blank and further indented lines; a runbook's folded texts are descriptions only.
  if (folded && lines.some((text) => text === "" || text.startsWith(" "))) throw new NotYaml("folded");
  const text = lines.join(folded ? " " : "\n");
  if (chomp === "+") throw new NotYaml("kept line breaks");
  return text === "" || chomp === "-" ? text : `${text}\n`;
}
