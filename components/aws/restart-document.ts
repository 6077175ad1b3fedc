import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
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
    const document = new ssm.Document(
      `${name}-document`,
      {
        region: args.region,
        name: args.documentName,
        documentType: "Command",
        documentFormat: "JSON",
        targetType: "/",
        content: restartText(),
        tags: args.tags,
      },
      { parent: this, deleteBeforeReplace: true },
    );
    this.documentName = document.name;
    this.registerOutputs({ documentName: this.documentName });
  }
}
