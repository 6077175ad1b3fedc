import { writeFileSync } from "node:fs";
import { z } from "zod";
import { fleetFile } from "../fleet/schema/fleet-file";

/** Where the JSON schema lies, from the project's root. */
export const SCHEMA_FILE = "fleet.schema.json";

/** The JSON schema of the fleet file as it is written, for editors: what `parseFleet` refuses beyond it, it tells itself. */
export function fleetSchemaText(): string {
  // Editors know draft 7 best.
  const { $schema, ...schema } = z.toJSONSchema(fleetFile, { io: "input", target: "draft-7" });
  const titled = {
    $schema,
    $id: SCHEMA_FILE,
    title: "Fleet file",
    description: "Everything that a person decides about patching a fleet, in one file.",
    ...schema,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}

if (require.main === module) writeFileSync(SCHEMA_FILE, fleetSchemaText());
