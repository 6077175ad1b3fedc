import * as pulumi from "@pulumi/pulumi";
import { ownDocument } from "./own-document";
import { runbookText } from "./runbooks/automation";
import { installRunbook, type InstallRunbookArgs } from "./runbooks/install";

/** What a guarded runbook needs. */
export interface GuardedRunbookArgs extends InstallRunbookArgs {
  readonly region: string;
  /** The runbook's physical name: 3 to 128 letters, digits, `_`, `-` or `.`. */
  readonly runbookName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The one path by which a group installs: gate, scan, install, scan, reconcile.
 *
 * A component of its own, named by its group alone: when the group moves to another ring or window, its runbook stays where
 * it is. Under a window it would be made anew, and its name is taken until the old one is gone.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-documents.html
 */
export class GuardedRunbook extends pulumi.ComponentResource {
  readonly runbookName: pulumi.Output<string>;

  constructor(name: string, args: GuardedRunbookArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:GuardedRunbook", name, {}, opts);
    const { region, runbookName: documentName, tags } = args;
    const content = runbookText(installRunbook(args));
    const document = ownDocument(this, `${name}-runbook`, { region, documentName, kind: "Automation", content, tags });
    this.runbookName = document.name;
    this.registerOutputs({ runbookName: this.runbookName });
  }
}
