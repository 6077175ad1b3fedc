import { createHash } from "node:crypto";
import { partitionOf } from "../../fleet/partition";
import { PREDEFINED } from "../../fleet/predefined";
import type { RecordedResource } from "../engine/recorded-resource";
import { isList, isProperties, type Properties } from "../engine/value";
import { placeOf, textOf } from "./place";

/** The account in a placeholder's ARN: no account of AWS has it. */
const NOBODY = "000000000000";

/** The subscription in a placeholder's Azure id. */
const NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

/** Whether a text is a placeholder of ours: of valid form, standing for what only the cloud can tell. */
export function isPlaceholder(text: string): boolean {
  return text.includes(`:${NOBODY}:`) || text.startsWith(`/subscriptions/${NO_SUBSCRIPTION}/`);
}

/** The one value that a filter of a lookup asks for. */
function filterOf(args: Properties, key: string): string {
  const filters = isList(args["filters"]) ? args["filters"].filter(isProperties) : [];
  const values = filters.find((filter) => filter["key"] === key)?.["values"];
  return (isList(values) ? textOf(values[0]) : undefined) ?? "";
}

/**
 * The baselines that AWS owns, by owner, system and beginning of the name. Their ids differ in each region and only AWS knows
 * them, so an id is a placeholder: an ARN in the account {@link NOBODY}, the same for the same baseline.
 */
export function predefinedBaselines(args: Properties, provider: RecordedResource | undefined): Properties {
  const { region = "" } = placeOf(provider, args);
  if (filterOf(args, "OWNER") !== "AWS") {
    throw new Error("offline, only baselines that AWS owns can be looked up (OWNER: AWS)");
  }
  const found = Object.entries(PREDEFINED).filter(
    ([name, system]) => system === filterOf(args, "OPERATING_SYSTEM") && name.startsWith(filterOf(args, "NAME_PREFIX")),
  );
  return { ...args, region, baselineIdentities: found.map(([name, system]) => predefinedBaseline(region, name, system)) };
}

function predefinedBaseline(region: string, name: string, system: string): Properties {
  const digest = createHash("sha256").update(`${region}/${system}/${name}`).digest("hex").slice(0, 17);
  return {
    baselineId: `arn:${partitionOf(region)}:ssm:${region}:${NOBODY}:patchbaseline/pb-${digest}`,
    baselineName: name,
    baselineDescription: "placeholder: the real baseline is looked up with credentials",
    operatingSystem: system,
    defaultBaseline: false,
  };
}

/** An Azure virtual machine about which nothing is known but its name: no patch settings, so nobody else patches it. */
export function virtualMachine(args: Properties, provider: RecordedResource | undefined): Properties {
  const subscription = textOf(provider?.inputs["subscriptionId"]) ?? NO_SUBSCRIPTION;
  const group = textOf(args["resourceGroupName"]) ?? "";
  const name = textOf(args["vmName"]) ?? "";
  return {
    id: `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
    name,
    type: "Microsoft.Compute/virtualMachines",
    location: "placeholder",
    provisioningState: "Succeeded",
    osProfile: { computerName: name },
  };
}

/** Who calls: the account that the provider allows, with a role that stands for anyone's. */
export function callerIdentity(args: Properties, provider: RecordedResource | undefined): Properties {
  const { account, region = "" } = placeOf(provider, args);
  if (account === undefined) {
    throw new Error("the provider names no account (allowedAccountIds)");
  }
  return {
    accountId: account,
    id: account,
    arn: `arn:${partitionOf(region)}:sts::${account}:assumed-role/placeholder/preview`,
    userId: "PLACEHOLDER:preview",
  };
}
