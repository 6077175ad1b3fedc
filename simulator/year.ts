import type { Runbook } from "../components/aws/runbooks/automation";
import { installRunbook } from "../components/aws/runbooks/install";
import { restartRunbook } from "../components/aws/runbooks/restart";
import { evaluatorMachine } from "../components/aws/state-machines/evaluator";
import type { StateMachine } from "../components/aws/state-machines/states";
import type { Plan } from "../fleet/plan";
import type { CentralPlan } from "../fleet/plan/central";
import type { EvaluatorPlan } from "../fleet/plan/evaluator";
import { evaluatorArgsOf } from "../stacks/evaluator-args";
import { installArgsOf, restartArgsOf } from "../stacks/runbook-args";
import { Cloud } from "./cloud";
import type { Fate } from "./fate";
import { gate } from "./gate";
import { fatedOf, groupRun, noRun, type Gate, type RunLog } from "./group-run";
import { happenings, turnsOf, type Happening, type Turn } from "./happening";
import { health } from "./health";
import { execute, type Services } from "./state-machine";

/** What is simulated. Instants in milliseconds since 1970. */
export interface Simulated {
  readonly plan: Plan;
  readonly fate: Fate;
  readonly from: number;
  readonly to: number;
  /** The gate. @default the twin of the gate's Python */
  readonly gate?: Gate;
  /** The document that a turn runs. @default the one that its stack uploads, made once more */
  readonly document?: (turn: Turn) => Runbook;
  /** What becomes of an evaluator's machine before it runs. @default nothing */
  readonly changed?: (machine: StateMachine) => StateMachine;
}

/** What an evaluator wrote. */
export interface Proof {
  readonly ring: string;
  readonly at: number;
  /** The values that it wrote, in order. */
  readonly written: readonly string[];
  readonly status: "SUCCEEDED" | "FAILED";
}

/** A year that has passed. */
export interface Year {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly RunLog[];
  readonly proofs: readonly Proof[];
}

/** The plan of the account in which everything that is shared lives. */
export function centralOf({ stacks }: Plan): CentralPlan {
  const central = stacks.map((stack) => (stack.kind === "hybrid" ? null : stack.central)).find((each) => each !== null);
  if (!central) throw new Error("a plan without a central account");
  return central;
}

/** The very document that a group's stack uploads. */
function documentOf({ member, account, region, run }: Turn): Runbook {
  if ("operation" in run && run.operation === "install") return installRunbook(installArgsOf(member, account, region, run));
  return restartRunbook(restartArgsOf(member, account, region, run));
}

/** What an evaluator's calls do to the cloud. */
function servicesOf(plan: EvaluatorPlan, cloud: Cloud, fate: Fate, at: number, written: string[]): Services {
  return (call, parameters) => {
    if (fate.refused(plan.ring, call, at)) throw new Error("refused");
    if (call === "athena:startQueryExecution.sync") return { QueryExecution: { QueryExecutionId: "q" } };
    if (call === "athena:getQueryResults") {
      const answer = health(plan, cloud.evidence(at), at);
      return { ResultSet: { Rows: [{ Data: [{ VarCharValue: "release" }] }, { Data: [{ VarCharValue: answer }] }] } };
    }
    if (call === "aws-sdk:cloudwatch:describeAlarms") {
      const quiet = plan.alarms.filter((alarm) => !fate.alarmed(alarm, at));
      return { MetricAlarms: quiet.map(() => ({ StateValue: "OK" })), CompositeAlarms: [] };
    }
    if (call === "aws-sdk:ssm:putParameter") {
      cloud.write(String(parameters["Name"]), String(parameters["Value"]));
      written.push(String(parameters["Value"]));
    }
    return {};
  };
}

/** What happens, when it comes to pass: some turns come later than their windows. */
function comings(due: readonly Happening[], fate: Fate): { readonly happening: Happening; readonly at: number }[] {
  const late = (happening: Happening) => (happening.kind === "turn" ? fate.delay(fatedOf(happening.turn, happening.at)) : 0);
  return due.map((happening) => ({ happening, at: happening.at + late(happening) })).toSorted((one, other) => one.at - other.at);
}

/** A function that makes each thing once. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** Lets time pass over a fleet: its own documents and state machines over a cloud and a fate. The same again gives the same. */
export function simulate(given: Simulated): Year {
  const { plan, fate, from, to, gate: asked = gate, changed = (machine) => machine } = given;
  const central = centralOf(plan);
  const { evidence, evaluators, alerts } = central;
  const cloud = new Cloud(plan, central, turnsOf(plan), fate);
  const document = once(given.document ?? documentOf);
  const machine = once((evaluator: EvaluatorPlan) => {
    if (evidence === null) throw new Error("an evaluator without evidence");
    return changed(evaluatorMachine(evaluatorArgsOf(evaluator, evidence, plan.tagKey, alerts?.busArn ?? null, {})));
  });
  const runs: RunLog[] = [];
  const proofs: Proof[] = [];
  for (const { happening, at } of comings(happenings(plan, evaluators, from, to), fate)) {
    if (happening.kind === "turn") {
      const { turn, at: opens } = happening;
      runs.push(
        fate.silent(fatedOf(turn, opens)) ? noRun(turn, opens) : groupRun(turn, { opens, at }, document(turn), cloud, asked),
      );
    } else if (!fate.dead(happening.evaluator.ring, at)) {
      const { evaluator } = happening;
      const written: string[] = [];
      const { status } = execute(machine(evaluator), servicesOf(evaluator, cloud, fate, at, written), `${evaluator.name}-${at}`);
      proofs.push({ ring: evaluator.ring, at, written, status });
    }
  }
  return { from, to, runs, proofs };
}
