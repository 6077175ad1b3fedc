import * as scheduler from "@pulumi/aws/scheduler";
import * as pulumi from "@pulumi/pulumi";

/** What is told before one window. */
export interface WindowNotice {
  /** Part of logical names. */
  readonly key: string;
  /** The schedule's physical name. */
  readonly name: string;
  readonly description: string;
  /** When, in the grammar of EventBridge Scheduler. */
  readonly expression: string;
  /** The IANA time zone of that. */
  readonly zone: string;
  /** The event's source, such as `fleet.patching`. */
  readonly source: string;
  /** The event's detail type, such as `Window ahead`. */
  readonly type: string;
  /** The event's detail, JSON. */
  readonly detail: string;
}

/** What notices need. */
export interface WindowNoticesArgs {
  readonly region: string;
  /** What is told, and when. */
  readonly notices: readonly WindowNotice[];
  /** The bus that the events go to, by ARN, in the same account and region. */
  readonly busArn: string;
  /** The role under which they go there, by ARN. */
  readonly role: pulumi.Input<string>;
}

/**
 * Tells ahead of windows: at its time each notice puts an event on a bus, whose rules bring it to people.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html
 */
export class WindowNotices extends pulumi.ComponentResource {
  constructor(name: string, args: WindowNoticesArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:WindowNotices", name, {}, opts);
    for (const notice of args.notices) {
      new scheduler.Schedule(
        `${name}-${notice.key}`,
        {
          region: args.region,
          name: notice.name,
          description: notice.description,
          scheduleExpression: notice.expression,
          scheduleExpressionTimezone: notice.zone,
          flexibleTimeWindow: { mode: "OFF" },
          target: {
            arn: args.busArn,
            roleArn: args.role,
            input: notice.detail,
            eventbridgeParameters: { source: notice.source, detailType: notice.type },
          },
        },
        { parent: this, deleteBeforeReplace: true },
      );
    }
    this.registerOutputs({});
  }
}
