import type { Properties } from "../../api/finding";
import { text } from "../kind";
import { Refusal } from "../refusal";
import type { Cloud, Session } from "../session";
import { getVirtualMachine, runCommand } from "./compute";

/** Azure, as Pulumi's azure-native provider shows it. */
export const azure: Cloud = {
  name: "azure-native",
  kinds: [runCommand],
  lookups: [getVirtualMachine],
  extendIn: "test/engine/cloud/azure/index.ts",
  signIn,
};

function signIn(configuration: Properties, environment: NodeJS.ProcessEnv): Session {
  const account = text(configuration, "subscriptionId") || environment["ARM_SUBSCRIPTION_ID"] || "";
  if (account === "") throw new Refusal("", "could not find a valid way to authenticate: no subscription");
  return { account, region: "global", partition: "azure" };
}
