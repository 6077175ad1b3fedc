import { expect } from "chai";
import { evaluatorMachine, type EvaluatorMachineArgs } from "../../../../components/aws/state-machines/evaluator";
import type { State, StateMachine } from "../../../../components/aws/state-machines/states";
import { execute } from "../../../../simulator/state-machine";

const ARGS: EvaluatorMachineArgs = {
  partition: "aws",
  databaseName: "fleet_evidence",
  workgroupName: "fleet-evidence",
  ring: "prod",
  sql: "SELECT 'open until 2026-11-29T06:00:00Z' AS release",
  alarms: [],
  parameterName: "/fleet/rings/prod/proved",
  tier: "Advanced",
  told: {
    busArn: "arn:aws:events:eu-west-1:222222222222:event-bus/fleet",
    source: "fleet.patching",
    detailType: "Ring held",
  },
};
const ALARMS = ["checkout-errors", `it's "{slow}"`];
const OPEN = "open until 2026-11-29T06:00:00Z";
const UNKNOWN = "held: the evaluator failed, see its execution e-1";
const CALLS = [
  "athena:startQueryExecution.sync",
  "athena:getQueryResults",
  "aws-sdk:cloudwatch:describeAlarms",
  "aws-sdk:ssm:putParameter",
  "events:putEvents",
];

interface World {
  readonly answer?: unknown;
  /** The alarms that are quiet. */
  readonly quiet?: readonly string[];
  /** Which calls fail, by their number among all calls. */
  readonly fails?: (call: string, number: number) => boolean;
}

/** Runs a machine; what it wrote and told, in order. */
function run(machine: StateMachine, { answer = OPEN, quiet = ALARMS, fails = () => false }: World) {
  const written: unknown[] = [];
  const told: unknown[] = [];
  let number = 0;
  const services = (call: string, parameters: Readonly<Record<string, unknown>>): unknown => {
    number += 1;
    if (fails(call, number)) throw new Error("refused");
    if (call === CALLS[0]) return { QueryExecution: { QueryExecutionId: "q-1" } };
    if (call === CALLS[1])
      return {
        ResultSet: {
          Rows: [{ Data: [{ VarCharValue: "release" }] }, { Data: [answer === null ? {} : { VarCharValue: answer }] }],
        },
      };
    if (call === CALLS[2]) {
      const named = parameters["AlarmNames"] as string[];
      return {
        MetricAlarms: named.filter((name) => quiet.includes(name)).map((AlarmName) => ({ AlarmName, StateValue: "OK" })),
        CompositeAlarms: [],
      };
    }
    if (call === CALLS[3]) written.push(parameters["Value"]);
    else told.push((parameters["Entries"] as { Detail: unknown }[])[0]!.Detail);
    return {};
  };
  return { ...execute(machine, services, "e-1"), written, told };
}

describe("a ring's evaluator", () => {
  const plain = evaluatorMachine(ARGS);
  const watchful = evaluatorMachine({ ...ARGS, alarms: ALARMS });

  it("writes what Athena answered, and tells nobody that a ring is open", () => {
    expect(run(plain, {})).to.deep.equal({
      status: "SUCCEEDED",
      path: ["Ask", "Read", "Judge", "Open", "Opened"],
      written: [OPEN],
      told: [],
    });
    expect(plain.States["Open"]).to.deep.include({
      Resource: "arn:aws:states:::aws-sdk:ssm:putParameter",
      Parameters: { Name: "/fleet/rings/prod/proved", "Value.$": "$.answer.release", Tier: "Advanced", Overwrite: true },
    });
  });

  it("writes that the ring is held, and tells people why", () => {
    const answer = "held: 8 of 10 servers of ring dev finished, 80 %, wanted 95 %";
    expect(run(plain, { answer })).to.deep.equal({
      status: "SUCCEEDED",
      path: ["Ask", "Read", "Judge", "Hold", "TellHeld", "Held"],
      written: [answer],
      told: [{ ring: "prod", why: answer }],
    });
  });

  it("changes nothing where no window is near", () => {
    const { status, written, told } = run(plain, { answer: "none: no window of ring prod begins within 3 hours" });
    expect({ status, written, told }).to.deep.equal({ status: "SUCCEEDED", written: [], told: [] });
  });

  it("holds the ring unless every named alarm is there and quiet", () => {
    expect(run(watchful, {}).written).to.deep.equal([OPEN]);
    const why = `held: 1 of 2 alarms are quiet: checkout-errors, it's '{slow}'; without them it was ${OPEN}`;
    expect(run(watchful, { quiet: ["checkout-errors"] })).to.deep.include({
      status: "SUCCEEDED",
      written: [why],
      told: [{ ring: "prod", why }],
    });
    expect(run(watchful, { quiet: [] }).written).to.deep.equal([why.replace("1 of", "0 of")]);
  });

  it("tries what fails again before it gives up", () => {
    expect(run(watchful, { fails: (_, number) => number % 3 !== 0 }).written).to.deep.equal([OPEN]);
  });

  it("rejects whatever cannot be asked, read or understood: the ring is held, and the execution failed", () => {
    for (const call of CALLS.slice(0, 3))
      expect(run(watchful, { fails: (each) => each === call }), call).to.deep.include({
        status: "FAILED",
        written: [UNKNOWN],
        told: [{ ring: "prod", why: UNKNOWN }],
      });
    for (const answer of ["open", "", "OPEN UNTIL 2026-11-29T06:00:00Z", "opened until now", " open until 2026-11-29T06:00:00Z"])
      expect(run(plain, { answer }), answer).to.deep.include({ status: "FAILED", written: [UNKNOWN] });
  });

  it("rejects an answer without a cell: it ends at once, and the earlier release lapses", () => {
    expect(run(plain, { answer: null })).to.deep.include({ status: "FAILED", written: [], told: [] });
  });

  it("tells people even where nothing can be written", () => {
    expect(run(plain, { fails: (call) => call === CALLS[3] })).to.deep.include({
      status: "FAILED",
      written: [],
      told: [{ ring: "prod", why: UNKNOWN }],
    });
    expect(run(plain, { fails: (call) => call === CALLS[3] || call === CALLS[4] }).status).to.equal("FAILED");
  });

  it("is held and told of nobody where nobody listens", () => {
    const silent = evaluatorMachine({ ...ARGS, told: null });
    expect(Object.keys(silent.States).filter((name) => name.startsWith("Tell"))).to.deep.equal([]);
    expect(run(silent, { answer: "held: no" })).to.deep.include({ status: "SUCCEEDED", written: ["held: no"] });
  });
});

/** Every way through a machine: each choice taken, each call good or failed. */
function* ways(machine: StateMachine, at: string, path: readonly string[] = []): Generator<readonly string[]> {
  const state: State | undefined = machine.States[at];
  if (!state) throw new Error(`no state ${at}`);
  if (path.includes(at)) throw new Error(`a circle at ${at}`);
  const here = [...path, at];
  const next =
    state.Type === "Choice"
      ? [...state.Choices.map(({ Next }) => Next), state.Default]
      : state.Type === "Succeed" || state.Type === "Fail"
        ? []
        : [state.Next, ...("Catch" in state ? (state.Catch ?? []).map(({ Next }) => Next) : [])];
  if (next.length === 0) yield here;
  for (const name of next) yield* ways(machine, name, here);
}

describe("the graph of a ring's evaluator", () => {
  for (const [which, alarms] of [
    ["without alarms", []],
    ["with alarms", ALARMS],
  ] as const) {
    const machine = evaluatorMachine({ ...ARGS, alarms });
    const all = [...ways(machine, machine.StartAt)];
    const writes = (name: string) => JSON.stringify(machine.States[name]).includes("putParameter");

    it(`writes nothing but what was judged or is held by its own words, ${which}`, () => {
      const judged = machine.States["Judge"];
      if (judged?.Type !== "Choice") throw new Error("no judge");
      const guards = alarms.length > 0 ? ["Judge", "AskAlarms", "Quiet", "Open"] : ["Judge", "Open"];
      for (const way of all) {
        for (const [place, name] of way.entries()) {
          if (!writes(name)) continue;
          const before = way.slice(0, place + 1);
          const own = before.filter((each) => machine.States[each]?.Type === "Pass");
          if (name === "Open") expect(before, way.join()).to.deep.equal(["Ask", "Read", ...guards]);
          else if (own.length > 0) {
            const parameters = own.map((each) => JSON.stringify(machine.States[each]));
            for (const text of parameters) expect(text).to.match(/"release\.\$":"States\.Format\('held: /u);
          } else expect(before, way.join()).to.deep.equal(["Ask", "Read", "Judge", "Hold"]);
        }
      }
      expect(judged.Choices.map((choice) => "StringMatches" in choice && [choice.StringMatches, choice.Next])).to.deep.equal([
        ["open until *", alarms.length > 0 ? "AskAlarms" : "Open"],
        ["held: *", "Hold"],
        ["none: *", "NoWindow"],
      ]);
    });

    it(`ends each way on which a call failed with a try to hold the ring, ${which}`, () => {
      expect(all.length).to.be.greaterThan(10);
      const last = new Set(["Opened", "Held", "NoWindow", "Failed"]);
      for (const way of all) {
        expect(last.has(way.at(-1)!), way.join()).to.equal(true);
        if (way.at(-1) === "Failed" && !way.includes("TellHeld")) expect(way, way.join()).to.include("HoldUnknown");
      }
    });

    it(`has no state that nothing leads to, ${which}`, () => {
      expect(Object.keys(machine.States)).to.have.members([...new Set(all.flat())]);
    });
  }
});
