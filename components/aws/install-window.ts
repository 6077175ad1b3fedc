import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";

/** One group's run in a window. */
export interface InstallWindowRun {
  /** The group's name: part of logical names and of the task's own, which takes letters, digits, `_`, `-` or `.`. */
  readonly key: string;
  /** The guarded runbook that the task starts, by name. */
  readonly runbook: pulumi.Input<string>;
  /** What the runbook does. @default install */
  readonly operation?: "install" | "restart";
}

/** What an install window needs. */
export interface InstallWindowArgs {
  readonly region: string;
  /** The window's physical name: 3 to 128 letters, digits, `_`, `-` or `.`. */
  readonly windowName: string;
  /** At most 128 characters. */
  readonly description: string;
  /** A schedule in the grammar of maintenance windows, such as `cron(0 3 ? * SUN *)`. */
  readonly schedule: string;
  /** Days added after the scheduled day, 1 to 6. @default none */
  readonly offsetDays?: number;
  /** The schedule's IANA time zone; left out for `at(…)`, which is UTC. */
  readonly zone?: string;
  /** When a window that opens once is over, RFC 3339 in UTC. @default it stands until it is removed */
  readonly endDate?: string;
  /** Hours, 1 to 24. */
  readonly durationHours: number;
  /** Hours before the end at which nothing new starts. */
  readonly cutoffHours: number;
  /** At most 20. */
  readonly runs: readonly InstallWindowRun[];
  /** The ARN of the role under which the window starts runbooks. */
  readonly windowRole: pulumi.Input<string>;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * A maintenance window in which groups install or restart, each through a guarded runbook of its own.
 *
 * A window's task runs the whole group at once and names no targets, so that one run of the runbook serves all and its
 * gate decides once. All of what a run does is written into its document; the window passes nothing.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/maintenance-windows.html
 */
export class InstallWindow extends pulumi.ComponentResource {
  readonly windowId: pulumi.Output<string>;

  constructor(name: string, args: InstallWindowArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:InstallWindow", name, {}, opts);
    const window = new ssm.MaintenanceWindow(`${name}-window`, windowArgs(args), { parent: this });
    for (const run of args.runs) {
      // A slash, which no key can hold: the window `a` with the group `b-c` is not the window `a-b` with the group `c`.
      new ssm.MaintenanceWindowTask(`${name}/${run.key}-task`, taskArgs(args, run, window), { parent: this });
    }
    this.windowId = window.id;
    this.registerOutputs({ windowId: this.windowId });
  }
}

function windowArgs(args: InstallWindowArgs): ssm.MaintenanceWindowArgs {
  return {
    region: args.region,
    name: args.windowName,
    description: args.description,
    schedule: args.schedule,
    ...(args.zone === undefined ? {} : { scheduleTimezone: args.zone }),
    ...(args.offsetDays === undefined ? {} : { scheduleOffset: args.offsetDays }),
    ...(args.endDate === undefined ? {} : { endDate: args.endDate }),
    duration: args.durationHours,
    cutoff: args.cutoffHours,
    allowUnassociatedTargets: false,
    enabled: true,
    tags: args.tags,
  };
}

/** Without targets a task must have neither `maxConcurrency` nor `maxErrors`. @see RegisterTaskWithMaintenanceWindow */
function taskArgs(args: InstallWindowArgs, run: InstallWindowRun, window: ssm.MaintenanceWindow): ssm.MaintenanceWindowTaskArgs {
  const operation = run.operation ?? "install";
  return {
    region: args.region,
    windowId: window.id,
    name: `${operation}-${run.key}`,
    description: `${operation === "install" ? "Installs on" : "Restarts"} ${run.key}`,
    taskType: "AUTOMATION",
    taskArn: run.runbook,
    serviceRoleArn: args.windowRole,
    priority: 1,
    cutoffBehavior: "CANCEL_TASK",
    taskInvocationParameters: { automationParameters: { documentVersion: "$DEFAULT" } },
  };
}
