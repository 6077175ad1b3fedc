import * as ssm from "@pulumi/aws/ssm";
import type * as pulumi from "@pulumi/pulumi";

/** What a document of our own needs. */
export interface OwnDocumentArgs {
  readonly region: string;
  /** The document's physical name: 3 to 128 letters, digits, `_`, `-` or `.`. */
  readonly documentName: string;
  readonly kind: "Automation" | "Command";
  /** Its text, JSON. */
  readonly content: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A document of our own. Its name is taken until the old one is gone. A command is for servers of every kind. */
export function ownDocument(parent: pulumi.Resource, name: string, args: OwnDocumentArgs): ssm.Document {
  const { region, documentName, kind, content, tags } = args;
  return new ssm.Document(
    name,
    {
      region,
      name: documentName,
      documentType: kind,
      documentFormat: "JSON",
      ...(kind === "Command" ? { targetType: "/" } : {}),
      content,
      tags,
    },
    { parent, deleteBeforeReplace: true },
  );
}
