import * as pulumi from "@pulumi/pulumi";
import { ownDocument } from "./own-document";
import { restartText } from "./runbooks/restart-servers";

/** What the document that restarts servers needs. */
export interface RestartDocumentArgs {
  readonly region: string;
  /** The document's physical name. */
  readonly documentName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The Command document by which a server that waits for a restart restarts, once a run. Nothing sends it but a guarded restart.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/send-commands-reboot.html
 */
export class RestartDocument extends pulumi.ComponentResource {
  readonly documentName: pulumi.Output<string>;

  constructor(name: string, args: RestartDocumentArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:RestartDocument", name, {}, opts);
    const { region, documentName, tags } = args;
    const content = restartText();
    const document = ownDocument(this, `${name}-document`, { region, documentName, kind: "Command", content, tags });
    this.documentName = document.name;
    this.registerOutputs({ documentName: this.documentName });
  }
}
