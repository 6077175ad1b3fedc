import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";

/** What a change calendar needs. */
export interface FreezeCalendarArgs {
  readonly region: string;
  /** The calendar's physical name: what a gate asks for. */
  readonly calendarName: string;
  /** iCalendar text, open by default, whose events are the times in which nothing is installed. At most 64 KB. */
  readonly text: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The change calendar that a runbook's gate asks.
 *
 * A later version made by hand would not be the default one, and the next `up` fails on it: nobody but this program may
 * change the calendar.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-change-calendar.html
 */
export class FreezeCalendar extends pulumi.ComponentResource {
  readonly calendarName: pulumi.Output<string>;

  constructor(name: string, args: FreezeCalendarArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:FreezeCalendar", name, {}, opts);
    const document = new ssm.Document(
      `${name}-calendar`,
      {
        region: args.region,
        name: args.calendarName,
        documentType: "ChangeCalendar",
        documentFormat: "TEXT",
        content: args.text,
        tags: args.tags,
      },
      { parent: this, deleteBeforeReplace: true },
    );
    this.calendarName = document.name;
    this.registerOutputs({ calendarName: this.calendarName });
  }
}
