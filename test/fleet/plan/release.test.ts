import { expect } from "chai";
import { NO_CHANGES, type ReleaseChange } from "../../../fleet/changes";
import { manifestOf } from "../../../fleet/manifest";
import { releaseOf } from "../../../fleet/plan/release";
import type { Fleet } from "../../../fleet/schema/fleet-file";
import { ring as ringSchema } from "../../../fleet/schema/ring";
import { oneAccount, twoAccounts } from "../../support/two-accounts";

const home = { account: "222222222222", region: "cn-north-1" };
const ringOf = (rest: object) => ringSchema.parse({ name: "prod", install: "sundays 03:00", ...rest });
const release = (rest: object, ...before: object[]) => {
  const ring = ringOf(rest);
  return releaseOf({ ...oneAccount(), rings: [...before.map(ringOf), ring] }, NO_CHANGES, ring, home);
};
const hold = { why: "audit", owner: "platform", until: "2026-12-24" };

describe("a ring's release", () => {
  it("is declared open, in one plain word that the gate reads", () => {
    expect(release({})).to.deep.equal({
      ring: "prod",
      declared: {
        name: "/fleet/rings/prod/declared",
        arn: "arn:aws-cn:ssm:cn-north-1:222222222222:parameter/fleet/rings/prod/declared",
        value: "open",
        description: "May ring prod install? Declared by people.",
      },
      proved: null,
      manifest: null,
    });
  });

  it("is declared held by people, with owner, reason and the day on which to look again", () => {
    expect(release({ hold }).declared.value).to.equal("held until 2026-12-24 by platform: audit");
  });

  it("is declared held behind a ring that people hold, however far before it: no ring overtakes another", () => {
    const dev = { name: "dev", hold };
    const value = "held behind ring dev, held until 2026-12-24 by platform: audit";
    expect(release({ after: "dev" }, dev).declared.value).to.equal(value);
    expect(release({ after: "test", prove: "evidence" }, dev, { name: "test", after: "dev" }).declared.value).to.equal(value);
    expect(release({}, dev).declared.value).to.equal("open");
    const own = { ...hold, why: "launch" };
    expect(release({ after: "dev", hold: own }, dev).declared.value).to.equal("held until 2026-12-24 by platform: launch");
  });

  it("comes to an end on rings in a circle, which the check refuses", () => {
    expect(release({ after: "test" }, { name: "test", after: "prod" }).declared.value).to.equal("open");
  });

  it("has a second part that evidence proves, held from the start, only behind another ring and only when asked", () => {
    expect(release({ after: "test", prove: "evidence" }).proved).to.deep.equal({
      name: "/fleet/rings/prod/proved",
      arn: "arn:aws-cn:ssm:cn-north-1:222222222222:parameter/fleet/rings/prod/proved",
      value: "held: not proved yet",
      description: "May ring prod install? Proved by evidence.",
    });
    expect(release({ after: "test" }).proved).to.equal(null);
    expect(release({ prove: "evidence" }).proved).to.equal(null);
  });

  const RINGS = [{ name: "dev" }, { name: "test", after: "dev" }];
  const change = (ring: string, rest: Partial<ReleaseChange> = {}): ReleaseChange => ({
    ring,
    file: `changes/releases/${ring}.yaml`,
    source: null,
    state: "open",
    why: "launch",
    by: "ana",
    until: "2026-12-01T00:00:00Z",
    override: false,
    ...rest,
  });
  const changed = (releases: readonly ReleaseChange[], rest: object = {}) => {
    const rings = [...RINGS, { name: "prod", after: "test", ...rest }].map(ringOf);
    return releaseOf({ ...oneAccount(), rings }, { approvals: [], releases }, rings[2]!, home);
  };
  const declared = (releases: readonly ReleaseChange[], rest: object = {}) => changed(releases, rest).declared.value;

  it("is declared open until an instant by a release, and without proof where that says so", () => {
    expect(declared([change("prod")])).to.equal("open until 2026-12-01T00:00:00Z");
    expect(declared([change("prod", { override: true })])).to.equal("open until 2026-12-01T00:00:00Z without proof");
    expect(declared([change("other")])).to.equal("open");
  });

  it("is not open any longer than the rings before it are", () => {
    expect(declared([change("dev", { until: "2026-11-28T00:00:00Z" })])).to.equal("open until 2026-11-28T00:00:00Z");
    expect(declared([change("prod"), change("dev", { until: "2026-11-28T00:00:00Z" })])).to.equal(
      "open until 2026-11-28T00:00:00Z",
    );
    expect(declared([change("prod"), change("dev", { until: "2026-12-28T00:00:00Z" })])).to.equal(
      "open until 2026-12-01T00:00:00Z",
    );
    // That another ring is not waited for says nothing of this one.
    expect(declared([change("dev", { override: true })])).to.equal("open until 2026-12-01T00:00:00Z");
  });

  it("is declared held by a release, of its own or of a ring before it, and a hold of the fleet file wins", () => {
    expect(declared([change("prod", { state: "held" })])).to.equal("held until 2026-12-01T00:00:00Z by ana: launch");
    expect(declared([change("dev", { state: "held" }), change("prod")])).to.equal(
      "held behind ring dev, held until 2026-12-01T00:00:00Z by ana: launch",
    );
    expect(declared([change("prod", { override: true })], { hold })).to.equal("held until 2026-12-24 by platform: audit");
  });

  it("is declared held while a ring that promotes exactly has no manifest, and names the one that it has", () => {
    const patches = [{ id: "KB5034441" }];
    const { digest } = manifestOf(patches);
    const exact = { promote: "exact" };
    expect(declared([], exact)).to.equal("held: promote exact and no manifest");
    expect(declared([change("prod")], exact)).to.equal("held: promote exact and no manifest");
    const given = changed([change("prod", { manifest: { patches, digest } })], exact);
    expect([given.declared.value, given.manifest?.digest]).to.deep.equal(["open until 2026-12-01T00:00:00Z", digest]);
    expect(changed([change("prod", { manifest: { patches, digest } })]).manifest).to.equal(null);
  });

  it("is proved by evidence where nothing else is said and evidence is kept", () => {
    const rings = [...RINGS, { name: "prod", after: "test" }].map(ringOf);
    const proved = (fleet: Fleet) => releaseOf({ ...fleet, rings }, NO_CHANGES, rings[2]!, home).proved?.name;
    expect([proved(twoAccounts()), proved(oneAccount())]).to.deep.equal(["/fleet/rings/prod/proved", undefined]);
  });
});
