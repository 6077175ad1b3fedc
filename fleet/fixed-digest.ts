import { spotOf } from "./locate";
import { manifestOf } from "./manifest";
import { APPROVAL_FILE } from "./parse-changes";
import { readYaml } from "./parse/read-yaml";
import { valueAt } from "./parse/schema-at";
import type { Path } from "./problem";
import { patches } from "./schema/patch";

/** Where lists and their digests stand: in an approval, and in a release's manifest. */
const PLACES: readonly Path[] = [[], ["manifest"]];

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

function replacements(text: string, file: string): Replacement[] {
  const read = readYaml(text, file, APPROVAL_FILE);
  if ("problems" in read) return [];
  return PLACES.flatMap((place): Replacement[] => {
    const list = patches.safeParse(valueAt(read.value, [...place, "patches"]));
    const { node, exact } = spotOf(read.source, [...place, "digest"]);
    if (!list.success || list.data.length === 0 || !exact || !node?.range) return [];
    const [from, to] = node.range;
    const { digest } = manifestOf(list.data);
    return [{ from, to, by: from === to ? ` ${digest}` : digest }];
  });
}

/** Whether every digest of a text is its list's own: what was written is read again before it is believed. */
function isRight(text: string, file: string): boolean {
  return replacements(text, file).every(({ from, to, by }) => text.slice(from, to) === by);
}

/**
 * A change's text with the digest of its list as it is now; the text itself where nothing is to be written. Only the digests change:
 * comments, order and spelling stay. A file without a `digest:` gets none, since adding one is a decision.
 */
export function fixedDigest(text: string, file: string): string {
  const all = replacements(text, file);
  // From the end, so that what stands before keeps its place.
  const fixed = all
    .toSorted((one, other) => other.from - one.from)
    .reduce((done, { from, to, by }) => `${done.slice(0, from)}${by}${done.slice(to)}`, text);
  return replacements(fixed, file).length === all.length && isRight(fixed, file) ? fixed : text;
}
