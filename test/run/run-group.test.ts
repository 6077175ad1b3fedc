import { expect } from "chai";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { runGroup, type Ran } from "../../run/run-group";
import { runTarget } from "../../run/run-target";
import { ANY, useCredentials } from "../support/aws-credentials";
import { SsmDouble, type SsmFault } from "../support/ssm-double";
import { AS_OF, twoAccounts } from "../support/two-accounts";

const PLAN = decide(twoAccounts(), NO_CHANGES, AS_OF);
const INSTALL = runTarget(PLAN, { operation: "install", group: "application", region: "eu-west-1" });
const SCAN = runTarget(PLAN, { operation: "scan", group: "database" });

describe("a run by hand", () => {
  const double = new SsmDouble();
  let restore: () => void;
  before(async () => {
    restore = useCredentials(ANY);
    await double.open();
  });
  after(async () => {
    restore();
    await double.close();
  });
  beforeEach(() => {
    double.calls.length = 0;
    double.replies.clear();
    double.caller = "444444444444";
    double.replies.set("StartAutomationExecution", () => ({ AutomationExecutionId: "e-1" }));
    double.replies.set("SendCommand", () => ({ Command: { CommandId: "c-1" } }));
  });

  const said: string[] = [];
  const run = (target = INSTALL, given: { signal?: AbortSignal; wanted?: boolean } = {}): Promise<Ran> => {
    said.length = 0;
    return runGroup(
      target,
      { endpoint: double.url, patience: { attempts: 3, firstPause: 1 } },
      {
        every: 1,
        signal: given.signal ?? new AbortController().signal,
        say: (line) => void said.push(line),
        confirm: async () => given.wanted ?? true,
      },
    );
  };
  const looks = (...executions: readonly object[]) =>
    double.replies.set("GetAutomationExecution", (_, times) => ({
      AutomationExecution: executions[Math.min(times, executions.length - 1)] ?? {},
    }));
  const operations = () => double.calls.map(({ operation }) => operation);
  const refused = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "it was not refused",
      (error: unknown) => (error instanceof Error ? error.message : "not an error"),
    );

  it("starts the runbook of the plan, and nothing else, and tells each step once until it ends", async () => {
    const gate = { StepName: "gate", StepStatus: "Success" };
    looks(
      { AutomationExecutionStatus: "Pending" },
      { AutomationExecutionStatus: "InProgress", StepExecutions: [{ StepName: "gate", StepStatus: "InProgress" }] },
      { AutomationExecutionStatus: "InProgress", StepExecutions: [gate, { StepName: "install", StepStatus: "InProgress" }] },
      {
        AutomationExecutionStatus: "Success",
        StepExecutions: [gate, { StepName: "install", StepStatus: "Success" }],
        Outputs: { "gate.Decision": ["open"], "reconcile.Expected": ["90"], "reconcile.Finished": ["90"] },
      },
    );
    expect(await run()).to.deep.equal({
      started: { kind: "execution", id: "e-1" },
      end: { outcome: "succeeded", text: "succeeded: 90 of 90 servers finished" },
    });
    expect(said).to.deep.equal([
      "started execution e-1",
      "gate InProgress",
      "gate Success",
      "install InProgress",
      "install Success",
    ]);
    const [started = {}] = double.asked("StartAutomationExecution");
    expect({ ...started, ClientToken: "" }).to.deep.equal({ DocumentName: "fleet-install-application", ClientToken: "" });
    expect(operations().slice(0, 2)).to.deep.equal(["GetCallerIdentity", "StartAutomationExecution"]);
  });

  it("scans the group's servers alone, and changes nothing", async () => {
    const counts = (done: number) => ({ TargetCount: 3, CompletedCount: done, ErrorCount: 0 });
    double.replies.set("ListCommands", (_, times) => ({
      Commands: times === 0 ? [] : [{ Status: times < 2 ? "InProgress" : "Success", ...counts(times < 2 ? 1 : 3) }],
    }));
    expect(await run(SCAN)).to.deep.include({ end: { outcome: "succeeded", text: "Success: 3 of 3 servers" } });
    expect(said).to.deep.equal(["started command c-1", "1 of 3 servers"]);
    const [sent = {}] = double.asked("SendCommand");
    expect(sent["DocumentName"]).to.equal("AWS-RunPatchBaseline");
    expect(sent["Targets"]).to.deep.equal([{ Key: "tag:PatchGroup", Values: ["database"] }]);
    expect(sent["Parameters"]).to.deep.include({ Operation: ["Scan"], RebootOption: ["NoReboot"] });
  });

  it("shows a held run as held, which is not an install", async () => {
    looks({
      AutomationExecutionStatus: "Success",
      Outputs: { "gate.Decision": ["held"], "gate.Why": ["calendar fleet-calendar-prod is closed"] },
    });
    expect(await run()).to.deep.include({
      end: { outcome: "held", text: "held, nothing was done: calendar fleet-calendar-prod is closed" },
    });
  });

  it("stops watching when a person breaks off, and leaves the run alone", async () => {
    const stop = new AbortController();
    double.replies.set("GetAutomationExecution", () => {
      stop.abort();
      return { AutomationExecution: { AutomationExecutionStatus: "InProgress" } };
    });
    expect(await run(INSTALL, { signal: stop.signal })).to.deep.equal({ started: { kind: "execution", id: "e-1" }, end: null });
    expect(operations()).not.to.include("StopAutomationExecution");
  });

  it("starts nothing that nobody said yes to", async () => {
    expect(await run(INSTALL, { wanted: false })).to.equal("not wanted");
    expect(operations()).to.deep.equal(["GetCallerIdentity"]);
  });

  it("asks again when AWS is busy, and starts nothing twice", async () => {
    double.replies.set("StartAutomationExecution", (_, times) =>
      times === 0 ? { code: "ThrottlingException" } : { AutomationExecutionId: "e-1" },
    );
    looks({ AutomationExecutionStatus: "Success" });
    await run();
    const tokens = double.asked("StartAutomationExecution").map(({ ClientToken }) => ClientToken);
    expect(tokens).to.have.length(2);
    expect(new Set(tokens).size).to.equal(1);
    expect(tokens[0]).to.match(/^[0-9a-f-]{36}$/u);
  });

  it("rejects credentials of another account before anything is asked", async () => {
    double.caller = "333333333333";
    expect(await refused(run())).to.equal(
      "these credentials are of account 333333333333, and prod is 444444444444: choose the profile of that account (AWS_PROFILE)",
    );
    expect(operations()).to.deep.equal(["GetCallerIdentity"]);
  });

  const FAULTS: readonly (readonly [SsmFault, RegExp])[] = [
    [
      { code: "AccessDeniedException" },
      /^Systems Manager in eu-west-1 of prod: access denied: allow your role ssm:StartAutomationExecution/u,
    ],
    [
      { code: "ExpiredTokenException" },
      /^Systems Manager in eu-west-1 of prod: the AWS credentials have expired: sign in again/u,
    ],
    [{ code: "ThrottlingException" }, /^Systems Manager in eu-west-1 of prod: AWS answered too often that it is busy/u],
    [
      { code: "AutomationDefinitionNotFoundException" },
      /there is no runbook fleet-install-application: apply the account's stack first \(pulumi up --stack prod\)$/u,
    ],
    [
      { code: "AutomationExecutionLimitExceededException", message: "100" },
      /too many executions run already \(100\): wait until some have ended$/u,
    ],
  ];
  for (const [told, line] of FAULTS) {
    it(`rejects in one line what AWS answers with ${told.code}`, async () => {
      double.replies.set("StartAutomationExecution", () => told);
      expect(await refused(run())).to.match(line);
    });
  }

  it("rejects expired credentials before it asks a person", async () => {
    double.caller = { code: "ExpiredToken", message: "The security token included in the request is expired" };
    expect(await refused(run())).to.match(/the AWS credentials have expired/u);
  });

  it("rejects an execution that never comes into sight", async () => {
    double.replies.set("GetAutomationExecution", () => ({}));
    expect(await refused(run())).to.equal("execution e-1 is not there: look at it in the console of Systems Manager");
  });
});
