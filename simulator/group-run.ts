import type { RunCommand, Runbook } from "../components/aws/runbooks/automation";
import type { Patch } from "../fleet/manifest";
import type { Cloud } from "./cloud";
import type { Fated } from "./fate";
import type { GateAnswer, GateInput, GateView } from "./gate";
import type { Turn } from "./happening";
import { run, type RunActions, type ScriptPayload, type StepResult } from "./runbook";

/** What a run did to servers. */
export interface Change {
  readonly kind: "install" | "restart";
  readonly servers: number;
  readonly finished: number;
  /** The exact list that was installed; null where the baselines decided. */
  readonly patches: readonly Patch[] | null;
}

/** A run that has ended, as anybody can see it afterwards. */
export interface RunLog {
  readonly ring: string;
  readonly group: string;
  /** The group's tag value. */
  readonly tag: string;
  readonly account: string;
  readonly region: string;
  /** The window's key. */
  readonly window: string;
  /** When its window opened, and when it began: it may be late. In milliseconds since 1970. */
  readonly opens: number;
  readonly at: number;
  readonly ends: number;
  readonly kind: "standing" | "approval" | "restart";
  readonly result: "succeeded" | "failed" | "held" | "none";
  /** What the gate said. */
  readonly why: string;
  readonly changes: readonly Change[];
}

/** A gate: the twin, or in tests one that lacks a condition. */
export type Gate = (input: GateInput, view: GateView) => GateAnswer;

const SECOND = 1000;
/** The gate asks a moment after its window opened. */
const GATE_DELAY = 10 * SECOND;
const INSTALL_DELAY = 1200 * SECOND;
const RUN_MILLIS = 5400 * SECOND;

/** One turn of a group, while it runs. */
class Running implements RunActions {
  readonly changes: Change[] = [];
  why = "";
  readonly #turn: Turn;
  readonly #fated: Fated;
  readonly #at: number;
  readonly #cloud: Cloud;
  readonly #gate: Gate;

  constructor(turn: Turn, fated: Fated, at: number, cloud: Cloud, gate: Gate) {
    this.#turn = turn;
    this.#fated = fated;
    this.#at = at;
    this.#cloud = cloud;
    this.#gate = gate;
  }

  get #servers(): number {
    const { account, region, run: member } = this.#turn;
    return this.#cloud.servers(account.id, region, member.tag);
  }

  /** How many servers the last change, or all of them together in waves, did not finish on. */
  get #failed(): number {
    return Math.max(0, ...this.changes.map(({ servers, finished }) => servers - finished));
  }

  script(handler: string, payload: ScriptPayload, steps: readonly StepResult[]): Readonly<Record<string, string>> {
    if (handler === "gate") {
      // The document's own payload is what the gate is told.
      const input: object = payload;
      const answer = this.#gate(gateInput(input), this.#cloud.view(this.#at + GATE_DELAY));
      this.why = answer.Why;
      return { ...answer };
    }
    if (handler === "record") this.#record(steps);
    if (["reconcile", "waiting", "count"].includes(handler) && this.#failed > 0)
      throw new Error(`RuntimeError: ${this.#failed} servers did not finish`);
    return {};
  }

  command(_step: string, inputs: RunCommand["inputs"]): boolean {
    const servers = this.#servers;
    const [operation = "restart"] = inputs.Parameters["Operation"] ?? [];
    if (operation === "Scan") return true;
    const finished = servers - this.#cloud.failing(this.#fated, servers);
    const [list] = inputs.Parameters["InstallOverrideList"] ?? [];
    const patches = list === undefined ? null : this.#cloud.patchesAt(list, this.#at + INSTALL_DELAY);
    this.changes.push({ kind: operation === "Install" ? "install" : "restart", servers, finished, patches });
    return finished === servers;
  }

  #record(steps: readonly StepResult[]): void {
    const { account, region, run: group, window } = this.#turn;
    const bad = steps.some(({ status }) => status === "Failed");
    const open = steps.some(({ name, outputs }) => name === "gate" && outputs["Decision"] === "open");
    const servers = this.#servers;
    const ended = this.#at + Math.min(RUN_MILLIS, window.durationHours * 3600 * SECOND);
    this.#cloud.record(
      {
        accountid: account.id,
        region,
        patchgroup: group.tag,
        runbook: group.runbook,
        started: this.#at + GATE_DELAY,
        outcome: bad ? "failed" : open ? "succeeded" : "held",
        expected: servers,
        finished: open && this.changes.length > 0 ? servers - this.#failed : 0,
      },
      ended,
    );
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

function gateInput(payload: object): GateInput {
  const given: Readonly<Record<string, unknown>> = { ...payload };
  return {
    Calendars: texts(given["Calendars"]),
    Releases: texts(given["Releases"]),
    Proved: text(given["Proved"]),
    Expires: text(given["Expires"]),
    Manifest: text(given["Manifest"]),
    Bucket: text(given["Bucket"]),
    BucketOwner: text(given["BucketOwner"]),
    Digest: text(given["Digest"]),
  };
}

/** A turn as fate knows it, by when its window opens. */
export function fatedOf({ account, region, run: group }: Turn, at: number): Fated {
  const approval = "approval" in group ? (group.approval?.key ?? null) : null;
  return { ring: group.ring, group: group.group, account: account.key, region, approval, at };
}

/** When a turn was due, and when it came. In milliseconds since 1970. */
export interface Begun {
  readonly opens: number;
  readonly at: number;
}

/** Gives a group its turn: runs the document that its stack uploads. */
export function groupRun(turn: Turn, begun: Begun, document: Runbook, cloud: Cloud, gate: Gate): RunLog {
  const running = new Running(turn, fatedOf(turn, begun.opens), begun.at, cloud, gate);
  const { status, steps } = run(document, running);
  const held = steps.some(({ name, outputs }) => name === "gate" && outputs["Decision"] === "held");
  const { changes, why } = running;
  return {
    ...logOf(turn, begun),
    ends: begun.at + turn.window.durationHours * 3600 * SECOND,
    result: status === "Failed" ? "failed" : held ? "held" : "succeeded",
    why,
    changes,
  };
}

/** A window that opened nothing. */
export function noRun(turn: Turn, opens: number): RunLog {
  const ends = opens + turn.window.durationHours * 3600 * SECOND;
  return { ...logOf(turn, { opens, at: opens }), ends, result: "none", why: "", changes: [] };
}

function logOf({ account, region, window, run: group }: Turn, begun: Begun) {
  const restart = !("approval" in group);
  const kind = restart ? ("restart" as const) : group.approval === null ? ("standing" as const) : ("approval" as const);
  return {
    ring: group.ring,
    group: group.group,
    tag: group.tag,
    account: account.key,
    region,
    window: window.key,
    ...begun,
    kind,
  };
}
