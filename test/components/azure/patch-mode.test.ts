import * as azure from "@pulumi/azure-native";
import { expect } from "chai";
import { readPatchModes } from "../../../components/azure";
import { run, succeeded } from "../../support/program-run";

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
      return { ...(await readPatchModes(machines, provider)) };
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

describe("readPatchModes", () => {
  it("finds the machines that Azure itself patches, Linux and Windows", async () => {
    const { outputs, invokes, resources } = succeeded(await asked(...Object.keys(PROFILES), "specialized-disk"));
    expect(outputs).to.deep.equal({
      platformPatched: [
        { machine: "linux-platform", resourceGroup: "apps" },
        { machine: "windows-platform", resourceGroup: "apps" },
      ],
      unreadable: [],
    });
    const provider = resources.find(({ name }) => name === "azure")?.urn;
    expect(invokes).to.have.lengthOf(6);
    expect(invokes[0]).to.deep.equal({
      token: "azure-native:compute:getVirtualMachine",
      args: { vmName: "linux-platform", resourceGroupName: "apps" },
      provider,
    });
  });

  it("names each machine that cannot be read, in Azure's own words, beside the others", async () => {
    const { outputs } = succeeded(await asked("absent", "linux-platform"));
    expect(outputs["platformPatched"]).to.deep.equal([{ machine: "linux-platform", resourceGroup: "apps" }]);
    const [unreadable, other] = outputs["unreadable"] as { machine: string; why: string }[];
    expect(unreadable).to.include({ machine: "absent", resourceGroup: "apps" });
    expect(unreadable!.why).to.include("ResourceNotFound");
    expect(other).to.equal(undefined);
  });
});
