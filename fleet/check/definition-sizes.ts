import { definitionOf, definitionText } from "../definition";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { everyBaseline } from "./every-rule";

/** An advanced parameter holds this many bytes. @see PutParameter, Value */
const MOST_BYTES = 8192;

/** Definitions that do not fit the parameter in which central publishes them. Without an organization nothing is published. */
export function definitionSizes(fleet: Fleet): Finding[] {
  if (!fleet.organization) return [];
  return everyBaseline(fleet).flatMap(({ path, name, baseline }): Finding[] => {
    const bytes = new TextEncoder().encode(definitionText(definitionOf(name, baseline))).length;
    if (bytes <= MOST_BYTES) return [];
    const want = `at most ${MOST_BYTES.toLocaleString("en")} bytes, as much as a shared parameter holds`;
    const fix = "Shorten its lists or sources, or split it into baselines for different groups.";
    return [{ path, got: `a definition of ${bytes.toLocaleString("en")} bytes`, want, fix }];
  });
}
