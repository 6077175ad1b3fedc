import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as sfn from "@pulumi/aws/sfn";
import * as pulumi from "@pulumi/pulumi";
import type { serviceRole } from "./service-role";

/** What a state machine with its log needs. */
export interface LoggedMachineArgs {
  readonly region: string;
  /** The state machine's physical name. */
  readonly machineName: string;
  readonly logGroupName: string;
  /** The role that it runs under. */
  readonly runs: ReturnType<typeof serviceRole>;
  /** Its text in the Amazon States Language. */
  readonly definition: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** As long as the output of commands is kept. */
const LOG_DAYS = 400;

/** A state machine, and the protected log of its failures. */
export function loggedMachine(parent: pulumi.Resource, name: string, args: LoggedMachineArgs): sfn.StateMachine {
  const { region, tags } = args;
  const unique = { parent, deleteBeforeReplace: true };
  const log = { region, name: args.logGroupName, retentionInDays: LOG_DAYS, tags };
  const logGroup = new cloudwatch.LogGroup(`${name}-log`, log, { ...unique, protect: true });
  return new sfn.StateMachine(
    `${name}-machine`,
    {
      region,
      name: args.machineName,
      type: "STANDARD",
      roleArn: args.runs.role.arn,
      definition: args.definition,
      loggingConfiguration: {
        level: "ERROR",
        includeExecutionData: true,
        logDestination: pulumi.interpolate`${logGroup.arn}:*`,
      },
      tags,
    },
    { ...unique, dependsOn: args.runs.policy },
  );
}

/** A state machine's ARN, known before it is made. */
export function machineArnOf(
  args: Pick<LoggedMachineArgs, "region" | "machineName"> & { readonly partition: string; readonly account: string },
): string {
  return `arn:${args.partition}:states:${args.region}:${args.account}:stateMachine:${args.machineName}`;
}
