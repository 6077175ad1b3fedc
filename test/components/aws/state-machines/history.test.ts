import { expect } from "chai";
import { historyMachine } from "../../../../components/aws/state-machines/history";
import type { State } from "../../../../components/aws/state-machines/states";
import { HISTORY } from "../../../support/every-evidence-component";

const ARGS = { partition: "aws-cn", databaseName: "fleet_evidence", workgroupName: "fleet-evidence", ...HISTORY };
const machine = historyMachine(ARGS);

/** What happens to the state of an execution: others that run, and states that fail. */
function walk(others: number, failing: readonly string[]): { path: string[]; end: string } {
  const path: string[] = [];
  const data = { running: { Executions: Array.from({ length: others + 1 }, String) }, failed: false };
  let name = machine.StartAt;
  for (let steps = 0; steps < 20; steps += 1) {
    const state: State = machine.States[name]!;
    path.push(name);
    if (state.Type === "Succeed" || state.Type === "Fail") return { path, end: state.Type };
    if (state.Type === "Choice") {
      const taken = state.Choices.find(({ Variable }) =>
        Variable === "$.failed" ? data.failed : Variable === "$.running.Executions[1]" && data.running.Executions.length > 1,
      );
      name = taken?.Next ?? state.Default;
    } else if (state.Type !== "Pass" && failing.includes(name)) {
      if (!state.Catch) return { path, end: "Failed" };
      data.failed = data.failed || state.Catch[0]!.ResultPath === "$.failed";
      name = state.Catch[0]!.Next;
    } else name = state.Next;
  }
  return { path, end: "Endless" };
}

describe("the history's state machine", () => {
  it("runs the statements one after another, each waited for, in the workgroup and the database", () => {
    expect(walk(0, [])).to.deep.equal({
      path: [
        "FindOthers",
        "OneAtATime",
        "AppendChanges",
        "AppendCoverage",
        "FindMissing",
        "ReadMissing",
        "TellMissing",
        "Judge",
        "Done",
      ],
      end: "Succeed",
    });
    expect(machine.States["AppendChanges"]).to.deep.equal({
      Type: "Task",
      Resource: "arn:aws-cn:states:::athena:startQueryExecution.sync",
      Parameters: {
        QueryString: "INSERT INTO history_changes SELECT 1",
        WorkGroup: "fleet-evidence",
        QueryExecutionContext: { Database: "fleet_evidence", Catalog: "AwsDataCatalog" },
      },
      TimeoutSeconds: 3600,
      ResultPath: null,
      Retry: [{ ErrorEquals: ["States.TaskFailed", "States.Timeout"], IntervalSeconds: 60, MaxAttempts: 3, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "AppendCoverage", ResultPath: "$.failed" }],
      Next: "AppendCoverage",
    });
  });

  it("ends well at once when another execution runs: two would add the same rows", () => {
    expect(walk(1, [])).to.deep.equal({ path: ["FindOthers", "OneAtATime", "AnotherRuns"], end: "Succeed" });
  });

  it("rejects an execution of which any statement failed, after the others had their turn", () => {
    for (const failing of [["AppendChanges"], ["AppendCoverage"], ["AppendChanges", "AppendCoverage"]])
      expect(walk(0, failing), failing.join()).to.deep.equal({
        path: [
          "FindOthers",
          "OneAtATime",
          "AppendChanges",
          "AppendCoverage",
          "FindMissing",
          "ReadMissing",
          "TellMissing",
          "Judge",
          "Failed",
        ],
        end: "Fail",
      });
  });

  it("goes on after a finding that cannot be asked, read or told, and the execution ends as failed", () => {
    const before = ["FindOthers", "OneAtATime", "AppendChanges", "AppendCoverage"];
    for (const failing of ["FindMissing", "ReadMissing", "TellMissing"]) {
      const told = ["FindMissing", "ReadMissing", "TellMissing"];
      const path = [...before, ...told.slice(0, told.indexOf(failing) + 1), "Judge", "Failed"];
      expect(walk(0, [failing]), failing).to.deep.equal({ path, end: "Fail" });
    }
  });

  it("ends after the statements where nobody listens", () => {
    const quiet = historyMachine({ ...ARGS, findings: [] });
    expect(Object.keys(quiet.States)).to.not.include("FindMissing");
    expect(quiet.States["AppendCoverage"]).to.include({ Next: "Judge" });
  });

  it("rejects an execution that cannot tell whether another one runs", () => {
    expect(walk(0, ["FindOthers"]).end).to.equal("Failed");
  });
});
