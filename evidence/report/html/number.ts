/** A whole number as people read it. */
export function grouped(count: number): string {
  return count.toLocaleString("en-GB");
}

/** A part of a whole in per cent. What is not all is never said to be all, and what is not nothing never nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return "–";
  const tenths = Math.round((part / whole) * 1000);
  const honest = part > 0 && part < whole ? Math.min(999, Math.max(1, tenths)) : tenths;
  return `${(honest / 10).toFixed(1)} %`;
}

/** A count with its noun. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
