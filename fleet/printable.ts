const LONGEST = 400;

/** Text of the file as a terminal can show it: on one line, without signs that would steer it, and not without end. */
export function printable(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
