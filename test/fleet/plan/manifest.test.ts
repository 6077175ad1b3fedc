import { expect } from "chai";
import { manifestOf } from "../../../fleet/manifest";
import { changedPlan, onlyRegion } from "../../support/changed-fleet";
import {
  APPROVAL_NAME,
  APPROVAL_TEXT,
  DIGEST,
  RELEASE_NAME,
  RELEASE_TEXT,
  RESTART_NAME,
  RESTART_TEXT,
  REVIEWED_FLEET,
} from "../../support/changes-text";
import { replaced } from "../../support/fleet-text";

const EXACT = replaced(
  replaced(REVIEWED_FLEET, "soak: 2 days,", "soak: 2 days, promote: exact,"),
  "web: { ring: dev, baselines: [ubuntu], servers: 4 }",
  "web: { ring: dev, baselines: [ubuntu], servers: 4 }\n  late: { ring: prod, baselines: [windows], servers: 1 }",
);
const promoted = manifestOf([{ id: "KB5034441" }]).digest;
const RELEASE = {
  file: RELEASE_NAME,
  text: `${RELEASE_TEXT}manifest: { patches: [{ id: KB5034441 }], digest: ${promoted} }\n`,
};

describe("the manifests of a place", () => {
  it("are those of every approval, spent ones too, each once, under their digests", () => {
    const files = [
      { file: APPROVAL_NAME, text: APPROVAL_TEXT },
      { file: APPROVAL_NAME.replace(".yaml", "-again.yaml"), text: APPROVAL_TEXT.replace("2026-11-29T02", "2026-11-30T02") },
      { file: RESTART_NAME, text: RESTART_TEXT },
    ];
    const { manifests, manifestBucket } = onlyRegion(changedPlan(files, "2027-06-01T00:00:00Z"));
    const bucket = "fleet-manifests-111122223333-eu-west-1";
    const key = `manifests/${DIGEST}.yaml`;
    const text = "patches:\n  - id: 'KB5034441'\n  - id: 'openssl.amd64'\n    title: 'openssl.amd64:3.0.2-0ubuntu1.18'\n";
    expect(manifestBucket).to.equal(bucket);
    expect(manifests).to.deep.equal([{ digest: DIGEST, text, bucket, key, address: `s3://${bucket}/${key}` }]);
    expect(manifests[0]!.address.length).to.be.at.most(256);
  });

  it("have their bucket wherever a group is under review, before there is any, and nowhere else", () => {
    expect(onlyRegion(changedPlan([]))).to.deep.include({
      manifestBucket: "fleet-manifests-111122223333-eu-west-1",
      manifests: [],
    });
    const nobody = replaced(REVIEWED_FLEET, "review: required, approvers: [ana@example.com, bo@example.com]", "concurrency: 20");
    expect(onlyRegion(changedPlan([], undefined, nobody))).to.deep.include({ manifestBucket: null, manifests: [] });
  });

  it("are those of releases too, which the groups of a ring that promotes exactly install", () => {
    const region = onlyRegion(changedPlan([RELEASE], undefined, EXACT));
    expect(region.manifests.map(({ digest }) => digest)).to.deep.equal([promoted]);
    const run = region.windows.flatMap(({ runs }) => runs).find(({ group }) => group === "late");
    expect(run?.manifest).to.deep.equal(region.manifests[0]);
    expect(region.windows.flatMap(({ runs }) => runs).find(({ group }) => group === "web")?.manifest).to.equal(null);
  });
});
