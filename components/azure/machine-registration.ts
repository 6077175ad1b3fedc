import * as compute from "@pulumi/azure-native/compute";
import * as pulumi from "@pulumi/pulumi";

/** What registering one Azure virtual machine needs. */
export interface MachineRegistrationArgs {
  /** The virtual machine's name. */
  readonly machine: string;
  readonly resourceGroup: string;
  /** An Azure location, such as `westeurope`. */
  readonly location: string;
  /** The script that registers the machine; it finds `region`, `activation_id` and `activation_code` as its parameters. */
  readonly script: string;
  /** The AWS region to register with. */
  readonly region: string;
  readonly activationId: pulumi.Input<string>;
  /** Secret. */
  readonly activationCode: pulumi.Input<string>;
  readonly tags: Readonly<Record<string, string>>;
}

/** How long the registration of one machine may take. */
const TIMEOUT_SECONDS = 1800;

/**
 * Registers an Azure virtual machine with Systems Manager, by a managed Run Command of its own.
 *
 * The activation reaches the machine as protected parameters, which Azure does not show again; a renewed activation
 * changes nothing on a machine that has registered. A machine that is switched off fails the `up`.
 * @see https://learn.microsoft.com/azure/virtual-machines/linux/run-command-managed
 */
export class MachineRegistration extends pulumi.ComponentResource {
  constructor(name: string, args: MachineRegistrationArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:azure:MachineRegistration", name, {}, opts);
    new compute.VirtualMachineRunCommandByVirtualMachine(
      `${name}-command`,
      {
        resourceGroupName: args.resourceGroup,
        vmName: args.machine,
        runCommandName: "fleet-registration",
        location: args.location,
        source: { script: args.script },
        protectedParameters: [
          { name: "region", value: args.region },
          { name: "activation_id", value: pulumi.secret(args.activationId) },
          { name: "activation_code", value: pulumi.secret(args.activationCode) },
        ],
        asyncExecution: false,
        timeoutInSeconds: TIMEOUT_SECONDS,
        treatFailureAsDeploymentFailure: true,
        tags: args.tags,
      },
      { parent: this, deleteBeforeReplace: true, ignoreChanges: ["protectedParameters"] },
    );
    this.registerOutputs({});
  }
}
