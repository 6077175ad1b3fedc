import { expect } from "chai";
import { runbookText } from "../../components/aws/runbooks/automation";
import { installRunbook, type InstallRunbookArgs } from "../../components/aws/runbooks/install";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { className } from "../support/component-run";
import { made, named, runStack } from "../support/program-run";
import { AS_OF, twoAccounts, TWO_ACCOUNTS } from "../support/two-accounts";

function runProd(changes: Parameters<typeof twoAccounts>[0] = {}) {
  const plan = decide(twoAccounts(changes), NO_CHANGES, AS_OF);
  return runStack(
    plan,
    plan.stacks.find(({ name }) => name === "prod")!,
  );
}

const RELEASE = "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod";
/** Where runs of that account leave their records. */
const RECORD = {
  bucket: "fleet-evidence-222222222222-eu-west-1",
  bucketOwner: "222222222222",
  bucketRegion: "eu-west-1",
  account: "444444444444",
  region: "eu-west-1",
  ring: "prod",
};
/** The run of the application servers in their first region: six hours less what gate, scans and reconciliation take. */
const APPLICATION: InstallRunbookArgs = {
  group: "Application servers",
  tagKey: "PatchGroup",
  reboot: "RebootIfNeeded",
  concurrency: "10%",
  errors: "5%",
  servers: 90,
  calendars: ["fleet-calendar-prod"],
  releases: [`${RELEASE}/declared`],
  proved: `${RELEASE}/proved`,
  home: "eu-west-1",
  role: "arn:aws:iam::444444444444:role/fleet-runbook",
  logGroup: "/fleet/commands",
  timeoutSeconds: 12_900,
  stepTimeoutSeconds: 2400,
  record: RECORD,
};

describe("a region of a member stack", () => {
  it("writes into a runbook all that its group's run was decided to be", async () => {
    const wanted = installRunbook(APPLICATION);
    const result = await runProd();
    expect(named(result, "eu-west-1-application-runbook").inputs).to.deep.include({
      name: "fleet-install-application",
      content: runbookText(wanted),
    });
    // Where the file gives no number, 0 stands for not known.
    expect(named(result, "us-east-1-application-runbook").inputs["content"]).to.equal(
      runbookText(installRunbook({ ...APPLICATION, servers: 0, record: { ...RECORD, region: "us-east-1" } })),
    );
  });

  it("opens windows as the rings and groups say", async () => {
    const result = await runProd();
    expect(named(result, "us-east-1-prod-files-window").inputs).to.deep.include({
      region: "us-east-1",
      name: "fleet-prod-files",
      schedule: "cron(30 21 ? * SAT#2 *)",
      scheduleTimezone: "America/New_York",
      scheduleOffset: 1,
      duration: 5,
      cutoff: 0,
    });
    expect(named(result, "us-east-1-prod-window").inputs).not.to.have.any.keys("scheduleOffset");
    expect(named(result, "us-east-1-prod/application-task").inputs["taskArn"]).to.equal("fleet-install-application");
  });

  it("opens no window before the roles of its runs and the calendar are there", async () => {
    const result = await runProd();
    // The component waits for them, and its window for the component.
    const component = named(result, "eu-west-1-prod", "InstallWindow");
    const wanted = ["runs-window-policy", "runs-runbook-policy", "eu-west-1-prod-calendar"].map(
      (name) => named(result, name).urn,
    );
    expect(component.dependencies).to.include.members(wanted);
    expect(named(result, "eu-west-1-prod-window").parent).to.equal(component.urn);
    const order = result.resources.map(({ urn }) => urn);
    for (const urn of wanted) expect(order.indexOf(urn)).to.be.lessThan(order.indexOf(component.urn));
  });

  it("scans, inventories and turns updaters off in every region of the account, in a group or not", async () => {
    const result = await runProd({ groups: { database: TWO_ACCOUNTS.groups.database } });
    for (const region of ["eu-west-1", "us-east-1"]) {
      const here = made(result).filter(({ name }) => name.startsWith(`${region}-`));
      const types = here.filter(({ custom }) => !custom).map(({ type }) => className(type));
      expect(types).to.include.members(["Scan", "Inventory", "UpdatersOff", "HostManagement", "CommandLog", "PatchBaselines"]);
    }
    expect(named(result, "us-east-1-scan-association").inputs["scheduleExpression"]).to.equal("cron(0 12 ? * WED *)");
  });

  it("leaves the standard tier only where its hybrid machines need it", async () => {
    const outside = { account: "prod", region: "us-east-1", group: "application", renewed: "2026-11-15" };
    const hybrid = { one: { ...outside, onPremises: { linux: 700 } }, two: { ...outside, onPremises: { linux: 700 } } };
    const tiers = made(await runProd({ hybrid })).filter(({ type }) => className(type) === "HybridTier");
    expect(tiers.map(({ name }) => name)).to.deep.equal(["us-east-1-hybrid-tier"]);
    expect(made(await runProd()).filter(({ type }) => className(type) === "HybridTier")).to.deep.equal([]);
  });
});
