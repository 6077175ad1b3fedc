import type { ErrorCode } from "yaml";

/** What YAML wanted and how to mend it, in words for who writes the file and not for who writes a parser. */
export interface SyntaxAdvice {
  readonly want: string;
  readonly fix: string;
}

const INDENT = {
  want: "lines indented alike",
  fix: "Give the keys of one place the same number of spaces before them, and close the brackets of the lines above.",
};
const QUOTES = {
  want: "plain text",
  fix: 'Put the value in quotes ("…"): it begins with a sign that means something else in YAML.',
};
const COLON = {
  want: "`key: value`",
  fix: 'Put text that has a colon and a space in quotes ("…"), and each key on a line of its own.',
};
const CLOSED = { want: "each bracket, brace and quote closed", fix: "Look for the bracket, brace or quote that is open here." };

const ADVICE: Partial<Record<ErrorCode, SyntaxAdvice>> = {
  BAD_ALIAS: QUOTES,
  BAD_DQ_ESCAPE: { want: 'text in "…" with YAML\'s own escapes', fix: "Write \\\\ for a backslash, or put the text in '…'." },
  BAD_INDENT: INDENT,
  BAD_SCALAR_START: QUOTES,
  BLOCK_AS_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: {
    want: "one value for a key",
    fix: 'Put text that has a colon in quotes ("…"); inside [ ] and { } separate entries by commas.',
  },
  MISSING_CHAR: CLOSED,
  MULTILINE_IMPLICIT_KEY: { want: "`key: value`", fix: "Put a colon and a space after the key." },
  NON_STRING_KEY: {
    want: "a plain word before the colon",
    fix: "Write a plain key, or put braces and brackets that are text in quotes.",
  },
  TAB_AS_INDENT: { want: "spaces before a key", fix: "Replace the tab by spaces." },
  TAG_RESOLVE_FAILED: { want: "a value without a tag", fix: "Remove the word that begins with `!`, or put the value in quotes." },
  UNEXPECTED_TOKEN: {
    want: "`key: value` or `- entry`",
    fix: "Look for a missing colon, comma, quote or space here or one line above.",
  },
};

/** The advice for one of the YAML library's error codes. */
export function syntaxAdvice(code: ErrorCode): SyntaxAdvice {
  return ADVICE[code] ?? { want: "YAML", fix: "Mend this line; a YAML-aware editor shows what is meant." };
}
