import { GetAutomationExecutionCommand, ListCommandsCommand } from "@aws-sdk/client-ssm";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../evidence/aws/refusal";
import { seenCommand, seenExecution, type End, type Seen } from "./seen";
import type { Started } from "./started";
import type { SystemsManager } from "./systems-manager";

/** How a run is watched. */
export interface Watching {
  /** Milliseconds between looks. */
  readonly every: number;
  /** Ends the watching, not the run. */
  readonly signal: AbortSignal;
  /** Hears each new line. */
  readonly say: (line: string) => void;
}

/** A run that was just started may not be found yet. */
const NOT_YET = 5;

async function look(manager: SystemsManager, { kind, id }: Started, signal: AbortSignal): Promise<Seen | null> {
  if (kind === "execution") {
    const { AutomationExecution: execution } = await manager.ask(
      (client) => client.send(new GetAutomationExecutionCommand({ AutomationExecutionId: id }), { abortSignal: signal }),
      signal,
    );
    return execution === undefined ? null : seenExecution(execution);
  }
  const { Commands: [command] = [] } = await manager.ask(
    (client) => client.send(new ListCommandsCommand({ CommandId: id }), { abortSignal: signal }),
    signal,
  );
  return command === undefined ? null : seenCommand(command);
}

/** Looks at a run again and again until it ends, or until nobody watches any more: then null. */
export async function watch(manager: SystemsManager, started: Started, { every, signal, say }: Watching): Promise<End | null> {
  const said = new Set<string>();
  for (let lost = 0; ;) {
    try {
      const seen = await look(manager, started, signal);
      lost = seen === null ? lost + 1 : 0;
      if (lost > NOT_YET)
        throw new Refusal(
          "missing",
          `${started.kind} ${started.id} is not there`,
          "look at it in the console of Systems Manager",
        );
      for (const line of seen?.lines ?? []) {
        if (!said.has(line)) say(line);
        said.add(line);
      }
      if (seen !== null && seen.end !== null) return seen.end;
      await pause(every, undefined, { signal });
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }
}
