import { expect } from "chai";
import path from "node:path";
import { MESSES } from "../../../evidence/demo/mess";
import { serversOf } from "../../../evidence/demo/server";
import { demoOf, writeDemo, type DemoOptions } from "../../../evidence/demo/write-demo";
import { RECORD_TYPES } from "../../../evidence/record/record-type";
import { demoPlan } from "../../support/demo-plan";
import { evidenceFolder, filesBelow } from "../../support/evidence-folder";
import { AS_OF } from "../../support/two-accounts";

const SMALL: DemoOptions = { seed: 7, asOf: AS_OF, servers: 60, packages: 12 };

async function written(options: DemoOptions): Promise<ReadonlyMap<string, Buffer>> {
  const { folder, discard } = evidenceFolder();
  try {
    await writeDemo(demoPlan(), folder, options);
    return filesBelow(folder);
  } finally {
    discard();
  }
}

const synced = (files: ReadonlyMap<string, Buffer>) => [...files].filter(([file]) => file.startsWith("AWS:"));

describe("a demo", () => {
  it("is the same to the byte for the same seed, history and runs included, and another for another", async () => {
    const [first, again, other] = [await written(SMALL), await written(SMALL), await written({ ...SMALL, seed: 8 })];
    expect([...first.keys()]).to.deep.equal([...again.keys()]);
    expect([...first].filter(([file, bytes]) => again.get(file)?.equals(bytes) !== true).map(([file]) => file)).to.deep.equal([]);
    expect([...first.keys()]).not.to.deep.equal([...other.keys()]);
  });

  it("lies exactly where a resource data sync puts it, and nothing else does", async () => {
    const files = await written({ ...SMALL, mess: true });
    const key =
      /^AWS:(\w+)\/accountid=\d{12}\/region=[a-z]{2}-[a-z]+-\d\/resourcetype=ManagedInstanceInventory\/m?i-[0-9a-f]{17}\.json$/u;
    const types = new Set<string>();
    for (const [file] of synced(files)) types.add(key.exec(file)?.[1] ?? file);
    expect([...types].toSorted()).to.deep.equal(RECORD_TYPES.map(({ type }) => type.slice("AWS:".length)).toSorted());
    const beside = new Set([...files.keys()].filter((file) => !file.startsWith("AWS:")).map((file) => path.posix.dirname(file)));
    expect(
      [...beside].map((folder) => folder.replace(/(day=|accountid=).*$/u, "$1")).filter((x, i, all) => all.indexOf(x) === i),
    ).to.deep.equal(["history/changes/day=", "history/coverage/day=", "runs/places", "runs/records/accountid=", "runs/starts"]);
  });

  it("has one JSON object a line, with attributes that the sync has and no others", async () => {
    for (const [file, bytes] of synced(await written(SMALL))) {
      const type = RECORD_TYPES.find((each) => file.startsWith(`${each.type}/`));
      const known = [...(type?.attributes ?? []), "ResourceType", "resourceId", "captureTime", "schemaVersion"];
      const lines = bytes.toString().split("\n");
      expect(lines.pop(), file).to.equal("");
      for (const line of lines) {
        const record = JSON.parse(line) as Record<string, unknown>;
        expect(known, file).to.include.members(Object.keys(record));
        expect(file).to.include(`/${String(record["resourceId"])}.json`);
      }
    }
  });

  it("has every kind of mess when asked, and none when not", () => {
    const messes = (options: DemoOptions) => new Set([...serversOf(demoOf(demoPlan(), options))].map(({ mess }) => mess));
    expect(messes({ ...SMALL, servers: 2000 })).to.deep.equal(new Set([null]));
    expect(messes({ ...SMALL, servers: 2000, mess: true })).to.deep.equal(new Set([null, ...MESSES]));
  });

  it("has the same node id in two accounts, and files of departed nodes, when mess is asked for", () => {
    const servers = [...serversOf(demoOf(demoPlan(), { ...SMALL, servers: 2000, mess: true }))];
    const accounts = new Map<string, Set<string>>();
    for (const { id, place } of servers) accounts.set(id, (accounts.get(id) ?? new Set()).add(place.account));
    expect([...accounts.values()].filter(({ size }) => size === 2).length).to.be.greaterThan(2);
    expect(new Set(servers.map(({ id, place }) => `${place.account} ${place.region} ${id}`)).size).to.equal(servers.length);
    expect(servers.filter(({ departed }) => departed).length).to.be.within(40, 46);
  });

  it("has as many servers as asked for, however many", () => {
    for (const servers of [1, 3, 1000]) {
      expect([...serversOf(demoOf(demoPlan(), { ...SMALL, servers }))]).to.have.lengthOf(servers);
    }
  });
});
