import * as azure from "@pulumi/azure-native";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { MachineRegistration } from "../../../components/azure";
import { componentShape, providerOf, shapes, TAGS } from "../../support/component-run";
import { run } from "../../support/program-run";

const registration = () =>
  run(() => {
    const provider = new azure.Provider("azure", { subscriptionId: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0" });
    new MachineRegistration(
      "app-01",
      {
        machine: "app-01",
        resourceGroup: "apps",
        location: "westeurope",
        script: "register",
        region: "eu-west-1",
        activationId: pulumi.output("1234abcd"),
        activationCode: "hush",
        tags: TAGS,
      },
      { providers: [provider] },
    );
  });

describe("MachineRegistration", () => {
  it("registers by a managed Run Command of its own, whose parameters Azure does not show again", async () => {
    const result = await registration();
    expect(shapes(result)).to.deep.equal([
      componentShape("MachineRegistration", "app-01"),
      {
        type: "azure-native.compute.VirtualMachineRunCommandByVirtualMachine",
        name: "app-01-command",
        parent: "app-01",
        inputs: {
          resourceGroupName: "apps",
          vmName: "app-01",
          runCommandName: "fleet-registration",
          location: "westeurope",
          source: { script: "register" },
          protectedParameters: [
            { name: "region", value: "eu-west-1" },
            { name: "activation_id", value: { $secret: "1234abcd" } },
            { name: "activation_code", value: { $secret: "hush" } },
          ],
          asyncExecution: false,
          timeoutInSeconds: 1800,
          treatFailureAsDeploymentFailure: true,
          tags: TAGS,
        },
        options: { deleteBeforeReplace: true, ignoreChanges: ["protectedParameters"] },
      },
    ]);
    expect(providerOf(result, "app-01-command")).to.equal("azure");
  });
});
