import * as compute from "@pulumi/azure-native/compute";
import * as pulumi from "@pulumi/pulumi";

/** A virtual machine by its place in Azure. */
export interface AzureMachineRef {
  readonly machine: string;
  readonly resourceGroup: string;
}

/** What reading the machines found: those that must not be registered. */
export interface PatchModes {
  /** Azure itself patches these on a schedule of its own (`AutomaticByPlatform`): two systems would install on one machine. */
  readonly platformPatched: readonly AzureMachineRef[];
  /** These could not be read, each with what Azure said. */
  readonly unreadable: readonly (AzureMachineRef & { readonly why: string })[];
}

async function modeOf({ machine, resourceGroup }: AzureMachineRef, provider: pulumi.ProviderResource) {
  const { osProfile: profile } = await compute.getVirtualMachine(
    { vmName: machine, resourceGroupName: resourceGroup },
    { provider },
  );
  return profile?.linuxConfiguration?.patchSettings?.patchMode ?? profile?.windowsConfiguration?.patchSettings?.patchMode;
}

/**
 * Reads the patch mode of each machine; a plain read, so that the answer is known in a preview. Throws nothing.
 * @see https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching
 */
export async function readPatchModes(
  machines: readonly AzureMachineRef[],
  provider: pulumi.ProviderResource,
): Promise<PatchModes> {
  const read = await Promise.allSettled(machines.map((machine) => modeOf(machine, provider)));
  return {
    platformPatched: machines.filter((_, place) => {
      const found = read[place];
      return found?.status === "fulfilled" && found.value === "AutomaticByPlatform";
    }),
    unreadable: machines.flatMap((machine, place) => {
      const found = read[place];
      if (found?.status !== "rejected") return [];
      return [{ ...machine, why: found.reason instanceof Error ? found.reason.message : String(found.reason) }];
    }),
  };
}
