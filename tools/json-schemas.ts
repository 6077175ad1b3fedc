import { writeFileSync } from "node:fs";
import { z } from "zod";
import { approvalFile } from "../fleet/schema/approval";
import { fleetFile } from "../fleet/schema/fleet-file";
import { releaseFile } from "../fleet/schema/release";
import { preview } from "../preview/preview";

interface JsonSchema {
  /** Where it lies, from the project's root. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly schema: z.ZodType;
  /** What is described: the file as people write it, or what is put out. */
  readonly io: "input" | "output";
}

/** The fleet file as it is written, for editors: what `parseFleet` refuses beyond it, it tells itself. */
export const FLEET: JsonSchema = {
  file: "fleet.schema.json",
  title: "Fleet file",
  description: "Everything that a person decides about patching a fleet, in one file.",
  schema: fleetFile,
  io: "input",
};

/** An approval's file as it is written, for editors. */
export const APPROVAL: JsonSchema = {
  file: "approval.schema.json",
  title: "Approval",
  description: "A reviewed change that lets one group install, or restart, once: a file in changes/approvals.",
  schema: approvalFile,
  io: "input",
};

/** A release's file as it is written, for editors. */
export const RELEASE: JsonSchema = {
  file: "release.schema.json",
  title: "Release",
  description: "What people declare of one ring, by a reviewed change: a file in changes/releases.",
  schema: releaseFile,
  io: "input",
};

/** What `fleet preview --json` prints, for programs. */
export const PREVIEW: JsonSchema = {
  file: "preview/preview.schema.json",
  title: "Preview of a fleet",
  description: "What `fleet preview --json` prints: every stack's resources, what the rules found, and the next runs.",
  schema: preview,
  io: "output",
};

/** A JSON schema as it lies in the repository. */
export function schemaText({ file, title, description, schema: shape, io }: JsonSchema): string {
  // Editors know draft 7 best.
  const { $schema, ...schema } = z.toJSONSchema(shape, { io, target: "draft-7" });
  return `${JSON.stringify({ $schema, $id: file.split("/").at(-1), title, description, ...schema }, null, 2)}\n`;
}

/** Every JSON schema of the repository. */
export const SCHEMAS: readonly JsonSchema[] = [FLEET, APPROVAL, RELEASE, PREVIEW];

if (require.main === module) for (const each of SCHEMAS) writeFileSync(each.file, schemaText(each));
