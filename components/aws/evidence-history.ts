import * as scheduler from "@pulumi/aws/scheduler";
import * as pulumi from "@pulumi/pulumi";
import { askStatements, writeStatement, type EvidenceReader } from "./evidence-readers";
import { loggedMachine, machineArnOf } from "./logged-machine";
import type { Statement } from "./policy-document";
import { serviceRole, WRITE_LOG } from "./service-role";
import type { HistoryFinding } from "./state-machines/findings";
import { historyMachine, type HistoryStatement } from "./state-machines/history";
import { stateMachineText } from "./state-machines/states";

/** What the job that appends to the history needs. */
export interface EvidenceHistoryArgs extends EvidenceReader {
  readonly machineName: string;
  /** The role that asks and appends, by name. */
  readonly roleName: string;
  readonly scheduleName: string;
  /** The role that may only start the job, by name. */
  readonly scheduleRoleName: string;
  readonly logGroupName: string;
  /** In the grammar of EventBridge Scheduler, UTC. */
  readonly schedule: string;
  /** What appends, one statement after another. */
  readonly statements: readonly HistoryStatement[];
  /** What people are told of once everything is appended; empty where nobody listens. */
  readonly findings: readonly HistoryFinding[];
  /** The history's folders below the root of the evidence, and their tables. */
  readonly history: readonly { readonly folder: string; readonly table: string }[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Appends to the history once a day what has changed: the data syncs keep only the latest state.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
 */
export class EvidenceHistory extends pulumi.ComponentResource {
  readonly machineArn: pulumi.Output<string>;

  constructor(name: string, args: EvidenceHistoryArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:EvidenceHistory", name, {}, opts);
    const { region, tags } = args;
    const unique = { parent: this, deleteBeforeReplace: true };
    const role = { account: args.account, description: `For ${args.machineName}`, sid: "HistoryOfEvidence", tags };
    const job = serviceRole(this, `${name}-job`, {
      ...role,
      roleName: args.roleName,
      service: "states.amazonaws.com",
      statements: jobStatements(args),
    });
    const starter = serviceRole(this, `${name}-schedule`, {
      ...role,
      roleName: args.scheduleRoleName,
      service: "scheduler.amazonaws.com",
      statements: startStatements(args),
    });
    const definition = stateMachineText(historyMachine(args));
    const machine = loggedMachine(this, name, { ...args, runs: job, definition });
    new scheduler.Schedule(
      `${name}-schedule`,
      {
        region,
        name: args.scheduleName,
        description: "Starts the job that appends to the history of the fleet's evidence",
        scheduleExpression: args.schedule,
        scheduleExpressionTimezone: "UTC",
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          arn: machine.arn,
          roleArn: starter.role.arn,
          input: "{}",
          retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 20 },
        },
      },
      { ...unique, dependsOn: starter.policy },
    );
    this.machineArn = machine.arn;
    this.registerOutputs({ machineArn: this.machineArn });
  }
}

/** It asks, appends below the folders of the history, and looks whether it runs already. Logs are delivered for `*` only. */
function jobStatements(args: EvidenceHistoryArgs): Statement[] {
  const glue = (kind: string) => `arn:${args.partition}:glue:${args.region}:${args.account}:${kind}`;
  const buses = [...new Set(args.findings.map(({ busArn }) => busArn))];
  return [
    ...askStatements(args),
    ...args.history.map(({ folder, table }) => writeStatement(`Append${table.replaceAll("_", "")}`, args, `${folder}/`)),
    {
      Sid: "NotePartitions",
      Effect: "Allow",
      Action: ["glue:BatchCreatePartition"],
      Resource: [
        glue("catalog"),
        glue(`database/${args.databaseName}`),
        ...args.history.map(({ table }) => glue(`table/${args.databaseName}/${table}`)),
      ],
    },
    ...(buses.length === 0 ? [] : [{ Sid: "Tell", Effect: "Allow" as const, Action: ["events:PutEvents"], Resource: buses }]),
    {
      // AWS's reference asks for both kinds of resource; there are no map runs here.
      Sid: "FindOthers",
      Effect: "Allow",
      Action: ["states:ListExecutions"],
      Resource: [machineArnOf(args), machineArnOf(args).replace(":stateMachine:", ":mapRun:").concat("/*")],
    },
    WRITE_LOG,
  ];
}

function startStatements(args: EvidenceHistoryArgs): Statement[] {
  return [{ Sid: "StartHistory", Effect: "Allow", Action: ["states:StartExecution"], Resource: machineArnOf(args) }];
}
