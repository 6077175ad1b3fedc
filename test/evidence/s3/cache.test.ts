import { expect } from "chai";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Refusal } from "../../../evidence/aws/refusal";
import { cacheObjects, type CacheOptions, type CacheProgress } from "../../../evidence/s3/cache";
import { ANY, useCredentials } from "../../support/aws-credentials";
import { BucketDouble } from "../../support/bucket-double";

const SUMMARY = "AWS:PatchSummary/accountid=333333333333/region=eu-west-1/resourcetype=ManagedInstanceInventory";
const TAGS = "AWS:Tag/accountid=333333333333/region=eu-west-1/resourcetype=ManagedInstanceInventory";

describe("cacheObjects", () => {
  let bucket: BucketDouble;
  let cache: string;
  let restore: () => void;
  beforeEach(async () => {
    bucket = new BucketDouble();
    await bucket.open();
    cache = mkdtempSync(path.join(tmpdir(), "s3-cache-"));
    restore = useCredentials(ANY);
    bucket.objects.set(`${SUMMARY}/i-1.json`, '{"MissingCount":"3"}\n');
    bucket.objects.set(`${SUMMARY}/i-2.json`, '{"MissingCount":"0"}\n');
    bucket.objects.set(`${TAGS}/i-1.json`, '{"Key":"PatchGroup"}\n');
  });
  afterEach(async () => {
    restore();
    await bucket.close();
    rmSync(cache, { recursive: true });
  });

  const patience = { attempts: 4, firstPause: 1 };
  const fetchAll = (url = "s3://lake", options: CacheOptions = {}) =>
    cacheObjects(url, { cache, endpoint: bucket.url, patience, ...options });
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .toSorted();
  const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Refusal)) throw new Error("it was not refused", { cause: error });
    expect(error.message).not.to.include("\n");
    return error;
  };
  const leftovers = () =>
    readdirSync(cache, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && path.basename(entry.parentPath) === "partial",
    );

  it("lays the objects out as the bucket does, for this user only", async () => {
    const folder = await fetchAll();
    expect(files(folder)).to.deep.equal([...bucket.objects.keys()].toSorted());
    expect(readFileSync(path.join(folder, SUMMARY, "i-1.json"), "utf8")).to.equal('{"MissingCount":"3"}\n');
    expect(statSync(folder).mode % 0o100).to.equal(0);
  });

  it("fetches again only what changed, and removes what is gone", async () => {
    const folder = await fetchAll();
    bucket.asked.length = 0;
    await fetchAll();
    expect(bucket.fetched()).to.deep.equal([]);
    bucket.objects.set(`${SUMMARY}/i-1.json`, '{"MissingCount":"0"}\n');
    bucket.objects.delete(`${TAGS}/i-1.json`);
    await fetchAll();
    expect(bucket.fetched()).to.deep.equal([`${SUMMARY}/i-1.json`]);
    expect(files(folder)).to.deep.equal([`${SUMMARY}/i-1.json`, `${SUMMARY}/i-2.json`]);
    expect(readFileSync(path.join(folder, SUMMARY, "i-1.json"), "utf8")).to.equal('{"MissingCount":"0"}\n');
  });

  it("fetches again what was changed behind its back, and what a lost index no longer vouches for", async () => {
    const folder = await fetchAll();
    writeFileSync(path.join(folder, SUMMARY, "i-1.json"), "{}");
    writeFileSync(path.join(folder, SUMMARY, "i-9.json"), "a killed run's");
    bucket.asked.length = 0;
    await fetchAll();
    expect(bucket.fetched()).to.deep.equal([`${SUMMARY}/i-1.json`]);
    expect(files(folder)).to.deep.equal([...bucket.objects.keys()].toSorted());
    writeFileSync(path.join(folder, "..", "index.json"), "{");
    bucket.asked.length = 0;
    await fetchAll();
    expect(bucket.fetched()).to.deep.equal([...bucket.objects.keys()].toSorted());
  });

  it("reads every page, and tells how far it is", async () => {
    bucket.pageSize = 2;
    for (let server = 10; server < 21; server++) bucket.objects.set(`${SUMMARY}/i-${server}.json`, String(server));
    const told: CacheProgress[] = [];
    const folder = await fetchAll("s3://lake", { progress: (progress) => told.push(progress) });
    expect(files(folder)).to.have.length(14);
    expect(told.at(-1)).to.deep.include({ listed: 14, toFetch: 14, fetched: 14 });
  });

  it("neither lists nor fetches what no question reads", async () => {
    bucket.objects.set("AWS:Network/accountid=333333333333/region=eu-west-1/i-1.json", "{}");
    bucket.objects.set("history/changes/day=2026-11-20/a.parquet", "PAR1");
    bucket.objects.set("history/scratch/a.parquet", "PAR1");
    bucket.objects.set("runs/records/accountid=333333333333/region=eu-west-1/x.json", "{}");
    bucket.objects.set("athena-results/1.csv", "x");
    await fetchAll();
    expect(bucket.fetched()).to.deep.equal([
      `${SUMMARY}/i-1.json`,
      `${SUMMARY}/i-2.json`,
      `${TAGS}/i-1.json`,
      "history/changes/day=2026-11-20/a.parquet",
      "runs/records/accountid=333333333333/region=eu-west-1/x.json",
    ]);
  });

  it("finds the folders of a sync that has a prefix of its own, and keeps apart what two prefixes hold", async () => {
    bucket.objects.set("org/patching/AWS:Tag/accountid=1/i-7.json", "{}");
    const inner = await fetchAll("s3://lake/org/");
    expect(files(inner)).to.deep.equal(["patching/AWS:Tag/accountid=1/i-7.json"]);
    expect(files(await fetchAll("s3://lake/org/patching"))).to.deep.equal(["AWS:Tag/accountid=1/i-7.json"]);
    expect(files(inner)).to.deep.equal(["patching/AWS:Tag/accountid=1/i-7.json"]);
  });

  it("never writes outside its folder, whatever a key says", async () => {
    bucket.objects.set("AWS:Tag/../../../../escaped.json", "{}");
    bucket.objects.set("AWS:Tag//double.json", "{}");
    bucket.objects.set("AWS:Tag/folder/", "");
    bucket.objects.set(`AWS:Tag/${"x".repeat(256)}.json`, "{}");
    const folder = await fetchAll();
    expect(files(folder)).to.deep.equal([`${SUMMARY}/i-1.json`, `${SUMMARY}/i-2.json`, `${TAGS}/i-1.json`]);
    expect(existsSync(path.join(cache, "escaped.json"))).to.equal(false);
  });

  it("asks again when it is throttled, when a body is cut, and when the service fails", async () => {
    const faults = new Map([
      [`GET ${SUMMARY}/i-1.json`, ["cut", { status: 503, code: "SlowDown" }] as const],
      [
        `GET ${SUMMARY}/i-2.json`,
        [
          { status: 500, code: "InternalError" },
          { status: 429, code: "TooManyRequests" },
        ] as const,
      ],
    ]);
    const times = new Map<string, number>();
    bucket.fault = (asked) => {
      const time = times.get(asked) ?? 0;
      times.set(asked, time + 1);
      return faults.get(asked)?.[time];
    };
    expect(files(await fetchAll())).to.have.length(3);
    expect(times.get(`GET ${SUMMARY}/i-1.json`)).to.equal(3);
    expect(leftovers()).to.deep.equal([]);
  });

  it("leaves out an object that went between the listing and the fetch", async () => {
    bucket.fault = (asked) => (asked.endsWith("i-2.json") ? { status: 404, code: "NoSuchKey" } : undefined);
    expect(files(await fetchAll())).to.deep.equal([`${SUMMARY}/i-1.json`, `${TAGS}/i-1.json`]);
  });

  it("goes to the region that S3 names", async () => {
    const regions: string[] = [];
    bucket.fault = (_, request) => {
      const region = /\/([a-z0-9-]+)\/s3\/aws4_request/u.exec(request.headers.authorization ?? "")?.[1] ?? "";
      regions.push(region);
      if (region === "eu-west-1") return undefined;
      return { status: 301, code: "PermanentRedirect", headers: { "x-amz-bucket-region": "eu-west-1" } };
    };
    await fetchAll("s3://lake", { region: "us-east-1" });
    expect(regions.slice(0, 2)).to.deep.equal(["us-east-1", "eu-west-1"]);
    expect(regions.slice(1).every((region) => region === "eu-west-1")).to.equal(true);
  });

  it("rejects a bucket whose region nobody names", async () => {
    bucket.fault = () => ({ status: 301, code: "PermanentRedirect" });
    const { kind, message } = await refusal(fetchAll("s3://lake", { region: "us-east-1" }));
    expect([kind, message]).to.deep.equal(["region", "s3://lake: the bucket is not in us-east-1: give its region (AWS_REGION)"]);
  });

  for (const [what, fault, kind, words] of [
    ["a bucket that is not there", { status: 404, code: "NoSuchBucket" }, "missing", "there is no such bucket"],
    ["what is not allowed", { status: 403, code: "AccessDenied" }, "denied", "s3:ListBucket"],
    ["expired credentials", { status: 400, code: "ExpiredToken" }, "expired", "sign in again"],
    ["an unknown key", { status: 403, code: "InvalidAccessKeyId" }, "credentials", "AWS_PROFILE"],
    ["a service that stays busy", { status: 503, code: "SlowDown" }, "throttled", "wait a few minutes"],
  ] as const) {
    it(`rejects ${what} in one line with its fix`, async () => {
      bucket.fault = () => fault;
      const error = await refusal(fetchAll("s3://lake/org"));
      expect(error.kind).to.equal(kind);
      expect(error.message).to.match(/^s3:\/\/lake/u);
      expect(error.message).to.include(words);
    });
  }

  it("rejects when the credentials expire halfway, and goes on from there the next time", async () => {
    bucket.fault = (asked) => (asked.endsWith("i-2.json") ? { status: 400, code: "ExpiredToken" } : undefined);
    expect((await refusal(fetchAll("s3://lake", { atOnce: 1 }))).kind).to.equal("expired");
    bucket.fault = () => undefined;
    bucket.asked.length = 0;
    await fetchAll();
    expect(bucket.fetched()).not.to.include(`${SUMMARY}/i-1.json`);
    expect(leftovers()).to.deep.equal([]);
  });

  it("rejects when there are no credentials", async () => {
    restore();
    restore = useCredentials(undefined);
    const { kind, message } = await refusal(fetchAll());
    expect([kind, message]).to.deep.equal([
      "credentials",
      "s3://lake: no AWS credentials: set AWS_PROFILE, or sign in (aws sso login)",
    ]);
  });

  it("rejects an address that is none, and a place without evidence", async () => {
    expect((await refusal(fetchAll("s3:/lake"))).message).to.equal(
      "s3:/lake: not an address in S3: write s3://bucket or s3://bucket/prefix",
    );
    expect((await refusal(fetchAll("s3://lake/nothing"))).message).to.include("s3://lake/nothing: no evidence there");
  });

  it("rejects a cache that it may not write, and a bucket that does not answer", async () => {
    writeFileSync(path.join(cache, "file"), "");
    expect((await refusal(fetchAll("s3://lake", { cache: path.join(cache, "file") }))).kind).to.equal("disk");
    const endpoint = bucket.url;
    await bucket.close();
    const error = await refusal(fetchAll("s3://lake", { endpoint }));
    expect([error.kind, error.message.includes("ECONNREFUSED")]).to.deep.equal(["unreachable", true]);
  });

  it("ends on a signal, leaves a sound cache, and goes on from there", async () => {
    const stop = new AbortController();
    bucket.fault = (asked) => {
      if (!asked.endsWith("i-2.json")) return undefined;
      stop.abort();
      return "hang";
    };
    const { kind, message } = await refusal(fetchAll("s3://lake", { signal: stop.signal, atOnce: 1 }));
    expect([kind, message]).to.deep.equal([
      "cancelled",
      "s3://lake: cancelled: repeat the command to go on; what was fetched is kept",
    ]);
    expect(leftovers()).to.deep.equal([]);
    bucket.fault = () => undefined;
    bucket.asked.length = 0;
    expect(files(await fetchAll())).to.have.length(3);
    expect(bucket.fetched()).not.to.include(`${SUMMARY}/i-1.json`);
  });
});
