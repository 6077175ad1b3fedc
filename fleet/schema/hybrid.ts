import { z } from "zod";
import { key, region } from "./account";
import { groupName } from "./group";

const machineCount = z.int().min(0).max(100_000).default(0);

const azureMachine = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "a virtual machine's name, 1 to 64 letters, digits, `_`, `.` or `-`")
    .describe("The virtual machine's name."),
  resourceGroup: z
    .string()
    .regex(/^[-\w.()]{0,89}[-\w()]$/, "a resource group's name")
    .describe("Its resource group."),
  location: z
    .string()
    .regex(/^[a-z0-9]+$/, "an Azure location, such as westeurope")
    .describe("Its Azure location, such as `westeurope`."),
  system: z.enum(["linux", "windows"]).describe("Its operating system."),
});

/** Machines outside AWS that register into one account, region and patch group. */
export const hybrid = z.strictObject({
  account: key.describe("The account that the machines register into."),
  region: region.describe("The region that they register into."),
  group: groupName.describe("The patch group that they belong to."),
  renewed: z.iso
    .date()
    .describe(
      "The day on which the activation was last renewed. It is good for 29 days from then; a new date makes a new activation.",
    ),
  azure: z
    .strictObject({
      subscription: z.guid().describe("The Azure subscription's id."),
      machines: z.array(azureMachine).min(1).describe("The virtual machines."),
    })
    .describe("Azure virtual machines, which are registered by a managed Run Command.")
    .optional(),
  onPremises: z
    .strictObject({
      linux: machineCount.describe("How many Linux machines."),
      windows: machineCount.describe("How many Windows machines."),
    })
    .describe("How many machines elsewhere, which people register with the script that the stack puts out.")
    .optional(),
});

/** Hybrid machines as parsed. */
export type Hybrid = z.output<typeof hybrid>;
/** An Azure virtual machine as parsed. */
export type AzureMachine = z.output<typeof azureMachine>;
