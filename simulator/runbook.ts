import type { ExecuteScript, RunCommand, Runbook, Step } from "../components/aws/runbooks/automation";

/** What a run does to the world: scripts give their outputs, commands say whether they succeeded. What fails is thrown. */
export interface RunActions {
  script(handler: string, payload: ScriptPayload, steps: readonly StepResult[]): Readonly<Record<string, string>>;
  command(step: string, inputs: RunCommand["inputs"]): boolean;
}

/** What a script is given. */
export type ScriptPayload = ExecuteScript["inputs"]["InputPayload"];

/** A step that ran. */
export interface StepResult {
  readonly name: string;
  readonly status: "Success" | "Failed";
  readonly outputs: Readonly<Record<string, string>>;
}

/** How a run ended. */
export interface RunResult {
  readonly status: "Success" | "Failed";
  readonly steps: readonly StepResult[];
}

/** More steps than any of our runbooks goes through. */
const MOST_STEPS = 200;

/** The text that `{{ step.output }}` stands for. */
function valueOf(variable: string, steps: readonly StepResult[]): string | undefined {
  const [, step, output] = /^\{\{ (\w+)\.(\w+) \}\}$/u.exec(variable) ?? [];
  if (step === undefined || output === undefined) throw new Error(`not a variable that our runbooks use: ${variable}`);
  return steps.findLast(({ name }) => name === step)?.outputs[output];
}

function outputsOf(step: Step, actions: RunActions, steps: readonly StepResult[]): Readonly<Record<string, string>> | null {
  switch (step.action) {
    case "aws:sleep":
    case "aws:branch":
      return {};
    case "aws:runCommand":
      return actions.command(step.name, step.inputs) ? {} : null;
    case "aws:executeScript":
      try {
        return actions.script(step.inputs.Handler, step.inputs.InputPayload, steps);
      } catch {
        return null;
      }
    default:
      throw new Error(`a step of a kind that our runbooks do not have: ${String(Object(step).action)}`);
  }
}

/** Where a run goes on; null where it ends. A failed step without a way on ends the run as failed. */
function nextOf(step: Step, good: boolean, steps: readonly StepResult[], after: string | null): string | null {
  if (step.action === "aws:branch") {
    const { Choices, Default } = step.inputs;
    return Choices.find((choice) => valueOf(choice.Variable, steps) === choice.StringEquals)?.NextStep ?? Default;
  }
  const way = step.onFailure ?? "Abort";
  if (!good && way !== "Continue") return way === "Abort" ? null : way.slice("step:".length);
  return step.isEnd === true ? null : (step.nextStep ?? after);
}

/** Runs an Automation document as the service would, as far as our documents use it. */
export function run({ mainSteps }: Runbook, actions: RunActions): RunResult {
  const steps: StepResult[] = [];
  let failed = false;
  let at: string | null = mainSteps[0]?.name ?? null;
  while (at !== null) {
    const place: number = mainSteps.findIndex(({ name }) => name === at);
    const step: Step | undefined = mainSteps[place];
    if (!step || steps.length > MOST_STEPS) throw new Error(`a runbook that goes on to ${at}, or without an end`);
    const outputs = outputsOf(step, actions, steps);
    const good = outputs !== null;
    steps.push({ name: step.name, status: good ? "Success" : "Failed", outputs: outputs ?? {} });
    if (!good && (step.isCritical === true || (step.onFailure ?? "Abort") === "Abort")) failed = true;
    at = nextOf(step, good, steps, mainSteps[place + 1]?.name ?? null);
  }
  return { status: failed ? "Failed" : "Success", steps };
}
