import { expect } from "chai";
import { runbookText } from "../../components/aws/runbooks/automation";
import { installRunbook } from "../../components/aws/runbooks/install";
import { restartRunbook } from "../../components/aws/runbooks/restart";
import type { Changes } from "../../fleet/changes";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { installArgsOf, restartArgsOf } from "../../stacks/runbook-args";
import { APPROVAL, approved, MANIFEST, RESTART_APPROVAL } from "../support/approvals";
import { className } from "../support/component-run";
import { made, named, runStack } from "../support/program-run";
import { AS_OF, twoAccounts, TWO_ACCOUNTS } from "../support/two-accounts";

const ENDED = "2026-11-28T06:00:00Z";

function prod(changes: Changes, asOf = AS_OF, fleet = twoAccounts()) {
  const plan = decide(fleet, changes, asOf);
  const stack = plan.stacks.find(({ name }) => name === "prod")!;
  if (stack.kind !== "member") throw new Error("prod is no member");
  const region = stack.member.regions.find((each) => each.region === "eu-west-1")!;
  return { stack, region, run: () => runStack(plan, stack) };
}

const custom = (result: Awaited<ReturnType<ReturnType<typeof prod>["run"]>>) =>
  Object.fromEntries(
    made(result)
      .filter((each) => each.custom)
      .map(({ urn, inputs }) => [urn, inputs]),
  );
const KEY = APPROVAL.key;

describe("the runs of a region", () => {
  it("hold for a live approval its manifest, its runbook and one window that opens once, and nothing more", async () => {
    const { run } = prod(approved(APPROVAL));
    const result = await run();
    const [without, all] = [custom(await prod(NO_CHANGES).run()), custom(result)];
    const added = Object.keys(all).filter((urn) => !Object.hasOwn(without, urn));
    expect(added.map((urn) => urn.split("::").at(-1))).to.have.members([
      `eu-west-1-manifests-${MANIFEST.digest}`,
      `eu-west-1-approval/${KEY}-runbook`,
      `eu-west-1-approval/${KEY}-window`,
      `eu-west-1-approval/${KEY}/database-task`,
    ]);
    expect(Object.keys(without).filter((urn) => !Object.hasOwn(all, urn))).to.deep.equal([]);
    // Who hears of windows is told of this one, too; no role, calendar or document knows of it.
    const changed = Object.keys(without).filter((urn) => JSON.stringify(all[urn]) !== JSON.stringify(without[urn]));
    expect(changed).to.deep.equal([]);
    expect(named(result, `eu-west-1-approval/${KEY}-window`).inputs).to.deep.include({
      region: "eu-west-1",
      name: `fleet-approval-${KEY}`,
      schedule: "at(2026-11-28T02:00:00)",
      endDate: ENDED,
      duration: 4,
      cutoff: 1,
    });
    expect(named(result, `eu-west-1-approval/${KEY}-window`).inputs).not.to.have.any.keys("scheduleTimezone", "scheduleOffset");
    expect(named(result, `eu-west-1-approval/${KEY}/database-task`).inputs).to.deep.include({
      name: "install-database",
      taskArn: `fleet-install-${KEY}`,
    });
  });

  it("open no approved window before its manifest is there", async () => {
    const result = await prod(approved(APPROVAL)).run();
    const window = named(result, `eu-west-1-approval/${KEY}`, "InstallWindow");
    expect(window.dependencies).to.include(named(result, `eu-west-1-manifests-${MANIFEST.digest}`).urn);
  });

  it("write into an approved runbook the list, its digest and the approval's end", async () => {
    const { stack, region, run } = prod(approved(APPROVAL));
    const planned = region.windows.find(({ key }) => key === KEY)!.runs[0]!;
    const args = installArgsOf(stack.member, stack.account, "eu-west-1", planned);
    expect(args).to.deep.include({ expires: APPROVAL.expires, reboot: "NoReboot", group: "database" });
    expect(args.manifest).to.deep.equal({
      bucket: "fleet-manifests-444444444444-eu-west-1",
      bucketOwner: "444444444444",
      key: `manifests/${MANIFEST.digest}.yaml`,
      digest: MANIFEST.digest,
      address: `s3://fleet-manifests-444444444444-eu-west-1/manifests/${MANIFEST.digest}.yaml`,
    });
    expect(named(await run(), `eu-west-1-approval/${KEY}-runbook`).inputs).to.deep.include({
      name: `fleet-install-${KEY}`,
      content: runbookText(installRunbook(args)),
    });
  });

  it("lose window and runbook when the window has ended, and keep the manifest", async () => {
    const [live, spent] = [custom(await prod(approved(APPROVAL)).run()), custom(await prod(approved(APPROVAL), ENDED).run())];
    const gone = Object.keys(live).filter((urn) => !Object.hasOwn(spent, urn));
    expect(gone.map((urn) => urn.split("::").at(-1))).to.have.members([
      `eu-west-1-approval/${KEY}-runbook`,
      `eu-west-1-approval/${KEY}-window`,
      `eu-west-1-approval/${KEY}/database-task`,
    ]);
    for (const [urn, inputs] of Object.entries(spent)) expect(inputs, urn).to.deep.equal(live[urn]);
  });

  it("restart by an approval in the group's waves, without a manifest", async () => {
    const waves = [
      { tag: "ClusterRole", value: "replica" },
      { tag: "ClusterRole", value: "primary" },
    ];
    const database = { ...TWO_ACCOUNTS.groups.database, rebootOrder: waves };
    const fleet = twoAccounts({ groups: { ...TWO_ACCOUNTS.groups, database } });
    const { stack, region, run } = prod(approved(APPROVAL, RESTART_APPROVAL), AS_OF, fleet);
    const planned = region.windows.find(({ key }) => key === RESTART_APPROVAL.key)!.runs[0]!;
    const args = restartArgsOf(stack.member, stack.account, "eu-west-1", planned);
    expect(args).to.deep.include({ document: "fleet-restart", waves, concurrency: "1", expires: RESTART_APPROVAL.expires });
    const result = await run();
    expect(named(result, `eu-west-1-approval/${RESTART_APPROVAL.key}-runbook`).inputs).to.deep.include({
      name: `fleet-restart-${RESTART_APPROVAL.key}`,
      content: runbookText(restartRunbook(args)),
    });
    expect(named(result, `eu-west-1-approval/${RESTART_APPROVAL.key}/database-task`).inputs).to.deep.include({
      name: "restart-database",
      taskArn: `fleet-restart-${RESTART_APPROVAL.key}`,
    });
    expect(named(result, "eu-west-1-restart-document").inputs["name"]).to.equal("fleet-restart");
  });

  it("restart in a standing window of the group, by a runbook of its own", async () => {
    const files = { ...TWO_ACCOUNTS.groups.files, rebootWindow: { at: "sundays 23:00" } };
    const { stack, region, run } = prod(NO_CHANGES, AS_OF, twoAccounts({ groups: { ...TWO_ACCOUNTS.groups, files } }));
    const result = await run();
    const [planned] = region.restarts;
    expect(named(result, "eu-west-1-restart/files-runbook").inputs).to.deep.include({
      name: "fleet-restart-files",
      content: runbookText(restartRunbook(restartArgsOf(stack.member, stack.account, "eu-west-1", planned!))),
    });
    expect(named(result, "eu-west-1-restart/files-window").inputs).to.deep.include({
      name: planned!.window.name,
      schedule: "cron(0 23 ? * SUN *)",
    });
    expect(named(result, "eu-west-1-restart/files/files-task").inputs["taskArn"]).to.equal("fleet-restart-files");
  });

  it("hold neither bucket nor document where nothing is reviewed, promoted or restarted", async () => {
    const { database: _database, ...groups } = TWO_ACCOUNTS.groups;
    const result = await prod(NO_CHANGES, AS_OF, twoAccounts({ groups })).run();
    const types = made(result).map(({ type }) => className(type));
    for (const none of ["ManifestBucket", "RestartDocument", "GuardedRestart"]) expect(types).not.to.include(none);
  });
});
