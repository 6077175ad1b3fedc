import * as pulumi from "@pulumi/pulumi";
import { ownDocument } from "./own-document";
import { runbookText } from "./runbooks/automation";
import { restartRunbook, type RestartRunbookArgs } from "./runbooks/restart";

/** What a guarded restart needs. */
export interface GuardedRestartArgs extends RestartRunbookArgs {
  readonly region: string;
  /** The runbook's physical name: 3 to 128 letters, digits, `_`, `-` or `.`. */
  readonly runbookName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The one path by which servers restart that wait for it: gate, wave after wave, scan, reconcile.
 *
 * Restarts nothing by itself: a window starts it, or a person.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-documents.html
 */
export class GuardedRestart extends pulumi.ComponentResource {
  readonly runbookName: pulumi.Output<string>;

  constructor(name: string, args: GuardedRestartArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:GuardedRestart", name, {}, opts);
    const { region, runbookName: documentName, tags } = args;
    const content = runbookText(restartRunbook(args));
    const document = ownDocument(this, `${name}-runbook`, { region, documentName, kind: "Automation", content, tags });
    this.runbookName = document.name;
    this.registerOutputs({ runbookName: this.runbookName });
  }
}
