import { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import * as pulumi from "@pulumi/pulumi";
import {
  HybridActivation,
  LINUX_REGISTER,
  LINUX_UPDATERS_OFF,
  WINDOWS_REGISTER,
  WINDOWS_UPDATERS_OFF,
  linuxRegistration,
  windowsRegistration,
} from "../components/aws";
import {
  MachineRegistration,
  readPatchModes,
  registrationScript,
  type AzureMachineRef,
  type PatchModes,
} from "../components/azure";
import type { HybridPlan } from "../fleet/plan/hybrid";
import type { HybridStack } from "../fleet/plan/stack";

const SCRIPTS = {
  linux: registrationScript({ system: "linux", register: LINUX_REGISTER, updatersOff: LINUX_UPDATERS_OFF }),
  windows: registrationScript({ system: "windows", register: WINDOWS_REGISTER, updatersOff: WINDOWS_UPDATERS_OFF }),
};

type AzurePlan = NonNullable<HybridPlan["azure"]>;

const named = ({ machine, resourceGroup }: AzureMachineRef): string => `${resourceGroup}/${machine}`;

function refusals({ platformPatched, unreadable }: PatchModes): string[] {
  return [
    ...unreadable.map(
      (each) =>
        `Azure machine ${named(each)} cannot be read: ${each.why}. ` +
        "Correct its name and resource group, or take it out of the fleet file; a machine that is there: give the credentials of this run the role Reader.",
    ),
    ...(platformPatched.length === 0
      ? []
      : [
          `Azure patches these machines by itself (patch mode AutomaticByPlatform): ${platformPatched.map(named).join(", ")}. ` +
            "Set their patch mode to ImageDefault (Linux) or Manual (Windows), or take them out of the fleet file.",
        ]),
  ];
}

/** The provider of the machines' subscription, once each can be read and none is patched by Azure itself: refused before anything is made. */
async function azureProvider({ subscription, machines }: AzurePlan): Promise<AzureProvider> {
  const provider = new AzureProvider("azure", { subscriptionId: subscription });
  const refs = machines.map(({ name, resourceGroup }) => ({ machine: name, resourceGroup }));
  const refused = refusals(await readPatchModes(refs, provider));
  if (refused.length > 0) throw new pulumi.RunError(refused.join("\n"));
  return provider;
}

function registerAzure(stack: HybridStack, { machines }: AzurePlan, activation: HybridActivation, provider: AzureProvider): void {
  for (const machine of machines) {
    // A slash, which no name of Azure can hold: the group `a` with the machine `b-c` is not `a-b` with `c`.
    new MachineRegistration(
      `${stack.name}-${machine.resourceGroup}/${machine.name}`,
      {
        machine: machine.name,
        resourceGroup: machine.resourceGroup,
        location: machine.location,
        script: SCRIPTS[machine.system],
        region: stack.hybrid.region,
        activationId: activation.activationId,
        activationCode: activation.activationCode,
        tags: stack.tags,
      },
      { providers: [provider] },
    );
  }
}

/** What a set of machines outside AWS needs: an activation, and for each machine a way to use it. The outputs are secret. */
export async function buildHybrid(
  stack: HybridStack,
  provider: pulumi.ProviderResource,
): Promise<Record<string, pulumi.Output<string>>> {
  const { account, hybrid, tags } = stack;
  const azureOf = hybrid.azure && { plan: hybrid.azure, provider: await azureProvider(hybrid.azure) };
  const activation = new HybridActivation(
    stack.name,
    {
      region: hybrid.region,
      account: account.id,
      partition: account.partition,
      roleName: hybrid.role,
      nodePolicyArn: stack.nodePolicy,
      tagKey: stack.tagKey,
      group: hybrid.tag,
      expires: hybrid.expires,
      limit: hybrid.limit,
      tags,
    },
    { providers: [provider] },
  );
  if (azureOf) registerAzure(stack, azureOf.plan, activation, azureOf.provider);
  const script = (write: typeof linuxRegistration) =>
    pulumi.secret(
      pulumi
        .all([activation.activationId, activation.activationCode])
        .apply(([activationId, activationCode]) => write({ region: hybrid.region, activationId, activationCode })),
    );
  return {
    ...(hybrid.scripts.includes("linux") ? { linuxRegistration: script(linuxRegistration) } : {}),
    ...(hybrid.scripts.includes("windows") ? { windowsRegistration: script(windowsRegistration) } : {}),
  };
}
