import type { Patch } from "../../fleet/manifest";
import { scalar } from "../draft";
import type { ProvedSet } from "./proved-set";

/** What a release says beside its manifest. Instants are RFC 3339 in UTC, to the second. */
export interface ReleaseFacts {
  readonly ring: string;
  readonly before: string;
  readonly asOf: string;
  readonly why: string;
  readonly by: string;
  readonly until: string;
  /** The ring's systems that nothing is proved for, each in a few words. */
  readonly unproved: readonly string[];
}

function entry({ id, title }: Patch): string {
  return title === undefined ? `    - { id: ${scalar(id)} }` : `    - { id: ${scalar(id)}, title: ${JSON.stringify(title)} }`;
}

/** The release of a ring with the exact packages of the ring before, as a file of `changes/releases`. */
export function releaseText(set: ProvedSet, { ring, before, asOf, why, by, until, unproved }: ReleaseFacts): string {
  const { digest, patches } = set.manifest;
  return [
    `# What ring ${ring} installs: exactly what ring ${before} was proved with, made by \`fleet promote\` from the evidence as of ${asOf}.`,
    "# Any later change of the list breaks its digest. Held again after `until`.",
    ...unproved.map(
      (each) =>
        `# Not proved for ${each}: no server of ring ${before} proves anything of it, so this list has no package made for it.`,
    ),
    "state: open",
    `why: ${scalar(why)} # say it in your own words`,
    `by: ${scalar(by)}`,
    `until: ${until}`,
    "manifest:",
    `  digest: ${digest}`,
    `  patches: # ${set.systems.map(([system, entries]) => `${system}: ${entries}`).join(", ")}`,
    ...patches.map(entry),
    "",
  ].join("\n");
}
