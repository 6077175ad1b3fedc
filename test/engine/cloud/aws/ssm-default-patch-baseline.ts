import { providerOwn } from "../../api/mapping";
import { text, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { systemOfBaseline } from "./ssm-patch-group";
import { predefinedArn, predefinedNames } from "./ssm-predefined-baselines";
import { defaultBaselineToken } from "./ssm-tokens";

/** The baseline of servers without a group, for each operating system. Without one of ours, AWS's own stands. */
export const defaultPatchBaseline: Kind = {
  token: defaultBaselineToken,
  scope: "regional",
  requests: [
    {
      service: "ssm",
      operation: "RegisterDefaultPatchBaseline",
      mapping: {
        ...providerOwn,
        baselineId: "BaselineId",
        operatingSystem: { local: "compared with the baseline's own by the provider" },
      },
    },
  ],
  replaceOn: ["baselineId", "operatingSystem", "region"],
  computed: [],
  overwrites: () => true,
  create(call) {
    const wanted = text(call.inputs, "operatingSystem");
    const system = systemOfBaseline(call, text(call.inputs, "baselineId"));
    if (system !== wanted)
      throw new Refusal("ValidationException", `Patch Baseline Operating System (${system}) does not match ${wanted}`);
    return { id: system, outputs: {} };
  },
  absent(call, id) {
    const name = predefinedNames[id]?.[0];
    if (name === undefined) return undefined;
    return {
      id,
      type: defaultBaselineToken,
      inputs: { baselineId: predefinedArn(call, name), operatingSystem: id, region: call.place.region },
      outputs: {},
    };
  },
};
