import { expect } from "chai";
import { changedPlan } from "../../support/changed-fleet";
import { APPROVAL_NAME, APPROVAL_TEXT, approvalWith, DIGEST, RESTART_NAME, RESTART_TEXT } from "../../support/changes-text";

const BOTH = [
  { file: RESTART_NAME, text: RESTART_TEXT },
  { file: APPROVAL_NAME, text: APPROVAL_TEXT },
];

describe("an approval's plan", () => {
  it("tells everything that people and gates ask of it, in the order of the windows", () => {
    const [install, restart] = changedPlan(BOTH).approvals;
    expect(install).to.deep.equal({
      key: "2026-11-29-databases",
      group: "databases",
      ring: "prod",
      why: "OpenSSL of November",
      kind: "install",
      at: "2026-11-29T02:00:00Z",
      ends: "2026-11-29T09:00:00Z",
      expires: "2026-11-30T02:00:00Z",
      spent: false,
      requested: { by: "carla@example.com", at: "2026-11-24T09:00:00Z" },
      approved: { by: ["ana@example.com"], at: "2026-11-25T10:00:00Z" },
      patches: [{ id: "KB5034441" }, { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" }],
      digest: DIGEST,
      urgent: false,
      durationHours: 7,
      cutoffHours: 1,
    });
    expect([restart?.key, restart?.kind, restart?.digest, restart?.patches]).to.deep.equal([
      "2026-12-01-databases",
      "reboot",
      null,
      [],
    ]);
  });

  it("is spent from the very end of its window on", () => {
    const spentAt = (asOf: string) => changedPlan(BOTH, asOf).approvals.map(({ spent }) => spent);
    expect(spentAt("2026-11-29T08:59:59Z")).to.deep.equal([false, false]);
    expect(spentAt("2026-11-29T09:00:00Z")).to.deep.equal([true, false]);
    expect(spentAt("2027-01-01T00:00:00Z")).to.deep.equal([true, true]);
  });

  it("is none for a draft, nor for a group that nobody reviews or that is not there, whatever the check said of it", () => {
    const draft = approvalWith("approved: { by: [ana@example.com], at: 2026-11-25T10:00:00Z }\n", "");
    expect(changedPlan(draft).approvals).to.deep.equal([]);
    expect(changedPlan(approvalWith("group: databases", "group: web")).approvals).to.deep.equal([]);
    expect(changedPlan(approvalWith("group: databases", "group: absent")).approvals).to.deep.equal([]);
  });
});
