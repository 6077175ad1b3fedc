import type { CoverageClass } from "../record/question";
import { weighted, type Random } from "./random";

/** What a server is to be found as, if nothing damages its files: a class, or the one way to be unknown without damage. */
export type Fate = Exclude<CoverageClass, "unknown"> | "installed without a scan";

const FATES: readonly [readonly [Fate, number], ...(readonly [Fate, number])[]] = [
  ["compliant", 858],
  ["not compliant", 62],
  ["pending reboot", 26],
  ["failed", 16],
  ["stale", 18],
  ["unmanaged", 8],
  ["never scanned", 6],
  ["installed without a scan", 6],
];

/** The fate of a server. */
export function fateOf(random: Random): Fate {
  return weighted(random, FATES);
}

/** The class that a fate ends in. */
export function classOf(fate: Fate): CoverageClass {
  return fate === "installed without a scan" ? "unknown" : fate;
}
