import { manifestOf, type Patch } from "../fleet/manifest";
import { NAMES } from "../fleet/names";
import type { Plan } from "../fleet/plan";
import type { CentralPlan } from "../fleet/plan/central";
import { calendarReader } from "./calendar";
import type { Fate, Fated } from "./fate";
import type { GateView } from "./gate";
import type { Turn } from "./happening";
import type { Evidence, RunRecord } from "./health";

/** What is in no list that was approved: what somebody put into a manifest afterwards. */
export const FOREIGN: Patch = { id: "foreign.amd64", title: "foreign.amd64:6.6.6" };

/** How many servers a group has in a place where the fleet file does not say. */
const SERVERS = 10;

/** What central and the regions hold, and what fate makes of it. */
export class Cloud {
  /** Parameters that were written since, by name. */
  readonly #written = new Map<string, string>();
  readonly #declared = new Map<string, { readonly ring: string; readonly value: string }>();
  readonly #proved = new Map<string, { readonly name: string; readonly value: string }>();
  readonly #calendars: ReadonlyMap<string, (at: number) => boolean>;
  readonly #manifests = new Map<string, { readonly digest: string; readonly patches: readonly Patch[] }>();
  readonly #records: { readonly written: number; readonly record: RunRecord }[] = [];
  readonly #servers = new Map<string, number>();
  readonly #central: CentralPlan;
  readonly #fate: Fate;

  constructor(plan: Plan, central: CentralPlan, turns: readonly Turn[], fate: Fate) {
    this.#central = central;
    this.#fate = fate;
    for (const { ring, declared, proved } of central.releases) {
      this.#declared.set(declared.arn, { ring, value: declared.value });
      if (proved) this.#proved.set(proved.arn, proved);
    }
    this.#calendars = new Map(
      plan.rings.flatMap((ring) => [
        [NAMES.calendar(ring.name), calendarReader(ring.calendar, ring.order)] as const,
        ...(ring.urgentCalendar === null
          ? []
          : [[NAMES.urgentCalendar(ring.name), calendarReader(ring.urgentCalendar, ring.order)] as const]),
      ]),
    );
    const lists = [
      ...plan.approvals.map(({ patches }) => patches),
      ...plan.rings.map(({ release }) => release.manifest?.patches ?? []),
    ];
    for (const { digest, patches } of lists.map(manifestOf)) this.#manifests.set(digest, { digest, patches });
    for (const turn of turns) this.#servers.set(keyOf(turn.account.id, turn.region, turn.run.tag), turn.run.servers ?? SERVERS);
  }

  /** What a gate sees at an instant. */
  view(now: number): GateView {
    const home = () => {
      if (this.#fate.unreadable(now)) throw new Error("ClientError: home cannot be read");
    };
    return {
      now,
      calendarState: (name) => {
        const closed = this.#calendars.get(name);
        if (!closed) throw new Error(`ClientError: no calendar ${name}`);
        return closed(now) ? "CLOSED" : "OPEN";
      },
      parameter: (arn) => {
        home();
        const declared = this.#declared.get(arn);
        if (declared) return this.#fate.declared(declared.ring, now) ?? declared.value;
        const proved = this.#proved.get(arn);
        if (!proved) throw new Error(`ClientError: no parameter ${arn}`);
        return this.#written.get(proved.name) ?? proved.value;
      },
      object: (_bucket, _owner, key) => this.#object(key, now),
    };
  }

  /** What an evaluator writes. */
  write(name: string, value: string): void {
    this.#written.set(name, value);
  }

  #object(key: string, now: number) {
    const digest = key.slice("manifests/".length, -".yaml".length);
    if (!this.#manifests.has(digest)) throw new Error(`ClientError: no object ${key}`);
    const tampered = this.#fate.tampered(digest, now);
    const checksum = tampered === "replaced" ? manifestOf([FOREIGN]).digest : digest;
    return {
      checksum: Buffer.from(checksum, "hex").toString("base64"),
      versions: tampered === "rewritten" ? 3 : 1,
      deletions: 0,
    };
  }

  /** What a list names when servers read it: written again and back, it may be another one just then. */
  patchesAt(address: string, now: number): readonly Patch[] {
    const digest = /manifests\/([0-9a-f]{64})\.yaml$/u.exec(address)?.[1] ?? "";
    const manifest = this.#manifests.get(digest);
    if (!manifest) throw new Error(`no manifest ${address}`);
    return this.#fate.tampered(digest, now) === null ? manifest.patches : [...manifest.patches, FOREIGN];
  }

  servers(account: string, region: string, tag: string): number {
    return this.#servers.get(keyOf(account, region, tag)) ?? 0;
  }

  failing(run: Fated, servers: number): number {
    return Math.min(servers, Math.max(0, this.#fate.failing(run, servers)));
  }

  /** A run leaves its record when it ends. */
  record(record: RunRecord, written: number): void {
    this.#records.push({ record, written });
  }

  /** What Athena reads at an instant. */
  evidence(now: number): Evidence {
    const runs = this.#central.evidence?.runs ?? { starts: [], places: [] };
    return {
      runs,
      records: this.#records.filter(({ written }) => written <= now).map(({ record }) => record),
      known: ({ accountid, region, patchgroup }) => this.servers(accountid, region, patchgroup),
      missed: () => 0,
    };
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join("/");
