import fc from "fast-check";
import type { Approval, Changes, ReleaseChange } from "../../fleet/changes";
import { manifestOf } from "../../fleet/manifest";
import { sortedKeys } from "../../fleet/places";
import type { Fleet } from "../../fleet/schema/fleet-file";

const HOUR = 3_600_000;
const FIRST = Date.parse("2026-11-21T00:00:00Z");

const text = (millis: number) => new Date(millis).toISOString().replace(".000Z", "Z");

const PATCHES = [
  { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" },
  { id: "libssl3.amd64", title: "libssl3.amd64:3.0.2-0ubuntu1.18" },
  { id: "KB5034441" },
];

const approvalChoice = fc.record({
  group: fc.nat(3),
  hour: fc.nat(24 * 60),
  duration: fc.integer({ min: 1, max: 24 }),
  patches: fc.subarray(PATCHES, { minLength: 1 }),
  restart: fc.boolean(),
  draft: fc.boolean(),
  urgent: fc.boolean(),
});

function approvalOf(
  fleet: Fleet,
  choice: typeof approvalChoice extends fc.Arbitrary<infer T> ? T : never,
  place: number,
): Approval[] {
  const groups = sortedKeys(fleet.groups).filter((name) => fleet.groups[name]?.review === "required");
  const group = groups[choice.group % groups.length];
  if (group === undefined) return [];
  const at = FIRST + choice.hour * HOUR;
  const key = `${text(at).slice(0, 10)}-${group}-${place}`;
  const { patches, restart } = choice;
  return [
    {
      key,
      file: `changes/approvals/${key}.yaml`,
      source: null,
      group,
      why: "security updates",
      window: { at: text(at), duration: choice.duration, cutoff: 0 },
      requested: { by: "carla@example.com", at: text(at - 72 * HOUR) },
      ...(choice.draft ? {} : { approved: { by: ["ana@example.com"], at: text(at - 48 * HOUR) } }),
      expires: text(at + 48 * HOUR),
      urgent: choice.urgent,
      ...(restart ? { reboot: true as const } : { patches, digest: manifestOf(patches).digest }),
    },
  ];
}

const releaseChoice = fc.record({ ring: fc.nat(2), held: fc.boolean(), hour: fc.nat(24 * 60), override: fc.boolean() });

function releasesOf(
  fleet: Fleet,
  choices: readonly (typeof releaseChoice extends fc.Arbitrary<infer T> ? T : never)[],
): ReleaseChange[] {
  const releases = choices.map(({ ring: at, held, hour, override }): ReleaseChange => {
    const ring = fleet.rings[at % fleet.rings.length]?.name ?? "";
    const until = text(FIRST + hour * HOUR);
    const rest = { ring, file: `changes/releases/${ring}.yaml`, source: null, why: "a launch", by: "ana@example.com", until };
    return { ...rest, state: held ? "held" : "open", override: override && !held };
  });
  return releases.filter(({ ring }, place) => releases.findIndex((other) => other.ring === ring) === place);
}

/**
 * Changes of a fleet within sixty days: approvals of its groups under review, drafts, restarts and urgent ones among them, and releases.
 * Right in shape; whether they pass every check is not asked, since nothing that is decided may depend on that.
 */
export function arbitraryChanges(fleet: Fleet): fc.Arbitrary<Changes> {
  return fc
    .record({ approvals: fc.array(approvalChoice, { maxLength: 4 }), releases: fc.array(releaseChoice, { maxLength: 2 }) })
    .map(({ approvals, releases }) => ({
      approvals: approvals.flatMap((choice, place) => approvalOf(fleet, choice, place)),
      releases: releasesOf(fleet, releases),
    }));
}
