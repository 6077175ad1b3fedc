import type { CoverageClass } from "../record/question";
import { classOf, fateOf, type Fate } from "./fate";
import { DAY, HOUR, MINUTE, wholeSecond } from "./instant";
import { isDamage, messOf, type Mess } from "./mess";
import type { DemoPlace } from "./place";
import { hex, randomOf, whole, type Random } from "./random";
import { machineSystem, systemOf, type DemoSystem } from "./system";

/** What a demo is made of. The same gives the same files, to the byte. */
export interface Demo {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly asOf: number;
  readonly tagKey: string;
  readonly places: readonly DemoPlace[];
  /** How many packages a Linux server carries, 1 to 200. */
  readonly packages: number;
  readonly mess: boolean;
}

/** A server of the demo: what was decided about it, before anything is written. */
export interface DemoServer {
  readonly place: DemoPlace;
  /** Its place among the servers of its group there. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** What answers call it: its node, or where there is none, its machine's name or its number among those that its group lacks. */
  readonly answers: string;
  readonly address: string;
  readonly system: DemoSystem;
  readonly fate: Fate;
  readonly mess: Mess | null;
  /** Its node is gone, and its files stayed. */
  readonly departed: boolean;
  /** Its own updaters still run. */
  readonly patchesItself: boolean;
  /** When its last patch operation ended; null when there was none. */
  readonly scanned: number | null;
  /** When something was installed last. */
  readonly patched: number;
  readonly class: CoverageClass;
}

const ROLES: Readonly<Record<string, readonly [string, string, string]>> = {
  apt: ["app", "web", "db"],
  rpm: ["api", "worker", "cache"],
  windows: ["files", "iis", "sql"],
};

/** The scan of a server whose fate it is to be stale: more than seven days ago. */
function scannedAt(place: DemoPlace, fate: Fate, random: Random, asOf: number): number | null {
  const jitter = whole(random, 0, 50) * MINUTE + whole(random, 0, 59) * 1000;
  if (fate === "never scanned" || fate === "unmanaged") return null;
  const scanned = fate === "stale" ? asOf - whole(random, 8, 40) * DAY - jitter : Math.min(place.scanned + jitter, asOf - HOUR);
  return wholeSecond(scanned);
}

function idOf(demo: Demo, place: DemoPlace, index: number, isHybrid: boolean): string {
  // The same id in two accounts: what tells the nodes apart is where they are.
  const alike = demo.mess && place.first && index % 40 === 7;
  const key = alike ? ["alike"] : [place.account, place.region, place.group.name];
  return `${isHybrid ? "mi" : "i"}-0${hex(randomOf(demo.seed, "id", ...key, index), 16)}`;
}

/** The same server whenever it is asked for. From `place.servers` on, servers are nodes that have departed. */
function serverOf(demo: Demo, place: DemoPlace, index: number): DemoServer {
  const random = randomOf(demo.seed, place.account, place.region, place.group.name, index);
  const departed = index >= place.servers;
  const machine = place.machines[index];
  const system = machine ? machineSystem(random, machine.system) : systemOf(random, place.group.systems);
  const drawn = fateOf(random);
  const fate = departed ? "compliant" : drawn;
  const drawnMess = messOf(random);
  const isWhole = fate === "compliant" || fate === "not compliant";
  const mess = demo.mess && isWhole && !departed && (fate === "compliant" || drawnMess !== "an absent count") ? drawnMess : null;
  const scanned = scannedAt(place, fate, random, demo.asOf - (departed ? 20 * DAY : 0));
  const before = scanned ?? demo.asOf;
  const id = idOf(demo, place, index, machine !== undefined);
  const role = ROLES[system.family]?.[whole(random, 0, 2)] ?? "app";
  return {
    place,
    index,
    id,
    name: machine?.name ?? `${role}-${String(index + 1).padStart(4, "0")}`,
    answers: fate === "unmanaged" ? (machine?.name ?? "") : id,
    address: `10.${whole(random, 0, 63)}.${whole(random, 0, 255)}.${whole(random, 4, 250)}`,
    system,
    fate,
    mess,
    departed,
    patchesItself: random() < 0.02,
    scanned,
    patched: place.installs.findLast((install) => install <= before) ?? wholeSecond(before - 45 * DAY),
    class: isDamage(mess) ? "unknown" : classOf(fate),
  };
}

/** How many nodes have departed from a place whose files are still there. */
export function departedIn(demo: Demo, place: DemoPlace): number {
  return demo.mess ? Math.ceil(place.servers / 50) : 0;
}

/** Every server of a demo, one after another, departed nodes last in each place. */
export function* serversOf(demo: Demo): Generator<DemoServer, void> {
  for (const place of demo.places) {
    const count = place.servers + departedIn(demo, place);
    let lacking = 0;
    for (let index = 0; index < count; index += 1) {
      const server = serverOf(demo, place, index);
      if (server.answers === "") lacking += 1;
      yield server.answers === "" ? { ...server, answers: `${place.group.name} #${lacking}` } : server;
    }
  }
}
