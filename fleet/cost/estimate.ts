import { PRICES, PRICES_AS_OF, type Price } from "./prices";
import type { Quantities } from "./quantities";

/** One line of an estimate. */
export interface CostLine {
  readonly item: string;
  /** Units a month, before what is free. */
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: number;
  readonly usd: number;
  readonly assumption: string;
}

/** What a fleet costs a month, line by line. */
export interface Estimate {
  readonly lines: readonly CostLine[];
  readonly total: number;
  readonly prices: typeof PRICES_AS_OF;
}

/** What is assumed where a fleet file cannot say: stated with each line that takes it. */
export const ASSUMED = {
  hoursAMonth: 730,
  daysAMonth: 365 / 12,
  /** Steps of one run: gate, decide, scan, install, scan, reconcile, record. */
  stepsARun: 7,
  /** Reads of releases by the gate of one run. */
  readsARun: 2,
  /** Files that the sync keeps of one server, and how large they are in all. */
  filesAServer: 12,
  megabytesAServer: 0.5,
  /** How often a server's files are written: inventory twice a day. */
  writesADay: 2,
  /** What of a server's evidence changes in a day, as the history keeps it. */
  historyShare: 0.002,
  /** Statements of the history job a day, each of which reads all current evidence. */
  statements: 2,
  transitionsADay: 30,
  /** Output of one command on one server, and commands of one run: scan, install, scan. */
  kilobytesOfOutput: 20,
  commandsARun: 3,
  /** Alerts a month to each address, beside notices. */
  alerts: 20,
} as const;

function line(item: string, quantity: number, price: Price, assumption: string, exempt = price.free ?? 0): CostLine {
  const usd = Math.max(0, quantity - exempt) * price.usd;
  return { item, quantity, unit: price.unit, unitPrice: price.usd, usd, assumption };
}

function lake(q: Quantities): CostLine[] {
  if (!q.hasLake) return [];
  const current = (q.servers * ASSUMED.megabytesAServer) / 1000;
  const history = current * ASSUMED.historyShare * q.retentionDays;
  const writes = q.servers * ASSUMED.filesAServer * ASSUMED.writesADay * ASSUMED.daysAMonth;
  const read = current * ASSUMED.statements * ASSUMED.daysAMonth;
  return [
    line(
      "S3: evidence",
      current + history,
      PRICES.storage,
      `${ASSUMED.megabytesAServer} MB a server, and ${q.retentionDays} days of history`,
    ),
    line(
      "S3: writes of evidence",
      writes,
      PRICES.put,
      `${ASSUMED.filesAServer} files a server, ${ASSUMED.writesADay} times a day`,
    ),
    line(
      "Athena: history",
      read,
      PRICES.athena,
      `${ASSUMED.statements} statements a day read all evidence; your own questions come on top`,
    ),
    line("Step Functions: history", ASSUMED.transitionsADay * ASSUMED.daysAMonth, PRICES.transition, "one execution a day"),
  ];
}

function running(q: Quantities): CostLine[] {
  const output = (q.serverRuns * ASSUMED.commandsARun * ASSUMED.kilobytesOfOutput) / 1_000_000;
  const steps = q.runs * ASSUMED.stepsARun;
  const free = q.runsOfAccounts.map((runs) => Math.min(runs * ASSUMED.stepsARun, PRICES.automationStep.free));
  return [
    line(
      "Automation: steps of runs",
      steps,
      PRICES.automationStep,
      `${ASSUMED.stepsARun} steps a run of a group in a place; 100,000 free an account`,
      free.reduce((all, each) => all + each, 0),
    ),
    line(
      "Parameter Store: reads by gates",
      q.advancedParameters === 0 ? 0 : q.runs * ASSUMED.readsARun,
      PRICES.parameterCall,
      `${ASSUMED.readsARun} a run`,
    ),
    line(
      "CloudWatch Logs: output",
      output,
      PRICES.logIngest,
      `${ASSUMED.kilobytesOfOutput} KB a server and command, ${ASSUMED.commandsARun} commands a run`,
    ),
    line("CloudWatch Logs: kept", output * (400 / ASSUMED.daysAMonth), PRICES.logStorage, "400 days, uncompressed"),
  ];
}

function told(q: Quantities): CostLine[] {
  const mails = q.addresses * (q.notices + ASSUMED.alerts);
  return [
    line(
      "SNS: mail",
      mails,
      PRICES.mail,
      `a notice before each window and ${ASSUMED.alerts} alerts a month, to each address; 1,000 free`,
    ),
    line(
      "EventBridge: events on the fleet's bus",
      q.addresses === 0 ? 0 : q.notices + ASSUMED.alerts,
      PRICES.event,
      "events of AWS's services cost nothing where they happen",
    ),
    line("EventBridge Scheduler: notices", q.notices, PRICES.schedule, "14 million free"),
    line("CloudWatch: alarms", q.alarms, PRICES.alarm, "10 free an account"),
  ];
}

/** What a fleet costs a month beside its servers: pure arithmetic on what was counted. Lines of nothing are left out. */
export function estimate(q: Quantities): Estimate {
  const nodes = q.advancedNodes * ASSUMED.hoursAMonth;
  const findings = q.findings ? q.servers * (q.scans === 0 ? 0 : ASSUMED.daysAMonth / 7 + ASSUMED.commandsARun) : 0;
  const lines = [
    line(
      "Parameter Store: advanced parameters",
      q.advancedParameters,
      PRICES.advancedParameter,
      "definitions and releases, shared",
    ),
    line("Systems Manager: advanced hybrid tier", nodes, PRICES.advancedNode, `${ASSUMED.hoursAMonth} hours a month each`),
    line("KMS: keys", q.keys, PRICES.key, "evidence and alerts; requests are cents"),
    ...lake(q),
    ...running(q),
    ...told(q),
    line(
      "Security Hub: patch findings",
      findings,
      PRICES.finding,
      "one a server and scan; Security Hub and AWS Config themselves not counted",
    ),
  ].filter(({ quantity }) => quantity > 0);
  return { lines, total: lines.reduce((all, { usd }) => all + usd, 0), prices: PRICES_AS_OF };
}
