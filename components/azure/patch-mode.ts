import * as compute from "@pulumi/azure-native/compute";
import * as pulumi from "@pulumi/pulumi";

/** A virtual machine by its place in Azure. */
export interface AzureMachineRef {
  readonly machine: string;
  readonly resourceGroup: string;
}

/**
 * The machines that Azure itself patches on a schedule of its own (`AutomaticByPlatform`): the fleet refuses them, because
 * two systems would install on one machine. Reads each machine; a plain read, so that the answer is known in a preview.
 * @see https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching
 */
export async function platformPatched(
  machines: readonly AzureMachineRef[],
  provider: pulumi.ProviderResource,
): Promise<AzureMachineRef[]> {
  const modes = await Promise.all(
    machines.map(async ({ machine, resourceGroup }) => {
      const found = await compute.getVirtualMachine({ vmName: machine, resourceGroupName: resourceGroup }, { provider });
      const profile = found.osProfile;
      return profile?.linuxConfiguration?.patchSettings?.patchMode ?? profile?.windowsConfiguration?.patchSettings?.patchMode;
    }),
  );
  return machines.filter((_, place) => modes[place] === "AutomaticByPlatform");
}
