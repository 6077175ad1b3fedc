import { createHash } from "node:crypto";

const DIGEST = 8;

function digestOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, DIGEST);
}

/** A name without dots, for what knows none: as it is where it has none, else with a digest, so that two stay two. */
export function undotted(name: string): string {
  return name.includes(".") ? `${name.replaceAll(".", "-")}-${digestOf(name)}` : name;
}

/** A name that fits: as it is where it is short enough, else its beginning and a digest of the whole, so that two stay two. */
export function fitting(name: string, most: number): string {
  if (name.length <= most) return name;
  return `${name.slice(0, most - DIGEST - 1)}-${digestOf(name)}`;
}
