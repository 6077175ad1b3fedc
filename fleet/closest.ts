/** Letters and digits in lower case: what is left of a name when case and separators are forgotten. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}*%]/gu, "");
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour to make one word from another. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line[column] = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + same,
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = above;
    above = line;
  }
  return above[other.length] ?? 0;
}

const LONGEST = 80;

/** The name that a person most likely meant, or undefined when none is near: at most a third of its letters may differ. */
export function closest(word: string, names: readonly string[]): string | undefined {
  const wanted = bare(word.slice(0, LONGEST));
  let best: { name: string; far: number } | undefined;
  for (const name of names) {
    const candidate = bare(name.slice(0, LONGEST));
    const far = distance(wanted, candidate);
    const most = Math.floor(Math.max(wanted.length, candidate.length) / 3);
    if (far <= most && (!best || far < best.far)) best = { name, far };
  }
  return best?.name;
}

/** `Did you mean …? ` with the nearest name, or nothing when none is near. Made to stand before a fix. */
export function didYouMean(word: string, names: readonly string[]): string {
  const name = closest(word, names);
  return name === undefined ? "" : `Did you mean \`${name}\`? `;
}

/** Names as a person reads them: `a, b and c`; the rest of a long list is counted. */
export function listed(names: readonly string[], most = 30): string {
  if (names.length > most) return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
