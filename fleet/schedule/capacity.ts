import type { Finding } from "./finding";

/** How long the parts of a run take that are not the install, in seconds: gate, each of two scans, reconciliation, room to spare. */
export const FIXED_SECONDS = { gate: 600, scan: 2400, reconcile: 600, slack: 300 } as const;

const fixedTotal = FIXED_SECONDS.gate + 2 * FIXED_SECONDS.scan + FIXED_SECONDS.reconcile + FIXED_SECONDS.slack;
const shortestDelivery = 30;
const longestStep = 36_000;

/** What a group brings to its window. */
export interface CapacityInput {
  /** Whole hours that the window is open, 1 to 24. */
  readonly durationHours: number;
  /** Whole hours before the end at which no further server may start. */
  readonly cutoffHours: number;
  /** How many servers there are; left out when nobody knows. */
  readonly servers?: number;
  /** How many install at once: a count, or a share of the servers in percent, 1 to 100. */
  readonly concurrency: { readonly count: number } | { readonly percent: number };
  /** How long one server takes, restart included, in minutes. */
  readonly perServerMinutes: number;
}

/** What a window can do for a group. */
export interface Capacity {
  readonly fits: boolean;
  /** Why not, one finding for each limit that is passed; empty when it fits. */
  readonly findings: readonly Finding[];
  /** How many waves of servers follow one another; null when nobody knows how many servers there are. */
  readonly waves: number | null;
  /** How long the install command may take in all, which is its expiry; 0 when the window is too short for any. */
  readonly installSeconds: number;
  /** The command's TimeoutSeconds: with `stepTimeoutSeconds` it makes up the expiry. */
  readonly timeoutSeconds: number;
  /** The document's StepTimeoutSeconds: how long one server may take before it counts as failed. */
  readonly stepTimeoutSeconds: number;
  /** The most servers that such a window can finish; null when their number does not matter (a share of them at once). */
  readonly canFinish: number | null;
}

function atOnce(concurrency: CapacityInput["concurrency"], servers: number): number {
  return Math.max(1, "count" in concurrency ? concurrency.count : Math.floor((servers * concurrency.percent) / 100));
}

function wavesOf({ servers, concurrency }: CapacityInput): number | null {
  if (servers !== undefined) return Math.ceil(servers / atOnce(concurrency, servers));
  return "count" in concurrency ? null : Math.ceil(100 / Math.max(1, concurrency.percent));
}

/** The most waves whose last one begins before the cutoff and ends before the command expires. */
function mostWaves(input: CapacityInput, installSeconds: number): number {
  const perServer = input.perServerMinutes * 60;
  const open = (input.durationHours - input.cutoffHours) * 3600 - FIXED_SECONDS.gate - FIXED_SECONDS.scan;
  if (open < 0 || perServer > Math.min(longestStep, installSeconds - shortestDelivery)) return 0;
  return Math.min(Math.floor(installSeconds / perServer), Math.floor(open / perServer) + 1);
}

function canFinish({ concurrency }: CapacityInput, most: number): number | null {
  if ("count" in concurrency) return most * concurrency.count;
  return most >= Math.ceil(100 / concurrency.percent) ? null : most;
}

function minutes(seconds: number): string {
  return `${Math.ceil(seconds / 60)} minutes`;
}

function findingsOf(input: CapacityInput, waves: number | null, installSeconds: number, step: number): readonly Finding[] {
  const { durationHours, cutoffHours, perServerMinutes } = input;
  const perServer = perServerMinutes * 60;
  const needed = (waves ?? 1) * perServer;
  const longer = Math.ceil((Math.max(needed, perServer + shortestDelivery) + fixedTotal) / 3600);
  const findings: Finding[] = [];
  if (cutoffHours >= durationHours) {
    findings.push({
      got: `a cutoff of ${cutoffHours} hours in a window of ${durationHours}`,
      want: "a cutoff shorter than the window",
      fix: "shorten the cutoff or lengthen the window",
    });
  }
  if (needed > installSeconds || step < perServer) {
    findings.push({
      got: `${waves ?? 1} ${(waves ?? 1) === 1 ? "wave" : "waves"} of ${perServerMinutes} minutes, ${minutes(needed)} in all`,
      want: `at most ${minutes(installSeconds)}: of ${durationHours} hours, gate, two scans and reconciliation take ${minutes(fixedTotal)}`,
      fix:
        longer <= 24
          ? `lengthen the window to ${longer} hours, or let more servers install at once`
          : "let more servers install at once",
    });
  }
  const lastStart = FIXED_SECONDS.gate + FIXED_SECONDS.scan + needed - perServer;
  if (cutoffHours < durationHours && lastStart > (durationHours - cutoffHours) * 3600) {
    findings.push({
      got: `a last wave that begins ${minutes(lastStart)} after the window opens`,
      want: `at most ${minutes((durationHours - cutoffHours) * 3600)}: ${durationHours} hours less a cutoff of ${cutoffHours}`,
      fix: "shorten the cutoff, lengthen the window, or let more servers install at once",
    });
  }
  return findings;
}

/**
 * Whether a window can finish a group, and the expiry of the install command that follows.
 *
 * AWS counts a command's expiry over all its servers, not over one: TimeoutSeconds plus the document's StepTimeoutSeconds. A wave that
 * has not begun by then is cut off silently, so the expiry is all of the window that gate, scans and reconciliation leave.
 * `waves` from a share alone takes a group large enough that the share comes out even: write `servers` to be exact.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
 */
export function capacity(input: CapacityInput): Capacity {
  const perServer = input.perServerMinutes * 60;
  const installSeconds = Math.max(0, input.durationHours * 3600 - fixedTotal);
  const waves = wavesOf(input);
  // Whether a server of the last wave must have begun by TimeoutSeconds is told in two ways: it does, so both are true.
  const begun = ((waves ?? 1) - 1) * perServer;
  const fair = Math.max(perServer, Math.min(4 * perServer, Math.floor(installSeconds / 2), installSeconds - begun));
  const stepTimeoutSeconds = Math.max(1, Math.min(fair, longestStep, installSeconds - shortestDelivery));
  const findings = findingsOf(input, waves, installSeconds, stepTimeoutSeconds);
  return {
    fits: findings.length === 0,
    findings,
    waves,
    installSeconds,
    timeoutSeconds: Math.max(shortestDelivery, installSeconds - stepTimeoutSeconds),
    stepTimeoutSeconds,
    canFinish: canFinish(input, mostWaves(input, installSeconds)),
  };
}
