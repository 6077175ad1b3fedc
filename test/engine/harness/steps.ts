import { readFileSync } from "node:fs";
import { isStructure } from "../api/finding";

/** What the engine did to one resource. */
export interface Step {
  /** create, update, delete, replace, create-replacement, delete-replaced, refresh … */
  readonly op: string;
  readonly type: string;
  /** The logical name. */
  readonly name: string;
  /** The inputs that differ, for an update or a replacement. */
  readonly changed: readonly string[];
  readonly protect: boolean;
}

/** What a run did, from the event log that Pulumi wrote; resources that stayed as they were and components are left out. */
export function stepsOf(events: string): Step[] {
  return readFileSync(events, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line))
    .flatMap((event) =>
      isStructure(event) && isStructure(event["resourcePreEvent"]) ? [event["resourcePreEvent"]["metadata"]] : [],
    )
    .filter(isStructure)
    .filter(({ op, type }) => !["same", "read"].includes(String(op)) && String(type).includes("/"))
    .map((metadata) => ({
      op: String(metadata["op"]),
      type: String(metadata["type"]),
      name: String(metadata["urn"]).split("::").slice(3).join("::"),
      changed: changedIn(metadata),
      protect: [metadata["old"], metadata["new"]].some((state) => isStructure(state) && state["protect"] === true),
    }));
}

function changedIn(metadata: Readonly<Record<string, unknown>>): string[] {
  const { diffs, op } = metadata;
  return Array.isArray(diffs) && op !== "create" && op !== "delete" ? diffs.map(String).toSorted() : [];
}

/** Each step in a line, sorted: `update eu-west-1-patch-calm-baseline: approvalRules`. A replacement counts once. */
export function linesOf(steps: readonly Step[]): string[] {
  return steps
    .filter(({ op }) => !["create-replacement", "delete-replaced"].includes(op))
    .map(({ op, name, changed }) => (changed.length === 0 ? `${op} ${name}` : `${op} ${name}: ${changed.join(", ")}`))
    .toSorted();
}
