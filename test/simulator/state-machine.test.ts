import { expect } from "chai";
import { historyMachine } from "../../components/aws/state-machines/history";
import { execute } from "../../simulator/state-machine";
import { HISTORY } from "../support/every-evidence-component";

const machine = historyMachine({ partition: "aws", databaseName: "d", workgroupName: "w", ...HISTORY });

/** The history's machine over services of which some calls fail. */
function ran(fails: (call: string, number: number) => boolean = () => false, others = 0) {
  const told: unknown[] = [];
  let number = 0;
  const services = (call: string, parameters: Readonly<Record<string, unknown>>): unknown => {
    number += 1;
    if (fails(call, number)) throw new Error("refused");
    if (call === "aws-sdk:sfn:listExecutions") return { Executions: Array.from({ length: others + 1 }, String) };
    if (call === "athena:startQueryExecution.sync") return { QueryExecution: { QueryExecutionId: "q" } };
    if (call === "athena:getQueryResults")
      return {
        ResultSet: {
          Rows: [{ Data: [] }, ...["web", "shop"].map((group) => ({ Data: [{ VarCharValue: group }, { VarCharValue: "now" }] }))],
        },
      };
    told.push(Object((parameters["Entries"] as unknown[])[0]).Detail);
    return {};
  };
  return { ...execute(machine, services, "e-1"), told };
}

describe("the interpreter of state machines", () => {
  it("runs the history's job: each row of a finding is told", () => {
    expect(ran()).to.deep.equal({
      status: "SUCCEEDED",
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
      told: [
        { group: "web", due: "now" },
        { group: "shop", due: "now" },
      ],
    });
  });

  it("takes the choice that holds", () => {
    expect(ran(() => false, 1).path).to.deep.equal(["FindOthers", "OneAtATime", "AnotherRuns"]);
  });

  it("tries again as often as the machine says, then goes where it catches", () => {
    expect(ran((_, number) => number >= 2 && number <= 4).status).to.equal("SUCCEEDED");
    expect(ran((_, number) => number >= 2 && number <= 5)).to.deep.include({ status: "FAILED" });
    expect(ran((call) => call === "events:putEvents").path.slice(-2)).to.deep.equal(["Judge", "Failed"]);
  });

  it("rejects an error that nothing catches: the execution ends there", () => {
    expect(ran((call) => call === "aws-sdk:sfn:listExecutions")).to.deep.include({ status: "FAILED", path: ["FindOthers"] });
  });
});
