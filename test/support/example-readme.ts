/** What the README of an example says that its fleet holds, worked out by hand. */
export interface Promised {
  /** For each stack how many resources of each type; `all` is their sum. */
  readonly stacks: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The instant from which the first runs count. */
  readonly from: string;
  /** The first scan, and the first run of each group that has any. */
  readonly firstRuns: readonly { readonly what: string; readonly starts: string; readonly ends: string; readonly held: string }[];
}

/** The cells of each row of the tables in a text, without heads and rules. */
function rows(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\|[-| ]+\|$/u.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}

/** Reads the sections `## Stack <name>` and `## First runs from <instant>` of an example's README. */
export function promised(readme: string): Promised {
  const sections = readme.split(/^## /mu).slice(1);
  const stacks = sections.flatMap((section): [string, Record<string, number>][] => {
    const name = /^Stack (\S+)/u.exec(section)?.[1];
    if (name === undefined) return [];
    const counts = rows(section).filter(([type]) => type !== "type");
    return [[name, Object.fromEntries(counts.map(([type = "", , count]) => [type.replaceAll("`", ""), Number(count)]))]];
  });
  const last = sections.find((section) => section.startsWith("First runs from ")) ?? "";
  const firstRuns = rows(last).flatMap(([what = "", starts = "", ends = "", held = ""]) =>
    what === "what" ? [] : [{ what, starts, ends, held }],
  );
  return { stacks: Object.fromEntries(stacks), from: /from (\S+)/u.exec(last)?.[1] ?? "", firstRuns };
}
