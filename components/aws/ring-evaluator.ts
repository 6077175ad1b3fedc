import * as scheduler from "@pulumi/aws/scheduler";
import * as sfn from "@pulumi/aws/sfn";
import * as pulumi from "@pulumi/pulumi";
import { askStatements, type EvidenceReader } from "./evidence-readers";
import { loggedMachine, machineArnOf } from "./logged-machine";
import type { Statement } from "./policy-document";
import { serviceRole, WRITE_LOG } from "./service-role";
import { evaluatorMachine, type EvaluatorMachineArgs } from "./state-machines/evaluator";
import { stateMachineText } from "./state-machines/states";

/** When an evaluator is started. */
export interface EvaluatorTime {
  /** Part of logical names: the window ahead of which it is. */
  readonly key: string;
  /** The schedule's physical name. */
  readonly name: string;
  readonly description: string;
  /** In the grammar of EventBridge Scheduler. */
  readonly expression: string;
  /** The IANA time zone of that. */
  readonly zone: string;
}

/** What the evaluator of one ring needs. */
export interface RingEvaluatorArgs extends EvidenceReader, EvaluatorMachineArgs {
  readonly machineName: string;
  /** The role that asks and writes, by name. */
  readonly roleName: string;
  /** The role that may only start it, by name. */
  readonly scheduleRoleName: string;
  readonly logGroupName: string;
  /** The parameter that it writes, by ARN. */
  readonly parameterArn: string;
  /** When it is started. */
  readonly times: readonly EvaluatorTime[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Opens or holds one ring ahead of each of its windows, by what evidence says of the ring before. If it is not there, or fails, the
 * ring's release lapses, and nothing is installed.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export class RingEvaluator extends pulumi.ComponentResource {
  readonly machineArn: pulumi.Output<string>;

  constructor(name: string, args: RingEvaluatorArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:RingEvaluator", name, {}, opts);
    const { account, tags } = args;
    const role = { account, description: `For ${args.machineName}`, sid: "EvaluatorOfRing", tags };
    const judge = serviceRole(this, name, {
      ...role,
      roleName: args.roleName,
      service: "states.amazonaws.com",
      statements: judgeStatements(args),
    });
    const definition = stateMachineText(evaluatorMachine(args));
    const machine = loggedMachine(this, name, { ...args, runs: judge, definition });
    const starter = serviceRole(this, `${name}-schedule`, {
      ...role,
      roleName: args.scheduleRoleName,
      service: "scheduler.amazonaws.com",
      statements: [{ Sid: "StartEvaluator", Effect: "Allow", Action: ["states:StartExecution"], Resource: machineArnOf(args) }],
    });
    for (const time of args.times) this.startAt(`${name}-${time.key}`, time, args, machine, starter);
    this.machineArn = machine.arn;
    this.registerOutputs({ machineArn: this.machineArn });
  }

  private startAt(
    name: string,
    time: EvaluatorTime,
    { region }: RingEvaluatorArgs,
    machine: sfn.StateMachine,
    { role, policy }: ReturnType<typeof serviceRole>,
  ): void {
    new scheduler.Schedule(
      name,
      {
        region,
        name: time.name,
        description: time.description,
        scheduleExpression: time.expression,
        scheduleExpressionTimezone: time.zone,
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          arn: machine.arn,
          roleArn: role.arn,
          input: "{}",
          // An answer that comes later than this is the next asking's.
          retryPolicy: { maximumEventAgeInSeconds: 1800, maximumRetryAttempts: 20 },
        },
      },
      { parent: this, deleteBeforeReplace: true, dependsOn: policy },
    );
  }
}

/** It asks, looks at alarms (composite ones are told of for `*` only), writes its one parameter, and tells people. */
function judgeStatements(args: RingEvaluatorArgs): Statement[] {
  const allow = (Sid: string, action: string, Resource: string): Statement => ({
    Sid,
    Effect: "Allow",
    Action: [action],
    Resource,
  });
  return [
    ...askStatements(args),
    ...(args.alarms.length > 0 ? [allow("LookAtAlarms", "cloudwatch:DescribeAlarms", "*")] : []),
    allow("WriteRelease", "ssm:PutParameter", args.parameterArn),
    ...(args.told ? [allow("Tell", "events:PutEvents", args.told.busArn)] : []),
    WRITE_LOG,
  ];
}
