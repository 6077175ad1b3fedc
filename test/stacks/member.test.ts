import { expect } from "chai";
import { decide, NO_CHANGES } from "../../fleet/plan";
import type { FleetInput } from "../../fleet/schema/fleet-file";
import { className } from "../support/component-run";
import { made, named, runStack } from "../support/program-run";
import { AS_OF, oneAccount, ONE_ACCOUNT, twoAccounts, TWO_ACCOUNTS } from "../support/two-accounts";

function runMember(fleet = twoAccounts(), name = "prod") {
  const plan = decide(fleet, NO_CHANGES, AS_OF);
  return runStack(
    plan,
    plan.stacks.find((stack) => stack.name === name)!,
  );
}
const statements = (result: Awaited<ReturnType<typeof runMember>>, name: string) =>
  JSON.parse(named(result, name).inputs["policy"] as string).Statement as {
    Sid: string;
    Resource: unknown;
    Condition?: unknown;
  }[];

describe("a member stack", () => {
  it("holds its roles once and the rest once a region", async () => {
    const result = await runMember();
    const components = made(result)
      .filter(({ custom }) => !custom)
      .map(({ type, name }) => `${className(type)} ${name}`);
    const region = (code: string) => [
      `CommandLog ${code}-log`,
      `DataSync ${code}-evidence`,
      `EventForwarding ${code}-forward`,
      `PatchBaselines ${code}-patch`,
      `Scan ${code}-scan`,
      `UpdatersOff ${code}-updaters-off`,
      `Inventory ${code}-inventory`,
      `HostManagement ${code}-host-management`,
      `FreezeCalendar ${code}-prod`,
      // The group under review has servers in one region only.
      ...(code === "eu-west-1" ? [`ManifestBucket ${code}-manifests`, `RestartDocument ${code}-restart`] : []),
      `GuardedRunbook ${code}-application`,
      `InstallWindow ${code}-prod`,
      `GuardedRunbook ${code}-files`,
      `InstallWindow ${code}-prod-files`,
    ];
    expect(components).to.have.members([
      "EventRole forward",
      "NodeIdentity nodes",
      "RunIdentity runs",
      ...region("eu-west-1"),
      ...region("us-east-1"),
    ]);
  });

  const arn = (kind: string) => `arn:aws:ssm:*:444444444444:${kind}`;
  const home = "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings";
  const { database, ...AUTOMATIC } = TWO_ACCOUNTS.groups;

  it("gives its runs the rights to their own groups, calendars and releases", async () => {
    const result = await runMember(twoAccounts({ groups: AUTOMATIC }));
    const [start] = statements(result, "runs-window-policy");
    expect(start?.Resource).to.deep.equal([
      arn("document/fleet-install-*"),
      arn("automation-definition/fleet-install-*:*"),
      arn("automation-execution/*"),
    ]);
    const [send, servers, , calendars, releases] = statements(result, "runs-runbook-policy");
    expect(send?.Resource).to.deep.equal([
      "arn:aws:ssm:*::document/AWS-RunPatchBaseline",
      "arn:aws:ssm:*:*:document/AWS-RunPatchBaseline",
    ]);
    expect(servers?.Condition).to.deep.equal({
      StringEquals: { "aws:ResourceTag/PatchGroup": ["Application servers", "files"] },
    });
    expect(calendars?.Resource).to.deep.equal([arn("document/fleet-calendar-prod")]);
    expect(releases?.Resource).to.deep.equal([`${home}/prod/declared`, `${home}/prod/proved`]);
    for (const name of ["runs-runbook-policy", "nodes-policy"])
      expect(statements(result, name).map(({ Sid }) => Sid)).not.to.include("ReadManifests");
  });

  it("gives them all that an approval may need where a group is under review, whether one lives or not", async () => {
    const result = await runMember();
    const [start] = statements(result, "runs-window-policy");
    expect(start?.Resource).to.include.members([arn("document/fleet-restart-*"), arn("automation-definition/fleet-restart-*:*")]);
    const [send, servers, , calendars, releases, read, count] = statements(result, "runs-runbook-policy");
    expect(send?.Resource).to.include(arn("document/fleet-restart"));
    expect(servers?.Condition).to.deep.equal({
      StringEquals: { "aws:ResourceTag/PatchGroup": ["Application servers", "database", "files"] },
    });
    expect(calendars?.Resource).to.deep.equal([arn("document/fleet-calendar-*")]);
    expect(releases?.Resource).to.deep.equal([`${home}/*`]);
    const bucket = "arn:aws:s3:::fleet-manifests-444444444444-*";
    expect([read?.Resource, count?.Resource]).to.deep.equal([[`${bucket}/manifests/*`], [bucket]]);
    const node = statements(result, "nodes-policy").find(({ Sid }) => Sid === "ReadManifests");
    expect(node?.Resource).to.deep.equal([`${bucket}/manifests/*`]);
  });

  it("makes roles for runs, but neither window nor runbook, where groups install by approval only", async () => {
    const result = await runMember(twoAccounts({ groups: { database } }));
    const types = made(result).map(({ type }) => className(type));
    expect(types).to.include.members(["NodeIdentity", "RunIdentity", "ManifestBucket", "FreezeCalendar", "RestartDocument"]);
    for (const none of ["InstallWindow", "GuardedRunbook", "GuardedRestart"]) expect(types).not.to.include(none);
  });

  it("holds central's part too where its account is central", async () => {
    const result = await runMember(oneAccount(), "dev");
    expect(named(result, "releases-dev-declared").inputs["insecureValue"]).to.equal("open");
  });

  it("keeps its roles within what IAM takes with a hundred groups of long names", async () => {
    const names = Array.from({ length: 100 }, (_, place) => `group-${String(place).padStart(3, "0")}`.padEnd(64, "x"));
    const groups = Object.fromEntries(
      names.map((name, place) => [name, { ring: `ring-${place % 10}`, baselines: [`ubuntu-${place % 10}`] }]),
    );
    const rings = Array.from({ length: 10 }, (_, place) => ({ name: `ring-${place}`, install: `sundays ${place + 10}:00` }));
    const baselines: FleetInput["baselines"] = Object.fromEntries(
      rings.map((_, place) => [`ubuntu-${place}`, ONE_ACCOUNT.baselines.ubuntu]),
    );
    const result = await runMember(oneAccount({ rings, groups, baselines }), "dev");
    for (const name of ["runs-window-policy", "runs-runbook-policy"])
      expect((named(result, name).inputs["policy"] as string).length, name).to.be.at.most(10_240);
  });
});
