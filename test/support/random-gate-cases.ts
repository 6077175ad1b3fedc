import { chance } from "../../simulator/chance";
import { GATE_CASES, twinOf, type GateCase } from "./gate-world";

const INSTANTS = [
  "2026-11-21T08:00:00Z",
  "2026-11-21T07:59:59Z",
  "2026-11-21T08:00:01Z",
  "2027-01-01T00:00:00Z",
  "2024-02-29T23:59:59Z",
  "2027-02-29T00:00:00Z",
  "2027-1-1T0:0:0Z",
  "2027-01-01T24:00:00Z",
  "2027-06-30T23:59:60Z",
  "2027-01-01T00:00:00",
  "2027-01-01 00:00:00Z",
  "0000-01-01T00:00:00Z",
  "soon",
  "",
];
const ENDS = ["", " without proof", " without  proof", " with proof", " "];
const WORDS = [
  "open",
  "held",
  "held: not proved yet",
  "held until 2026-12-24 by ana: audit",
  "heldback",
  "open ",
  "OPEN",
  "",
  "open until",
  "\nopen",
];
const STATES = ["OPEN", "OPEN", "OPEN", "CLOSED", "open", ""];
const REFUSED = { error: "AccessDeniedException" };

/** A case of chance: mostly what could be, sometimes what should not. */
function caseOf(seed: number): Omit<GateCase, "want"> {
  let turn = 0;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance(seed, "case", turn++) * from.length)]!;
  const often = (share: number): boolean => chance(seed, "case", turn++) < share;
  const instant = () => (often(0.95) ? pick(INSTANTS.slice(0, 4)) : pick(INSTANTS));
  const odd = () => (often(0.5) ? pick(WORDS) : `open until ${instant()}${pick(ENDS)}`);
  const good = () => (often(0.3) ? "open" : `open until ${instant()}${often(0.3) ? " without proof" : ""}`);
  const value = () => (often(0.02) ? REFUSED : often(0.1) ? odd() : often(0.15) ? "held: no" : good());
  const { key, digest } = GATE_CASES.manifest;
  const checksum = Buffer.from(digest, "hex").toString("base64");
  const object = {
    checksum: often(0.85)
      ? checksum
      : pick([Buffer.from("6f".repeat(32), "hex").toString("base64"), `${checksum}-2`, "", "X19f"]),
    versions: often(0.9) ? 1 : pick([0, 1, 2, 7]),
    deletions: often(0.95) ? 0 : pick([1, 2]),
  };
  const manifest = often(0.92)
    ? {}
    : pick([
        { key: "" },
        { digest: "" },
        { bucket: "" },
        { digest: digest.toUpperCase() },
        { key: "manifests/x.yaml" },
        { key: "", digest: "" },
      ]);
  return {
    name: `chance ${seed}`,
    now: pick(INSTANTS.slice(0, 5)),
    ...(often(0.5)
      ? {
          calendars: Object.fromEntries(
            ["a", "b"]
              .slice(0, pick([1, 1, 2, 2, 2, 0]))
              .map((name) => [name, often(0.02) ? REFUSED : often(0.9) ? "OPEN" : pick(STATES)]),
          ),
        }
      : {}),
    releases: often(0.3)
      ? { "/a": "open" }
      : Object.fromEntries(["/a", "/b"].slice(0, pick([1, 1, 1, 2, 2, 0])).map((name) => [name, value()])),
    ...(often(0.6) ? { proof: often(0.8) ? `open until ${instant()}` : value() } : {}),
    ...(often(0.5) ? { expires: instant() } : {}),
    ...(often(0.6) ? { manifest, objects: often(0.9) ? { [key]: object } : {} } : {}),
  };
}

/** Cases of chance, each with what the gate's twin says of it: the gate's Python must say the same. */
export function randomGateCases(count: number): (Omit<GateCase, "want"> & { readonly twin: object | null })[] {
  return Array.from({ length: count }, (_, seed) => {
    const given = caseOf(seed);
    return { ...given, twin: twinOf(given) };
  });
}
