import { writeFileSync } from "node:fs";
import { z } from "zod";
import { fleetFile } from "../fleet/schema/fleet-file";
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

if (require.main === module) for (const each of [FLEET, PREVIEW]) writeFileSync(each.file, schemaText(each));
