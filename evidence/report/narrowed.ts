import type { Choice } from "../engine/evidence";
import type { Expected } from "../sql/inputs";

/** Groups in an account whose servers the fleet file counts in several accounts together: of what lacks, nobody can say where. */
export function uncountedIn(account: string, { counts, groups }: Expected, tag?: string): string[] {
  return counts
    .filter((count) => count.account === null && (tag ?? count.tag) === count.tag)
    .map(({ group }) => group)
    .filter((name) => groups.some((each) => each.group === name && each.account === account));
}

/** What a person's choice leaves out of a report, in sentences: whoever reads it must not take a part for the whole. */
export function narrowedBy({ account, group, package: wanted }: Choice, expected: Expected): string[] {
  const chosen = [
    ...(account === undefined ? [] : [`account ${account}`]),
    ...(group === undefined ? [] : [`group ${group}`]),
    ...(wanted === undefined ? [] : [`package ${wanted}`]),
  ];
  const uncounted = account === undefined ? [] : uncountedIn(account, expected, group);
  return [
    ...(chosen.length > 0 ? [`Only ${chosen.join(", ")}.`] : []),
    ...(uncounted.length > 0
      ? [
          `Left out is what ${uncounted.join(", ")} may lack: the fleet file counts ${uncounted.length === 1 ? "its" : "their"} servers in several accounts together.`,
        ]
      : []),
  ];
}
