import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { ownDocument } from "./own-document";
import { updatersOffText } from "./runbooks/updaters-off";

/** What turning off the systems' own updaters needs. */
export interface UpdatersOffArgs {
  readonly region: string;
  /** The physical name of the document and of its association. */
  readonly documentName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Turns off unattended-upgrades, dnf-automatic and Windows' automatic updates on every managed server of a region, each day
 * anew. Without it servers patch themselves, and review, freezes and rings hold nothing.
 */
export class UpdatersOff extends pulumi.ComponentResource {
  constructor(name: string, args: UpdatersOffArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:UpdatersOff", name, {}, opts);
    const { region, documentName, tags } = args;
    const content = updatersOffText();
    const document = ownDocument(this, `${name}-document`, { region, documentName, kind: "Command", content, tags });
    new ssm.Association(
      `${name}-association`,
      {
        region,
        associationName: documentName,
        name: document.name,
        documentVersion: "$DEFAULT",
        targets: [{ key: "InstanceIds", values: ["*"] }],
        scheduleExpression: "rate(1 day)",
        maxConcurrency: "50%",
        maxErrors: "100%",
        complianceSeverity: "CRITICAL",
        tags,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
