import { expect } from "chai";
import { openAthena, type AthenaOptions } from "../../../evidence/athena/open-athena";
import { Refusal } from "../../../evidence/aws/refusal";
import { NOTHING_EXPECTED } from "../../../evidence/expected";
import { AthenaDouble } from "../../support/athena-double";
import { ANY, useCredentials } from "../../support/aws-credentials";

const AS_OF = "2026-11-21T08:00:00Z";
const NAMES = ["account", "region", "server", "patch", "severity", "agedays"];
const line = (server: string, days: string | null) => ["333333333333", "eu-west-1", server, "openssl", "", days];

describe("openAthena", () => {
  let athena: AthenaDouble;
  let restore: () => void;
  let lines: string[];
  beforeEach(async () => {
    athena = new AthenaDouble();
    await athena.open();
    restore = useCredentials(ANY);
    lines = [];
    athena.replies.set("GetWorkGroup", () => ({
      WorkGroup: { Name: "fleet-evidence", Configuration: { BytesScannedCutoffPerQuery: 107_374_182_400 } },
    }));
    athena.replies.set("StartQueryExecution", () => ({ QueryExecutionId: "q-1" }));
    athena.replies.set("StopQueryExecution", () => ({}));
    athena.states({ State: "QUEUED" }, { State: "RUNNING" }, { State: "SUCCEEDED" });
    athena.pages([NAMES, line("i-1", "3")]);
  });
  afterEach(async () => {
    restore();
    await athena.close();
  });

  const open = (options: Partial<AthenaOptions> = {}) =>
    openAthena({
      expected: NOTHING_EXPECTED,
      region: "eu-west-1",
      endpoint: athena.url,
      patience: { attempts: 3, firstPause: 1 },
      firstPause: 1,
      ...options,
    });
  const costs = { tellCost: (told: string) => void lines.push(told) };
  const missing = async (options: Partial<AthenaOptions> = {}) => (await open(options)).ask("missing", { asOf: AS_OF });
  const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Refusal)) throw new Error("it was not refused", { cause: error });
    expect(error.message).not.to.include("\n");
    return error;
  };

  it("asks in the fleet's workgroup and database, and reads every page by the question's columns", async () => {
    athena.pages([NAMES, line("i-1", "3"), line("i-2", null)], [line("i-3", "0")], [line("i-4", "12")]);
    const rows = await missing();
    expect(rows.map((row) => [row["server"], row["ageDays"]])).to.deep.equal([
      ["i-1", 3],
      ["i-2", null],
      ["i-3", 0],
      ["i-4", 12],
    ]);
    expect(rows[0]).to.deep.equal({
      account: "333333333333",
      region: "eu-west-1",
      server: "i-1",
      patch: "openssl",
      severity: "",
      ageDays: 3,
    });
    const input = athena.asked("StartQueryExecution")[0]?.input ?? {};
    expect([input["WorkGroup"], input["QueryExecutionContext"]]).to.deep.equal([
      "fleet-evidence",
      { Database: "fleet_evidence" },
    ]);
    expect(input["QueryString"]).to.match(/^-- fleet report: missing\nWITH /u);
    expect(input["QueryString"]).to.include('"$path" AS file FROM "fleet_evidence"."aws_complianceitem"');
    expect(athena.asked("StopQueryExecution")).to.deep.equal([]);
  });

  it("reads yes and no, and files with damage", async () => {
    athena.pages([
      ["account", "region", "server", "group", "class", "ended", "lastscan", "patchesitself", "why"],
      ["333333333333", "eu-west-1", "i-1", "web", "compliant", "false", AS_OF, "true", null],
    ]);
    const evidence = await open();
    const [row] = await evidence.ask("coverage", { asOf: AS_OF });
    expect([row?.["ended"], row?.["patchesItself"], row?.["lastScan"], row?.["why"]]).to.deep.equal([false, true, AS_OF, null]);
    athena.pages([
      ["file", "lines", "why"],
      ["s3://lake/AWS:Tag/i-1.json", "2", "a line cannot be read"],
    ]);
    expect(await evidence.unreadable()).to.deep.equal([
      { file: "s3://lake/AWS:Tag/i-1.json", lines: 2, why: "a line cannot be read" },
    ]);
    await evidence.close();
  });

  it("tells the cost before as the last time, and after as it was", async () => {
    athena.replies.set("ListQueryExecutions", () => ({ QueryExecutionIds: ["a", "b", "c"] }));
    const run = (query: string, day: number, bytes: number, state = "SUCCEEDED") => ({
      Query: query,
      Status: { State: state, SubmissionDateTime: day },
      Statistics: { DataScannedInBytes: bytes },
    });
    athena.replies.set("BatchGetQueryExecution", () => ({
      QueryExecutions: [
        run("-- fleet report: missing\nSELECT 1", 1_795_000_000, 2_147_483_648),
        run("-- fleet report: missing\nSELECT 1", 1_794_000_000, 1),
        run("-- fleet report: coverage\nSELECT 1", 1_796_000_000, 3),
        run("-- fleet report: missing\nSELECT 1", 1_797_000_000, 4, "FAILED"),
      ],
    }));
    await missing(costs);
    expect(lines).to.deep.equal([
      "missing: what Athena will read is about 2.0 GB (0.0098 USD), as on 2026-11-18; the workgroup stops it at 107 GB (0.49 USD)",
      "missing: Athena read 11.8 MB (less than 0.0001 USD)",
    ]);
  });

  it("tells the cost before by the tables' statistics, and that it is unknown when one lacks them", async () => {
    athena.replies.set("ListQueryExecutions", () => ({ QueryExecutionIds: [] }));
    athena.replies.set("GetTableMetadata", () => ({ TableMetadata: { Name: "t", Parameters: { totalSize: "1048576" } } }));
    await missing(costs);
    expect(lines[0]).to.match(/^missing: what Athena will read is about \d+\.0 MB \(.*\), as the tables' statistics say;/u);
    athena.replies.set("GetTableMetadata", ({ TableName: name }) => ({
      TableMetadata: { Name: name, Parameters: name === "aws_complianceitem" ? {} : { totalSize: "1048576" } },
    }));
    await missing(costs);
    expect(lines[2]).to.equal(
      "missing: what Athena will read is unknown until it ran; the workgroup stops it at 107 GB (0.49 USD)",
    );
  });

  it("answers even those who may not ask for the cost", async () => {
    athena.replies.delete("GetWorkGroup");
    await missing(costs);
    expect(lines[0]).to.equal("missing: what Athena will read is unknown until it ran; no limit of the workgroup is known");
  });

  it("asks again when Athena is busy, with the same token", async () => {
    athena.replies.set("StartQueryExecution", (_, times) =>
      times === 0 ? { code: "TooManyRequestsException" } : { QueryExecutionId: "q-1" },
    );
    expect(await missing()).to.have.length(1);
    const tokens = athena.asked("StartQueryExecution").map(({ input }) => input["ClientRequestToken"]);
    expect(tokens).to.have.length(2);
    expect(new Set(tokens).size).to.equal(1);
  });

  it("cancels the query on a signal", async () => {
    athena.states({ State: "RUNNING" });
    const stop = new AbortController();
    const tell = (what: string) => {
      if (what.includes("Athena works on it")) stop.abort();
    };
    const { kind, message } = await refusal(missing({ signal: stop.signal, tell, firstPause: 60_000 }));
    expect([kind, message]).to.deep.equal([
      "cancelled",
      "athena fleet-evidence in eu-west-1: the question missing was cancelled: repeat the command",
    ]);
    expect(athena.asked("StopQueryExecution").map(({ input }) => input)).to.deep.equal([{ QueryExecutionId: "q-1" }]);
  });

  it("says so when the query could not be cancelled", async () => {
    athena.states({ State: "RUNNING" });
    athena.replies.set("StopQueryExecution", () => ({ code: "AccessDeniedException" }));
    const stop = new AbortController();
    const error = await refusal(missing({ signal: stop.signal, tell: () => stop.abort(), firstPause: 60_000 }));
    expect(error.message).to.include("query q-1 could not be stopped, and may run on");
  });

  it("gives a question up after its time, and cancels the query", async () => {
    athena.states({ State: "RUNNING" });
    const { kind, message } = await refusal(missing({ timeoutSeconds: 0 }));
    expect(kind).to.equal("timeout");
    expect(message).to.include("the question missing took longer than 0 seconds and was cancelled");
    expect(athena.asked("StopQueryExecution")).to.have.length(1);
  });

  for (const [what, status, kind, words] of [
    [
      "a scan past the workgroup's limit",
      { State: "CANCELLED", StateChangeReason: "Bytes scanned limit was exceeded" },
      "limit",
      "the question missing was stopped by the workgroup at its limit of 107 GB a query, after it had read 11.8 MB, which are charged: " +
        "ask of one account (--account reads only its files), or raise `evidence: { scanLimit: … }` in the fleet file and apply central (pulumi up)",
    ],
    [
      "what the query may not read",
      { State: "FAILED", StateChangeReason: "Access Denied (Service: S3)" },
      "denied",
      "fleet-auditor",
    ],
    ["a table that is not there", { State: "FAILED", StateChangeReason: "TABLE_NOT_FOUND: line 1:1" }, "missing", "pulumi up"],
    [
      "what is too much for Athena",
      { State: "FAILED", StateChangeReason: "Query exhausted resources at this scale factor" },
      "timeout",
      "--group",
    ],
    ["a query that somebody cancelled", { State: "CANCELLED" }, "cancelled", "somebody"],
    [
      "any other failure",
      { State: "FAILED", AthenaError: { ErrorMessage: "HIVE_BAD_DATA:\n odd" } },
      "failed",
      "HIVE_BAD_DATA: odd",
    ],
  ] as const) {
    it(`rejects ${what} in one line with its fix`, async () => {
      athena.states({ State: "RUNNING" }, status);
      const error = await refusal(missing());
      expect(error.kind).to.equal(kind);
      expect(error.message).to.include(words);
    });
  }

  for (const [what, fault, kind, words] of [
    ["what is not allowed", { code: "AccessDeniedException" }, "denied", "athena:StartQueryExecution"],
    ["expired credentials", { code: "ExpiredTokenException" }, "expired", "sign in again"],
    ["credentials that AWS does not know", { code: "UnrecognizedClientException" }, "credentials", "AWS_PROFILE"],
    [
      "a workgroup that is not there",
      { code: "InvalidRequestException", message: "WorkGroup fleet-evidence is not found." },
      "missing",
      "pulumi up",
    ],
    ["a service that stays busy", { code: "ThrottlingException" }, "throttled", "wait a few minutes"],
  ] as const) {
    it(`rejects ${what} in one line with its fix`, async () => {
      athena.replies.set("StartQueryExecution", () => fault);
      const error = await refusal(missing());
      expect(error.kind).to.equal(kind);
      expect(error.message).to.match(/^athena fleet-evidence in eu-west-1/u);
      expect(error.message).to.include(words);
    });
  }

  it("rejects credentials that expire while the query runs", async () => {
    athena.replies.set("GetQueryExecution", () => ({ code: "ExpiredTokenException" }));
    expect((await refusal(missing())).kind).to.equal("expired");
  });

  it("rejects an answer that lacks a column of the question", async () => {
    athena.pages([["account", "region", "server"]]);
    expect((await refusal(missing())).message).to.include("the answer lacks patch, severity, ageDays");
  });

  it("reads the files of one account only, where one is asked of", async () => {
    athena.pages([NAMES]);
    const evidence = await open();
    await evidence.ask("missing", { asOf: AS_OF, account: "333333333333" });
    const [asked] = athena.asked("StartQueryExecution");
    const sql = String(asked?.input["QueryString"]);
    expect(sql.match(/"\."aws_/gu)).to.have.length.greaterThan(3);
    expect(sql.match(/"\."aws_\w+" WHERE accountid = '333333333333'/gu)).to.have.length(sql.match(/"\."aws_/gu)?.length ?? 0);
  });

  it("rejects a text that is longer than Athena takes, and a question that nobody knows", async () => {
    const machines = Array.from({ length: 8_000 }, (_, at) => ({
      account: "333333333333",
      region: "eu-west-1",
      tag: "web",
      name: `vm-${at}`,
    }));
    const evidence = await open({ expected: { ...NOTHING_EXPECTED, machines } });
    expect((await refusal(evidence.ask("coverage", { asOf: AS_OF }))).kind).to.equal("limit");
    expect(athena.asked("StartQueryExecution")).to.deep.equal([]);
    expect((await refusal((async () => evidence.ask("weather", { asOf: AS_OF }))())).message).to.include("no question weather");
  });
});
