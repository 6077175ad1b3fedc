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

  it("gives its runs the rights to their own groups, calendars and releases", async () => {
    const result = await runMember();
    const [start] = statements(result, "runs-window-policy");
    const arn = (kind: string) => `arn:aws:ssm:*:444444444444:${kind}`;
    expect(start?.Resource).to.deep.equal([
      arn("document/fleet-install-*"),
      arn("automation-definition/fleet-install-*:*"),
      arn("automation-execution/*"),
    ]);
    const [, servers, , calendars, releases] = statements(result, "runs-runbook-policy");
    expect(servers?.Condition).to.deep.equal({
      StringEquals: { "aws:ResourceTag/PatchGroup": ["Application servers", "files"] },
    });
    expect(calendars?.Resource).to.deep.equal([arn("document/fleet-calendar-prod")]);
    const home = "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod";
    expect(releases?.Resource).to.deep.equal([`${home}/declared`, `${home}/proved`]);
  });

  it("makes no roles for runs where no group installs by schedule", async () => {
    const result = await runMember(twoAccounts({ groups: { database: TWO_ACCOUNTS.groups.database } }));
    const types = made(result).map(({ type }) => className(type));
    expect(types).to.include("NodeIdentity");
    expect(types).not.to.include.members(["RunIdentity"]);
    expect(types).not.to.include.members(["InstallWindow"]);
    expect(types).not.to.include.members(["FreezeCalendar"]);
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
