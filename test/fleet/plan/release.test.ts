import { expect } from "chai";
import { releaseOf } from "../../../fleet/plan/release";
import { NO_CHANGES } from "../../../fleet/changes";
import { ring as ringSchema } from "../../../fleet/schema/ring";
import { oneAccount } from "../../support/two-accounts";

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
});
