import { expect } from "chai";
import { runbookText } from "../../../../components/aws/runbooks/automation";
import { GATE_SCRIPT } from "../../../../components/aws/runbooks/gate";
import { installRunbook } from "../../../../components/aws/runbooks/install";
import type { AutomationDocument } from "../../../support/automation-graph";
import { type Damage, payloadIn, set, stepOf, without } from "../../../support/document-damage";
import { guardViolations, MANIFEST_WAY } from "../../../support/guard-violations";
import { APPROVED_ARGS, payloadOf } from "../../../support/runbook-args";

const parsed = (args = APPROVED_ARGS): AutomationDocument => JSON.parse(runbookText(installRunbook(args)));
const commands = (document: AutomationDocument) => document.mainSteps.filter(({ action }) => action === "aws:runCommand");

describe("the steps of a run with a manifest", () => {
  const approved = () => parsed(APPROVED_ARGS);
  const approvedViolations = (document: AutomationDocument) =>
    guardViolations(document, { payload: payloadOf(APPROVED_ARGS), script: GATE_SCRIPT, ...MANIFEST_WAY });

  it("has no way to an install around the gate, with a record and without one, and compares whatever failed", () => {
    expect(approvedViolations(approved())).to.deep.equal([]);
    const { record: _record, ...bare } = APPROVED_ARGS;
    expect(approvedViolations(parsed(bare))).to.deep.equal([]);
  });

  it("installs from the list and no scan does, and the gate is told of the same object", () => {
    const sent = commands(approved()).map(
      ({ inputs }) => (inputs["Parameters"] as Record<string, unknown>)["InstallOverrideList"],
    );
    expect(sent).to.deep.equal([undefined, [APPROVED_ARGS.manifest!.address], undefined]);
    expect(payloadIn(approved(), "gate")).to.deep.equal({
      Calendars: ["fleet-calendar-prod"],
      Releases: ["arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/declared"],
      Home: "eu-west-1",
      Manifest: `manifests/${"5f".repeat(32)}.yaml`,
      Bucket: "fleet-manifests-444444444444-us-east-1",
      BucketOwner: "444444444444",
      Digest: "5f".repeat(32),
      Expires: "2026-11-30T02:00:00Z",
      Proved: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/proved",
    });
  });

  it("compares the servers of the group with the very object, and tells its counts as the run's", () => {
    const { manifest } = APPROVED_ARGS;
    expect(stepOf(approved(), "compare").inputs["InputPayload"]).to.deep.equal({
      TagKey: "PatchGroup",
      TagValue: "web",
      Document: "AWS-RunPatchBaseline",
      Comment: "fleet {{ automation:EXECUTION_ID }} install",
      Manifest: manifest!.key,
      Bucket: manifest!.bucket,
      BucketOwner: "444444444444",
      Digest: manifest!.digest,
    });
    const told = ["compare.Approved", "compare.LeftOut", "compare.Unapproved", "compare.Names"];
    expect(approved().outputs.slice(-4)).to.deep.equal(told);
    expect(stepOf(approved(), "compare").outputs!.map(({ Name }) => `compare.${Name}`)).to.deep.equal(told);
  });

  const EMPTIED = ["Manifest", "Bucket", "BucketOwner", "Digest", "Expires"].map((key): [string, Damage] => [
    `a gate that is told no ${key}`,
    (document) => (payloadIn(document, "gate")[key] = ""),
  ]);
  const SPOILED_APPROVAL: Readonly<Record<string, Damage>> = {
    ...Object.fromEntries(EMPTIED),
    "a gate that is told another digest": (document) => (payloadIn(document, "gate")["Digest"] = "6f".repeat(32)),
    "a gate that is told a later end": (document) => (payloadIn(document, "gate")["Expires"] = "2027-11-30T02:00:00Z"),
    "no comparison": without("compare"),
    "a comparison after a good reconciliation only": set("reconcile", { onFailure: "step:record" }),
    "a reconciliation that may fail": set("reconcile", { isCritical: false }),
    "a comparison that may fail": set("compare", { isCritical: false }),
    "a comparison that goes on to the install": (document) => Object.assign(stepOf(document, "compare"), { nextStep: "install" }),
  };
  for (const [what, damage] of Object.entries(SPOILED_APPROVAL)) {
    it(`rejects ${what}`, () => {
      const document = approved();
      damage(document);
      expect(approvedViolations(document)).not.to.deep.equal([]);
    });
  }

  it("stays below 64 KB", () => {
    const long = { ...APPROVED_ARGS, group: "g".repeat(256), logGroup: `/${"l".repeat(511)}` };
    expect(Buffer.byteLength(runbookText(installRunbook(long)))).to.be.below(64 * 1024);
  });
});
