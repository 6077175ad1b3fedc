import type { Plain } from "../plain";

/** What is no YAML, or more of it than runbooks use. */
export class NotYaml extends Error {}

/** A scalar or a flow collection, from one line. */
export function parseInline(text: string): Plain {
  const cursor = { text, at: 0 };
  const value = readFlow(cursor, "");
  if (cursor.at < text.length) throw new NotYaml(text);
  return value;
}

interface Cursor {
  readonly text: string;
  at: number;
}

function readFlow(cursor: Cursor, ends: string): Plain {
  skip(cursor);
  const letter = cursor.text[cursor.at] ?? "";
  const value = letter === "[" ? readList(cursor) : letter === "{" ? readMap(cursor) : readScalar(cursor, ends);
  skip(cursor);
  return value;
}

function readList(cursor: Cursor): Plain {
  const items: Plain[] = [];
  cursor.at++;
  for (skip(cursor); cursor.text[cursor.at] !== "]"; skip(cursor)) {
    items.push(readFlow(cursor, ",]"));
    if (!take(cursor, ",") && cursor.text[cursor.at] !== "]") throw new NotYaml(cursor.text);
  }
  cursor.at++;
  return items;
}

function readMap(cursor: Cursor): Plain {
  const record: Record<string, Plain> = {};
  cursor.at++;
  for (skip(cursor); cursor.text[cursor.at] !== "}"; skip(cursor)) {
    const key = readScalar(cursor, ":,}");
    skip(cursor);
    // Without a space behind it, a colon is part of the key.
    if (typeof key === "object" || !take(cursor, ":") || cursor.text[cursor.at] !== " ") throw new NotYaml(cursor.text);
    record[String(key)] = readFlow(cursor, ",}");
    if (!take(cursor, ",") && cursor.text[cursor.at] !== "}") throw new NotYaml(cursor.text);
  }
  cursor.at++;
  return record;
}

function readScalar(cursor: Cursor, ends: string): Plain {
  const rest = cursor.text.slice(cursor.at);
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(rest) ?? /^'(?:[^']|'')*'/.exec(rest);
  if (quoted !== null) {
    cursor.at += quoted[0].length;
    return unquote(quoted[0]);
  }
  const end = ends === "" ? rest.length : rest.search(new RegExp(`[${ends.replace("]", String.raw`\]`)}]`));
  if (end < 0) throw new NotYaml(cursor.text);
  const plain = rest.slice(0, end).trimEnd();
  cursor.at += plain.length;
  return parsePlain(plain);
}

/** A text in quotes, without them. */
export function unquote(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  try {
    return String(JSON.parse(text));
  } catch {
    throw new NotYaml(text);
  }
}

/** A scalar without quotes, by YAML's core schema. What begins like an anchor, alias, tag or directive is not read. */
function parsePlain(text: string): Plain {
  if (/^[&*!|>%@`"'[\]{},]/.test(text) || /: |:$/.test(text)) throw new NotYaml(text);
  if (/^(?:~|null|Null|NULL)?$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}

function skip(cursor: Cursor): void {
  while (cursor.text[cursor.at] === " ") cursor.at++;
  if (cursor.at > cursor.text.length) throw new NotYaml(cursor.text);
}

function take(cursor: Cursor, letter: string): boolean {
  if (cursor.text[cursor.at] !== letter) return false;
  cursor.at++;
  return true;
}
