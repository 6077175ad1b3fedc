import type { Invoke } from "../engine/monitor";
import type { RecordedResource } from "../engine/recorded-resource";
import { Parameters } from "./parameters";
import { callerIdentity, predefinedBaselines, virtualMachine } from "./placeholders";

/** The clouds as far as a preview without credentials can know them. */
export interface OfflineCloud {
  /** Answers the functions of providers that the fleet's programs call; throws for every other, naming it. */
  readonly invoke: Invoke;
  /** Makes what a stack publishes readable for the stacks after it. */
  readonly publish: (resources: readonly RecordedResource[]) => void;
}

/** A cloud in which nothing is published yet. One serves all the stacks of one preview, in the order they are applied. */
export function offlineCloud(): OfflineCloud {
  const parameters = new Parameters();
  const answers: Readonly<Record<string, Invoke>> = {
    "aws:ssm/getParameter:getParameter": (_token, args, provider) => parameters.read(args, provider),
    "aws:ssm/getPatchBaselines:getPatchBaselines": (_token, args, provider) => predefinedBaselines(args, provider),
    "aws:index/getCallerIdentity:getCallerIdentity": (_token, args, provider) => callerIdentity(args, provider),
    "azure-native:compute:getVirtualMachine": (_token, args, provider) => virtualMachine(args, provider),
  };
  return {
    invoke: (token, args, provider) => {
      const answer = answers[token];
      if (answer === undefined) {
        throw new Error(`offline, nothing answers ${token}; an answer for it belongs in preview/cloud`);
      }
      return answer(token, args, provider);
    },
    publish: (resources) => parameters.publish(resources),
  };
}
