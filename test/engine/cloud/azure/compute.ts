import { isStructure, type Finding, type Properties } from "../../api/finding";
import { text, type Kind, type Lookup } from "../kind";
import { Refusal } from "../refusal";
import type { Store } from "../store";

/** The type of a virtual machine, which nothing here manages. */
export const machineToken = "azure-native:compute:VirtualMachine";

/** What a test says about a virtual machine that exists in a subscription. */
export interface Machine {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  readonly osProfile?: Properties;
  readonly running?: boolean;
}

/** Puts a virtual machine into the cloud, outside Pulumi. */
export function placeMachine(store: Store, machine: Machine): void {
  const id = machineId(machine.subscription, machine.resourceGroup, machine.name);
  const outputs = {
    name: machine.name,
    location: machine.location,
    osProfile: machine.osProfile ?? {},
    provisioningState: "Succeeded",
    type: "Microsoft.Compute/virtualMachines",
    running: machine.running ?? true,
  };
  store.put({ account: machine.subscription, region: "global" }, { id, type: machineToken, inputs: {}, outputs });
}

function machineId(subscription: string, group: string, name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`;
}

/** A managed Run Command on a virtual machine. */
export const runCommand: Kind = {
  token: "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
  scope: "global",
  requests: [],
  accepts: [
    "asyncExecution errorBlobManagedIdentity errorBlobUri location outputBlobManagedIdentity outputBlobUri",
    "parameters protectedParameters resourceGroupName runAsPassword runAsUser runCommandName source tags",
    "timeoutInSeconds treatFailureAsDeploymentFailure vmName",
  ].flatMap((line) => line.split(" ")),
  namedBy: "runCommandName",
  replaceOn: ["resourceGroupName", "vmName", "runCommandName"],
  defaults: { asyncExecution: false, treatFailureAsDeploymentFailure: false },
  rules: runCommandRules,
  computed: ["azureApiVersion", "instanceView", "name", "provisioningState", "systemData", "type"],
  create(call) {
    const id = machineId(call.place.account, text(call.inputs, "resourceGroupName"), text(call.inputs, "vmName"));
    const machine = call.store.get(call.place, machineToken, id);
    if (machine === undefined) throw new Refusal("ResourceNotFound", `The Resource '${id}' was not found.`);
    if (machine.outputs["running"] === false)
      throw new Refusal("OperationNotAllowed", "Cannot modify extensions in the VM when the VM is not running.");
    const name = text(call.inputs, "runCommandName");
    return {
      id: `${id}/runCommands/${name}`,
      outputs: {
        azureApiVersion: "2024-11-01",
        name,
        provisioningState: "Succeeded",
        type: "Microsoft.Compute/virtualMachines/runCommands",
        instanceView: { executionState: "Succeeded", exitCode: 0 },
        systemData: {},
        location: call.inputs["location"] ?? machine.outputs["location"],
      },
    };
  },
};

function runCommandRules(inputs: Properties): Finding[] {
  const findings: Finding[] = [];
  for (const name of ["resourceGroupName", "vmName"]) {
    if (inputs[name] === undefined) findings.push({ at: name, reason: "missing required property" });
  }
  const source = inputs["source"];
  const ways = isStructure(source) ? ["script", "scriptUri", "commandId"].filter((name) => source[name] !== undefined) : [];
  if (source !== undefined && ways.length !== 1)
    findings.push({ at: "source", reason: "must have exactly one of script, scriptUri and commandId" });
  return findings;
}

/** Reads a virtual machine. */
export const getVirtualMachine: Lookup = {
  token: "azure-native:compute:getVirtualMachine",
  invoke(call) {
    const id = machineId(call.place.account, text(call.inputs, "resourceGroupName"), text(call.inputs, "vmName"));
    const machine = call.store.get({ account: call.place.account, region: "global" }, machineToken, id);
    if (machine === undefined) throw new Refusal("ResourceNotFound", `The Resource '${id}' was not found.`);
    const { running: _running, ...outputs } = machine.outputs;
    return { ...outputs, id, azureApiVersion: "2024-11-01" };
  },
};
