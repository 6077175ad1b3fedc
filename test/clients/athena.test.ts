import {
  AthenaClient,
  CreateWorkGroupCommand,
  GetQueryExecutionCommand,
  ListQueryExecutionsCommand,
} from "@aws-sdk/client-athena";
import { expect } from "chai";
import { openAthena, type AthenaOptions } from "../../evidence/athena/open-athena";
import { quiet } from "../../evidence/aws/quiet";
import { Refusal } from "../../evidence/aws/refusal";
import { NOTHING_EXPECTED } from "../../evidence/expected";
import { QUESTIONS } from "../../evidence/record/question";
import { ANY, useCredentials } from "../support/aws-credentials";
import { busyProxy } from "./busy-proxy";
import { Moto } from "./moto";

const AS_OF = "2026-11-21T08:00:00Z";
const REGION = "eu-west-1";

describe("Athena against moto's server", () => {
  const moto = new Moto();
  let restore: () => void;
  let client: AthenaClient;
  before(async () => {
    await moto.start();
    restore = useCredentials(ANY);
    quiet();
    client = new AthenaClient({ endpoint: moto.url, region: REGION });
    const Configuration = { BytesScannedCutoffPerQuery: 50_000_000_000, EnforceWorkGroupConfiguration: true };
    await client.send(new CreateWorkGroupCommand({ Name: "fleet-evidence", Configuration }));
  });
  after(async () => {
    client.destroy();
    restore();
    await moto.stop();
  });
  afterEach(() => moto.tell("state-manager/unset-transition", { model_name: "athena::execution" }));

  const open = (options: Partial<AthenaOptions> = {}) =>
    openAthena({
      expected: NOTHING_EXPECTED,
      region: REGION,
      endpoint: moto.url,
      patience: { attempts: 5, firstPause: 1 },
      firstPause: 1,
      ...options,
    });
  const queue = (rows: readonly (readonly (string | null)[])[]) =>
    moto.tell("static/athena/query-results", {
      region: REGION,
      results: [
        {
          rows: rows.map((row) => ({ Data: row.map((cell) => (cell === null ? {} : { VarCharValue: cell })) })),
          column_info: [],
        },
      ],
    });
  /** The query goes on only after so many looks at it. */
  const slow = (times: number) =>
    moto.tell("state-manager/set-transition", { model_name: "athena::execution", transition: { progression: "manual", times } });
  const newest = async () => {
    const { QueryExecutionIds: ids = [] } = await client.send(new ListQueryExecutionsCommand({ WorkGroup: "fleet-evidence" }));
    const { QueryExecution: run } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: ids.at(-1) ?? "" }));
    return run;
  };
  const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Refusal)) throw new Error("it was not refused", { cause: error });
    return error;
  };

  it("asks every question, and reads the answer when the query has ended", async () => {
    await slow(2);
    const said: string[] = [];
    const evidence = await open({ tell: (what) => void said.push(what) });
    for (const { name, columns } of QUESTIONS) {
      await queue([columns.map((column) => column.name.toLowerCase()), columns.map(() => null)]);
      expect(await evidence.ask(name, { asOf: AS_OF })).to.deep.equal([
        Object.fromEntries(columns.map((column) => [column.name, null])),
      ]);
      const run = await newest();
      expect(run?.Query?.startsWith(`-- fleet report: ${name}\n`)).to.equal(true);
      expect(run?.QueryExecutionContext?.Database).to.equal("fleet_evidence");
    }
    expect(said).to.include.members([
      "coverage: waits for its turn (0 s)",
      "coverage: Athena works on it (0 s)",
      "coverage: 1 rows",
    ]);
    await evidence.close();
  });

  it("tells the workgroup's limit before and the scan after", async () => {
    const lines: string[] = [];
    const evidence = await open({ tellCost: (line) => void lines.push(line) });
    await queue([["day", "class", "servers"]]);
    expect(await evidence.ask("trend", { asOf: AS_OF })).to.deep.equal([]);
    expect(lines.map((line) => line.replace(/^.*; /u, ""))).to.deep.equal([
      "the workgroup stops it at 50 GB (0.23 USD)",
      "trend: Athena read 0 B (less than 0.0001 USD)",
    ]);
  });

  it("cancels the query on a signal", async () => {
    await slow(1_000);
    const stop = new AbortController();
    const evidence = await open({ signal: stop.signal, tell: () => stop.abort() });
    expect((await refusal(evidence.ask("missing", { asOf: AS_OF }))).kind).to.equal("cancelled");
    expect((await newest())?.Status?.State).to.equal("CANCELLED");
  });

  it("is patient with a service that is busy", async () => {
    const proxy = await busyProxy(moto.url, "ThrottlingException", 3);
    try {
      const evidence = await open({ endpoint: proxy.url });
      await queue([
        ["day", "class", "servers"],
        ["2026-11-20", "compliant", "7"],
      ]);
      expect(await evidence.ask("trend", { asOf: AS_OF })).to.deep.equal([{ day: "2026-11-20", class: "compliant", servers: 7 }]);
      expect(proxy.refusals()).to.equal(3);
    } finally {
      await proxy.close();
    }
  });

  it("rejects a workgroup that is not there", async () => {
    const evidence = await open({ workgroup: "nobody" });
    const { kind, message } = await refusal(evidence.ask("missing", { asOf: AS_OF }));
    expect([kind, message.includes("there is no such workgroup")]).to.deep.equal(["missing", true]);
  });

  it("rejects whoever AWS does not let in", async () => {
    const evidence = await open();
    await moto.tell("reset-auth", "0");
    try {
      expect((await refusal(evidence.ask("missing", { asOf: AS_OF }))).kind).to.be.oneOf(["credentials", "denied"]);
    } finally {
      await moto.tell("reset-auth", "Infinity");
    }
  });
});
