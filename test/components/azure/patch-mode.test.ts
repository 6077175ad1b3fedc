import * as azure from "@pulumi/azure-native";
import { expect } from "chai";
import { platformPatched } from "../../../components/azure";
import { failureOf, run, succeeded } from "../../support/program-run";

/** What Azure says of a machine's operating system. */
const PROFILES: Readonly<Record<string, object>> = {
  "linux-platform": { linuxConfiguration: { patchSettings: { patchMode: "AutomaticByPlatform" } } },
  "linux-image": { linuxConfiguration: { patchSettings: { patchMode: "ImageDefault" } } },
  "windows-platform": { windowsConfiguration: { patchSettings: { patchMode: "AutomaticByPlatform" } } },
  "windows-os": { windowsConfiguration: { patchSettings: { patchMode: "AutomaticByOS" } } },
  "windows-plain": { windowsConfiguration: {} },
};

function asked(...names: string[]) {
  return run(
    async () => {
      const provider = new azure.Provider("azure", { subscriptionId: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0" });
      const machines = names.map((machine) => ({ machine, resourceGroup: "apps" }));
      return { refused: await platformPatched(machines, provider) };
    },
    {
      invoke: (token, args) => {
        expect(token).to.equal("azure-native:compute:getVirtualMachine");
        const name = args["vmName"] as string;
        if (name === "absent") throw new Error("ResourceNotFound");
        return { name, ...(PROFILES[name] ? { osProfile: PROFILES[name] as Record<string, never> } : {}) };
      },
    },
  );
}

describe("platformPatched", () => {
  it("finds the machines that Azure itself patches, Linux and Windows", async () => {
    const { outputs, invokes, resources } = succeeded(await asked(...Object.keys(PROFILES), "specialized-disk"));
    expect(outputs).to.deep.equal({
      refused: [
        { machine: "linux-platform", resourceGroup: "apps" },
        { machine: "windows-platform", resourceGroup: "apps" },
      ],
    });
    const provider = resources.find(({ name }) => name === "azure")?.urn;
    expect(invokes).to.have.lengthOf(6);
    expect(invokes[0]).to.deep.equal({
      token: "azure-native:compute:getVirtualMachine",
      args: { vmName: "linux-platform", resourceGroupName: "apps" },
      provider,
    });
  });

  it("rejects a machine that is not there, in Azure's own words", async () => {
    expect(failureOf(await asked("absent")).message).to.include("ResourceNotFound");
  });
});
