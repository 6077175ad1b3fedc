/** A line of YAML that holds something: its indentation, its text without comment, and its place. */
export interface Line {
  readonly indent: number;
  readonly text: string;
  readonly index: number;
}

/** The lines of a YAML text that hold something; undefined where it uses tabs to indent or several documents. */
export function readLines(source: string): readonly Line[] | undefined {
  const lines: Line[] = [];
  for (const [index, raw] of source.split("\n").entries()) {
    const [, spaces = "", rest = ""] = /^( *)(.*?)\s*$/.exec(raw) ?? [];
    if (rest.startsWith("\t")) return undefined;
    const text = withoutComment(rest);
    if (/^(---|\.\.\.)$/.test(text) && spaces === "") {
      if (lines.length > 0) return text === "..." ? lines : undefined;
      continue;
    }
    if (text !== "") lines.push({ indent: spaces.length, text, index });
  }
  return lines;
}

const BEFORE_VALUE = /^(?:- +)*(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[\]{}#][^#]*?)\s*:\s+)?(?=["'[{])/;

/** A comment begins with # at the start or after a space; quotes hide it only where the value itself begins with one. */
export function withoutComment(text: string): string {
  const before = BEFORE_VALUE.exec(text)?.[0];
  if (before === undefined) return text.replace(/(^|\s)#.*$/, "").trimEnd();
  let quote = "";
  for (let at = before.length; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (quote !== "") {
      if (letter === "\\" && quote === '"') at++;
      else if (letter === quote) quote = "";
    } else if ((letter === '"' || letter === "'") && (at === before.length || /[[{,:]\s*$/.test(text.slice(0, at)))) {
      quote = letter;
    } else if (letter === "#" && /^\s?$/.test(text[at - 1] ?? "")) {
      return text.slice(0, at).trimEnd();
    }
  }
  return text;
}
