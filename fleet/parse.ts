import type { FleetSource } from "./locate";
import { parseFile } from "./parse/parse-file";
import { FLEET_FILE } from "./parse/read-yaml";
import type { Problem } from "./problem";
import { fleetFile, type Fleet } from "./schema/fleet-file";

/** A fleet whose shape is right and the places of its values, or what is wrong with its shape. */
export type ParsedFleet = { readonly fleet: Fleet; readonly source: FleetSource } | { readonly problems: readonly Problem[] };

/**
 * Reads a fleet file from its text: YAML first, then its shape. Whether what it says makes sense together is `check`'s part.
 *
 * @param text the file's content
 * @param file the file's name as the person gave it; problems begin with it
 * @returns the fleet with defaults filled in and units as numbers, or every problem of its shape. Never throws.
 */
export function parseFleet(text: string, file: string): ParsedFleet {
  const parsed = parseFile(fleetFile, text, file, FLEET_FILE);
  return "problems" in parsed ? parsed : { fleet: parsed.value, source: parsed.source };
}
