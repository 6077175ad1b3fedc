import { SendCommandCommand, StartAutomationExecutionCommand } from "@aws-sdk/client-ssm";
import { randomUUID } from "node:crypto";
import { NAMES } from "../fleet/names";
import type { RunTarget } from "./run-target";
import type { SystemsManager } from "./systems-manager";

/** What was started. */
export interface Started {
  readonly kind: "execution" | "command";
  readonly id: string;
}

/** A scan reaches half of the group at once: it changes nothing. The same limits as the scans of the runbooks. */
const SCAN = { concurrency: "50%", timeoutSeconds: 1200, stepTimeoutSeconds: "900" };

/** Starts the runbook. A starter passes nothing: all that it does stands in the document. */
async function startExecution(manager: SystemsManager, runbook: string): Promise<Started> {
  // The same token for every attempt: a request that is repeated starts nothing twice.
  const token = randomUUID();
  const { AutomationExecutionId: id = "" } = await manager.ask((client) =>
    client.send(new StartAutomationExecutionCommand({ DocumentName: runbook, ClientToken: token })),
  );
  return { kind: "execution", id };
}

/**
 * Scans the group's servers and no others. The association of the weekly scan would scan every server of the region, in a group or
 * not, so a scan by hand is the command that it runs.
 */
async function startScan(manager: SystemsManager, { tagKey, group }: RunTarget): Promise<Started> {
  const { Command: command } = await manager.ask((client) =>
    client.send(
      new SendCommandCommand({
        DocumentName: "AWS-RunPatchBaseline",
        Targets: [{ Key: `tag:${tagKey}`, Values: [group.tag] }],
        Parameters: {
          Operation: ["Scan"],
          RebootOption: ["NoReboot"],
          SnapshotId: [randomUUID()],
          StepTimeoutSeconds: [SCAN.stepTimeoutSeconds],
        },
        MaxConcurrency: SCAN.concurrency,
        MaxErrors: "100%",
        TimeoutSeconds: SCAN.timeoutSeconds,
        Comment: `fleet run scan ${group.name}`.slice(0, 100),
        CloudWatchOutputConfig: { CloudWatchLogGroupName: NAMES.logGroup, CloudWatchOutputEnabled: true },
      }),
    ),
  );
  return { kind: "command", id: command?.CommandId ?? "" };
}

/** Starts what was confirmed. */
export function start(manager: SystemsManager, target: RunTarget): Promise<Started> {
  return target.runbook === null ? startScan(manager, target) : startExecution(manager, target.runbook);
}
