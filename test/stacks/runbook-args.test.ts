import { expect } from "chai";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { installArgsOf, restartArgsOf } from "../../stacks/runbook-args";
import { approved, RESTART_APPROVAL } from "../support/approvals";
import { AS_OF, oneAccount, twoAccounts } from "../support/two-accounts";

function member(plan: ReturnType<typeof decide>, name: string) {
  const stack = plan.stacks.find((each) => each.name === name);
  if (stack?.kind !== "member") throw new Error(`no member ${name}`);
  return stack;
}

describe("the arguments of a runbook", () => {
  it("are the plan's own, for a group that installs by itself", () => {
    const { account, member: plan } = member(decide(oneAccount(), NO_CHANGES, AS_OF), "dev");
    const run = plan.regions[0]!.windows[0]!.runs[0]!;
    expect(installArgsOf(plan, account, "eu-west-1", run)).to.deep.equal({
      group: "dev",
      tagKey: "PatchGroup",
      concurrency: run.concurrency,
      servers: 4,
      calendars: ["fleet-calendar-dev"],
      releases: ["arn:aws:ssm:eu-west-1:111122223333:parameter/fleet/rings/dev/declared"],
      home: "eu-west-1",
      role: "arn:aws:iam::111122223333:role/fleet-runbook",
      logGroup: "/fleet/commands",
      timeoutSeconds: run.capacity.timeoutSeconds,
      stepTimeoutSeconds: run.capacity.stepTimeoutSeconds,
      reboot: "RebootIfNeeded",
      errors: run.errors,
    });
  });

  it("tell a restart by an approval its end and its record, and no list", () => {
    const plan = decide(twoAccounts(), approved(RESTART_APPROVAL), AS_OF);
    const { account, member: prod } = member(plan, "prod");
    const region = prod.regions.find((each) => each.region === "eu-west-1")!;
    const run = region.windows.find(({ key }) => key === RESTART_APPROVAL.key)!.runs[0]!;
    const args = restartArgsOf(prod, account, "eu-west-1", run);
    expect(args).to.deep.include({
      expires: "2026-11-30T02:00:00Z",
      proved: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/proved",
      waves: [],
      document: "fleet-restart",
    });
    expect(args.record).to.deep.include({ account: "444444444444", region: "eu-west-1", ring: "prod" });
    expect(args).not.to.have.any.keys("manifest", "reboot", "errors");
  });
});
