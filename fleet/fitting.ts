import { createHash } from "node:crypto";

const DIGEST = 8;

/** A name that fits: as it is where it is short enough, else its beginning and a digest of the whole, so that two stay two. */
export function fitting(name: string, most: number): string {
  if (name.length <= most) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, DIGEST);
  return `${name.slice(0, most - DIGEST - 1)}-${digest}`;
}
