import { providerOwn } from "../../api/mapping";
import { text, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { predefinedBaseline } from "./ssm-predefined-baselines";
import { patchBaselineToken, patchGroupToken } from "./ssm-tokens";

/** Which baseline is for the servers of one tag value; one for each operating system. */
export const patchGroup: Kind = {
  token: patchGroupToken,
  scope: "regional",
  requests: [
    {
      service: "ssm",
      operation: "RegisterPatchBaselineForPatchGroup",
      mapping: { ...providerOwn, baselineId: "BaselineId", patchGroup: "PatchGroup" },
    },
  ],
  replaceOn: ["baselineId", "patchGroup", "region"],
  computed: [],
  create(call) {
    const baseline = text(call.inputs, "baselineId");
    const group = text(call.inputs, "patchGroup");
    const system = systemOfBaseline(call, baseline);
    const others = call.store.list(call.place, patchGroupToken);
    const taken = others.find(
      (other) => other.inputs["patchGroup"] === group && systemOfBaseline(call, text(other.inputs, "baselineId")) === system,
    );
    if (taken !== undefined) {
      throw new Refusal(
        "AlreadyExistsException",
        `Patch Group baseline already has a baseline registered for OperatingSystem ${system}: ${group} is with ${text(taken.inputs, "baselineId")}`,
      );
    }
    if (others.filter((other) => other.inputs["baselineId"] === baseline).length >= 25) {
      throw new Refusal("ResourceLimitExceededException", `Baseline ${baseline} has 25 patch groups`);
    }
    return { id: `${group},${baseline}`, outputs: {} };
  },
};

/** The operating system that a baseline is for, the account's own or AWS's. */
export function systemOfBaseline(call: Call, id: string): string {
  const own =
    call.store.get(call.place, patchBaselineToken, id) ??
    call.store.list(call.place, patchBaselineToken).find((item) => item.outputs["arn"] === id);
  const system = own === undefined ? predefinedBaseline(call, id)?.system : text(own.inputs, "operatingSystem") || "WINDOWS";
  if (system === undefined) throw new Refusal("DoesNotExistException", `Maintenance Baseline ${id} does not exist.`);
  return system;
}
