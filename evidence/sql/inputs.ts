import { quoted } from "./dialect";

/** Cells of an input: what a fleet expects, or what a person asked. */
export type InputRow = readonly (string | number | null)[];

/** Everything that questions depend on beside the evidence. Instants are RFC 3339 in UTC. */
export interface Inputs {
  readonly asOf: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** A tag value. */
  readonly group?: string | undefined;
  readonly account?: string | undefined;
  readonly package?: string | undefined;
  readonly expected: Expected;
}

/** A group in a place. */
export interface ExpectedGroup {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly group: string;
  /** The value of the tag on its servers. */
  readonly tag: string;
  readonly ring: string;
  /** After how many hours a restart is late. */
  readonly pendingReboot: number;
}

/** How many servers of a group are expected: in a place, in an account (`region` is null), or in all (both are null). */
export interface ExpectedCount {
  readonly account: string | null;
  readonly region: string | null;
  readonly group: string;
  readonly tag: string;
  readonly servers: number;
}

/** A machine that is expected by name. */
export interface ExpectedMachine {
  readonly account: string;
  readonly region: string;
  readonly tag: string;
  readonly name: string;
}

/** A system that its vendor no longer mends after a day. */
export interface EndedSystem {
  /** As `platformOf` names it, such as `Ubuntu`. */
  readonly platform: string;
  /** `20.04`; a release of it (`11.6` of `11`) falls under it too. */
  readonly version: string;
  /** The last day of support, `2025-05-31`. */
  readonly on: string;
}

/** What a fleet file says of the servers, and what is known of systems. */
export interface Expected {
  /** The key of the tag that names a server's group; null without a fleet file. */
  readonly tagKey: string | null;
  readonly groups: readonly ExpectedGroup[];
  readonly counts: readonly ExpectedCount[];
  readonly machines: readonly ExpectedMachine[];
  /** Each ring and the ring before it, in the order of the file. */
  readonly rings: readonly { readonly ring: string; readonly before: string | null }[];
  readonly ended: readonly EndedSystem[];
}

const plain = (value: string | number | null): string =>
  value === null ? "NULL" : typeof value === "number" ? String(value) : quoted(value);
const cell = (value: string | number | null, type: string): string => `CAST(${plain(value)} AS ${type})`;

function values(columns: Readonly<Record<string, string>>, rows: readonly InputRow[]): string {
  const names = Object.keys(columns);
  const types = Object.values(columns);
  if (rows.length === 0)
    return `SELECT ${names.map((name, at) => `${cell(null, types[at] ?? "")} AS ${name}`).join(", ")} WHERE false`;
  // The first row says the types of all: the text has a limit, and machines expected by name are many.
  const lines = rows.map(
    (row, line) => `(${row.map((value, at) => (line > 0 ? plain(value) : cell(value, types[at] ?? ""))).join(", ")})`,
  );
  return `SELECT * FROM (VALUES ${lines.join(",\n    ")}) AS given (${names.join(", ")})`;
}

const stamp = (instant: string | undefined): string | null =>
  instant === undefined ? null : instant.replace("T", " ").replace(/(\.\d+)?Z$/u, "");

const TEXT = "VARCHAR";
const COUNT = "BIGINT";
const INSTANT = "TIMESTAMP";

function askedRelation({ expected, ...asked }: Inputs): string {
  return values(
    { instant: INSTANT, since: INSTANT, until: INSTANT, patchgroup: TEXT, accountid: TEXT, package: TEXT, tagkey: TEXT },
    [
      [
        stamp(asked.asOf),
        stamp(asked.since),
        stamp(asked.until),
        asked.group ?? null,
        asked.account ?? null,
        asked.package ?? null,
        expected.tagKey,
      ],
    ],
  );
}

function expectedRelations({ groups, counts, machines, rings, ended }: Expected): Readonly<Record<string, string>> {
  return {
    expected_groups: values(
      { accountid: TEXT, region: TEXT, name: TEXT, patchgroup: TEXT, ring: TEXT, pendingreboot: COUNT },
      groups.map((each) => [each.account, each.region, each.group, each.tag, each.ring, each.pendingReboot]),
    ),
    expected_counts: values(
      { accountid: TEXT, region: TEXT, name: TEXT, patchgroup: TEXT, servers: COUNT },
      counts.map((each) => [each.account, each.region, each.group, each.tag, each.servers]),
    ),
    expected_machines: values(
      { accountid: TEXT, region: TEXT, patchgroup: TEXT, machine: TEXT },
      machines.map((each) => [each.account, each.region, each.tag, each.name]),
    ),
    rings: values(
      { ring: TEXT, ringbefore: TEXT },
      rings.map((each) => [each.ring, each.before]),
    ),
    ended_systems: values(
      { platform: TEXT, version: TEXT, endedon: TEXT },
      ended.map((each) => [each.platform, each.version, each.on]),
    ),
  };
}

/** The inputs as relations, by name. Every question may read them. */
export function inputRelations(inputs: Inputs): ReadonlyMap<string, string> {
  return new Map([["asked", askedRelation(inputs)], ...Object.entries(expectedRelations(inputs.expected))]);
}
