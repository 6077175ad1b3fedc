/** A text of several lines with none longer than `width`: a longer one goes on below, two characters further in. Words stay whole. */
export function wrapped(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    const lines: string[] = [];
    for (const word of line.trim().split(" ")) {
      const last = lines.at(-1);
      if (last === undefined) lines.push(`${indent}${word}`);
      else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(`${indent}  ${word}`);
    }
    return lines;
  });
}
