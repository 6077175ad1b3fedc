import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { each } from "../../evidence/aws/each";
import { quiet } from "../../evidence/aws/quiet";
import { Refusal } from "../../evidence/aws/refusal";
import { cacheObjects, type CacheOptions, type CacheProgress } from "../../evidence/s3/cache";
import { ANY, useCredentials } from "../support/aws-credentials";
import { busyProxy } from "./busy-proxy";
import { Moto } from "./moto";

const FOLDER = "org/AWS:ComplianceItem/accountid=333333333333/region=eu-west-1/resourcetype=ManagedInstanceInventory";
const SERVERS = 1_234;

describe("the cache of S3 against moto's server", () => {
  const moto = new Moto();
  let cache: string;
  let restore: () => void;
  let s3: S3Client;
  before(async () => {
    await moto.start();
    restore = useCredentials(ANY);
    quiet();
    s3 = new S3Client({ endpoint: moto.url, region: "us-east-1", forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: "lake" }));
    const names = Array.from({ length: SERVERS }, (_, at) => `i-${String(at).padStart(5, "0")}`);
    await each(names, 8, undefined, (name) => put(`${FOLDER}/${name}.json`, `{"resourceId":"${name}"}\n`));
  });
  after(async () => {
    s3.destroy();
    restore();
    await moto.stop();
  });
  beforeEach(() => {
    cache = mkdtempSync(path.join(tmpdir(), "s3-moto-"));
  });
  afterEach(() => {
    rmSync(cache, { recursive: true });
  });

  const put = async (key: string, body: string) => {
    await s3.send(new PutObjectCommand({ Bucket: "lake", Key: key, Body: body }));
  };
  const patience = { attempts: 6, firstPause: 1 };
  const fetchAll = (url: string, options: CacheOptions = {}) =>
    cacheObjects(url, { cache, endpoint: moto.url, atOnce: 8, patience, ...options });
  const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Refusal)) throw new Error("it was not refused", { cause: error });
    return error;
  };

  it("reads more objects than a page holds, and then only what changed", async () => {
    const told: CacheProgress[] = [];
    const progress = (each: CacheProgress) => void told.push(each);
    const folder = await fetchAll("s3://lake/org", { progress });
    const place = path.join(folder, FOLDER.slice("org/".length));
    expect(readdirSync(place)).to.have.length(SERVERS);
    expect(readFileSync(path.join(place, "i-01233.json"), "utf8")).to.equal('{"resourceId":"i-01233"}\n');
    expect(told.at(-1)?.fetched).to.equal(SERVERS);

    await put(`${FOLDER}/i-00007.json`, '{"resourceId":"i-00007","Status":"COMPLIANT"}\n');
    await s3.send(new DeleteObjectCommand({ Bucket: "lake", Key: `${FOLDER}/i-00008.json` }));
    told.length = 0;
    await fetchAll("s3://lake/org", { progress });
    expect(told.at(-1)).to.deep.equal({ listed: SERVERS - 1, toFetch: 1, fetched: 1, bytes: 46 });
    expect(readdirSync(place)).to.have.length(SERVERS - 1);
    await put(`${FOLDER}/i-00008.json`, '{"resourceId":"i-00008"}\n');
  });

  it("is patient with a service that is busy", async () => {
    for (let server = 10; server < 40; server++) await put(`busy/AWS:Tag/i-${server}.json`, "{}");
    // Of the objects, which are asked for together: a listing alone would meet all refusals, with pauses of minutes.
    const proxy = await busyProxy(moto.url, "SlowDown", 20, (url) => !url.includes("list-type"));
    try {
      const folder = await fetchAll("s3://lake/busy", { endpoint: proxy.url, patience: { attempts: 21, firstPause: 1 } });
      expect(readdirSync(path.join(folder, "AWS:Tag"))).to.have.length(30);
      expect(proxy.refusals()).to.equal(20);
    } finally {
      await proxy.close();
    }
  });

  it("rejects a service that stays busy", async () => {
    const proxy = await busyProxy(moto.url, "SlowDown", 1_000);
    try {
      expect((await refusal(fetchAll("s3://lake/org", { endpoint: proxy.url }))).kind).to.equal("throttled");
      expect(proxy.refusals()).to.equal(6);
    } finally {
      await proxy.close();
    }
  });

  it("rejects a bucket that is not there", async () => {
    const { kind, message } = await refusal(fetchAll("s3://no-such-lake/org"));
    expect([kind, message]).to.deep.equal([
      "missing",
      "s3://no-such-lake: there is no such bucket: look at its name, and at the account of your credentials",
    ]);
  });

  it("rejects a full disk, and goes on from there when there is room", async () => {
    const program = path.join(__dirname, "full-disk.js");
    // Not spawnSync: moto would wait for somebody to read what it logs.
    const ran = await promisify(execFile)("unshare", [
      "--user",
      "--map-root-user",
      "--mount",
      process.execPath,
      program,
      cache,
      moto.url,
    ]);
    expect(ran.stderr).to.equal("");
    const told: { kind: string; message: string; whole: number; torn: number; after: number } = JSON.parse(ran.stdout);
    expect(told.kind).to.equal("disk");
    expect(told.message).to.match(/^s3:\/\/lake\/org: the disk is full: make room/u);
    expect(told.torn).to.equal(0);
    expect(told.whole).to.be.greaterThan(0);
    expect(told.after).to.equal(SERVERS);
  });

  it("rejects credentials that AWS does not know, and rights that are missing", async () => {
    await moto.tell("reset-auth", "0");
    try {
      const { kind, message } = await refusal(fetchAll("s3://lake/org"));
      expect([kind, message.includes("InvalidAccessKeyId")]).to.deep.equal(["credentials", true]);
    } finally {
      await moto.tell("reset-auth", "Infinity");
    }
  });

  it("ends on a signal and goes on from there", async () => {
    const stop = new AbortController();
    let [before, rest] = [0, 0];
    const cancelled = fetchAll("s3://lake/org", {
      signal: stop.signal,
      atOnce: 4,
      progress: ({ fetched }) => {
        before = fetched;
        if (fetched === 500) stop.abort();
      },
    });
    expect((await refusal(cancelled)).kind).to.equal("cancelled");
    expect(before).to.be.lessThan(510);
    await fetchAll("s3://lake/org", { progress: ({ toFetch }) => (rest = toFetch) });
    expect(rest).to.be.within(SERVERS - 510, SERVERS - 500);
  });
});
