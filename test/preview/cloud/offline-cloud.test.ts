import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import * as iam from "@pulumi/aws/iam";
import { Provider } from "@pulumi/aws/provider";
import * as ssm from "@pulumi/aws/ssm";
import { getVirtualMachine } from "@pulumi/azure-native/compute";
import { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import { expect } from "chai";
import { type OfflineCloud, offlineCloud } from "../../../preview/cloud/offline-cloud";
import { textOf } from "../../../preview/cloud/place";
import { isPlaceholder } from "../../../preview/cloud/placeholders";
import type { ProgramRun, RunResult } from "../../../preview/engine/run-program";
import { failureOf, outputsOf, run } from "../engine/running";

const ACCOUNT = "222222222222";
const account = (id: string): Provider => new Provider("aws", { region: "eu-west-1", allowedAccountIds: [id] });

const published = async (): Promise<{ cloud: OfflineCloud; run: (program: ProgramRun["program"]) => Promise<RunResult> }> => {
  const cloud = offlineCloud();
  const central = await run(() => {
    const provider = account(ACCOUNT);
    new ssm.Parameter("open", { name: "/fleet/open", type: "String", insecureValue: "open" }, { provider });
    new ssm.Parameter(
      "home",
      { name: "/fleet/home", type: "String", insecureValue: "home", region: "us-gov-west-1" },
      { provider },
    );
    new ssm.Parameter("shut", { name: "shut", type: "SecureString", value: "hush" }, { provider });
  });
  cloud.publish(central.resources);
  return { cloud, run: (program) => run(program, { invoke: cloud.invoke }) };
};

describe("the offline cloud", () => {
  it("lets a stack read by ARN what a stack before it published, from another account and region", async () => {
    const { run } = await published();
    const member = await run(async () => {
      const provider = account("333333333333");
      const open = await ssm.getParameter({ name: `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/fleet/open` }, { provider });
      const home = ssm.getParameterOutput(
        { name: `arn:aws-us-gov:ssm:us-gov-west-1:${ACCOUNT}:parameter/fleet/home`, region: "us-gov-west-1" },
        { provider },
      );
      return { insecure: open.insecureValue, value: open.value, type: open.type, region: open.region, home: home.insecureValue };
    });
    expect(outputsOf(member)).to.deep.equal({
      insecure: "open",
      value: "open",
      type: "String",
      region: "eu-west-1",
      home: "home",
    });
  });

  it("lets an account read its own parameters by name, and keeps a SecureString secret", async () => {
    const { run } = await published();
    const own = await run(() => {
      const provider = account(ACCOUNT);
      return {
        open: ssm.getParameterOutput({ name: "/fleet/open" }, { provider }).value,
        shut: ssm.getParameterOutput({ name: "shut" }, { provider }).value,
      };
    });
    expect(outputsOf(own)).to.deep.equal({ open: "open", shut: { $secret: "hush" } });
  });

  it("rejects a parameter that nobody published, naming its ARN", async () => {
    const { run } = await published();
    const lost = await run(() => ({ x: ssm.getParameterOutput({ name: "/lost" }, { provider: account("333333333333") }).value }));
    expect(failureOf(lost).message).to.equal(
      "invocation of aws:ssm/getParameter:getParameter returned an error: " +
        "no stack previewed so far publishes arn:aws:ssm:eu-west-1:333333333333:parameter/lost",
    );
  });

  it("stands in for AWS's own baselines with an id of valid form, marked as a placeholder, one for each region", async () => {
    const { run } = await published();
    const result = await run(() => {
      const provider = account(ACCOUNT);
      const filters = [
        { key: "OWNER", values: ["AWS"] },
        { key: "OPERATING_SYSTEM", values: ["UBUNTU"] },
        { key: "NAME_PREFIX", values: ["AWS-UbuntuDefaultPatchBaseline"] },
      ];
      const id = (region?: string) =>
        ssm.getPatchBaselinesOutput({ filters, ...(region ? { region } : {}) }, { provider }).baselineIdentities[0]!.baselineId;
      return { here: id(), again: id(), china: id("cn-north-1") };
    });
    const [here, again, china] = ["here", "again", "china"].map((key) => textOf(outputsOf(result)[key]) ?? "");
    expect(here).to.match(/^arn:aws:ssm:eu-west-1:000000000000:patchbaseline\/pb-[0-9a-f]{17}$/);
    // The pattern and length that AWS's model gives for BaselineId.
    expect(here).to.match(/^[a-zA-Z0-9_\-:/]{20,128}$/);
    expect(again).to.equal(here);
    expect(china).to.match(/^arn:aws-cn:ssm:cn-north-1:000000000000:patchbaseline\/pb-[0-9a-f]{17}$/);
    expect(china!.slice(-17)).to.not.equal(here!.slice(-17));
    expect(isPlaceholder(here!)).to.equal(true);
    expect(isPlaceholder(`arn:aws:ssm:eu-west-1:${ACCOUNT}:patchbaseline/pb-0123456789abcdef0`)).to.equal(false);
  });

  it("stands in for an Azure machine that nobody patches", async () => {
    const { run } = await published();
    const result = await run(async () => {
      const provider = new AzureProvider("azure", { subscriptionId: "11111111-1111-1111-1111-111111111111" });
      const machine = await getVirtualMachine({ vmName: "web-1", resourceGroupName: "prod" }, { provider });
      return {
        id: machine.id,
        linux: machine.osProfile?.linuxConfiguration ?? null,
        windows: machine.osProfile?.windowsConfiguration ?? null,
      };
    });
    expect(outputsOf(result)).to.deep.equal({
      id: "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/prod/providers/Microsoft.Compute/virtualMachines/web-1",
      linux: null,
      windows: null,
    });
  });

  it("says who calls by the account that the provider allows", async () => {
    const { run } = await published();
    const result = await run(async () => ({ id: (await getCallerIdentity({}, { provider: account(ACCOUNT) })).accountId }));
    expect(outputsOf(result)).to.deep.equal({ id: ACCOUNT });
  });

  it("rejects every other function, naming it", async () => {
    const { run } = await published();
    const result = await run(() => ({ x: iam.getRoleOutput({ name: "x" }).arn }));
    expect(failureOf(result).message).to.match(/offline, nothing answers aws:iam\/getRole:getRole/);
  });
});
