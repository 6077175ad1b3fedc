import { expect } from "chai";
import { defineRule, type Rule } from "fleet-patching-policy/define-rule";
import { judgeAll } from "fleet-patching-policy/judge";
import { messageOf } from "fleet-patching-policy/message";
import { plain } from "fleet-patching-policy/plain";
import cutoff from "fleet-patching-policy/rules/schedule/window-has-cutoff";
import overlap from "fleet-patching-policy/rules/schedule/windows-of-a-group-do-not-overlap";
import { changed, ref, resourcesOf, type Fixture } from "./support/fixture";
import { guarded } from "./support/programs";
import { judgeThroughSdk } from "./support/sdk";
import { NOW } from "./support/test-rule";

const broken: Fixture = changed({ window: guarded["window"]!, other: guarded["window"]! }, [["window.props.cutoff", 0]]);
const found = (rule: Rule, fixture: Fixture, settings: object, now = NOW) =>
  judgeAll(rule, resourcesOf(fixture, "workloads", "update"), { configuration: plain(settings), now }).map(
    ({ subject, at, got }) => `${subject?.name ?? "the stack"}, ${at}: ${got}`,
  );
const exception = { resource: "window", owner: "ana", reason: "moves next month", until: "2026-11-20" };

describe("an exception", () => {
  it("lets a resource pass until its last day", () =>
    expect(found(cutoff, broken, { exceptions: [exception] })).to.deep.equal([]));
  it("may name the resource by its whole URN", () => {
    const urn = "urn:pulumi:workloads::fixture::aws:ssm/maintenanceWindow:MaintenanceWindow::window";
    expect(found(cutoff, broken, { exceptions: [{ ...exception, resource: urn }] })).to.deep.equal([]);
  });
  it("lets no other resource pass", () =>
    expect(found(cutoff, broken, { exceptions: [{ ...exception, resource: "other" }] })).to.deep.equal(["window, cutoff: 0"]));

  it("rejects again from the day after, and is a violation itself", () => {
    expect(found(cutoff, broken, { asOf: "2026-11-21", exceptions: [exception] })).to.deep.equal([
      "window, cutoff: 0",
      "window, its exception: an exception of ana that ended on 2026-11-20 (moves next month)",
    ]);
  });

  it("rejects an expired one for a resource that has been mended", () => {
    expect(found(cutoff, broken, { exceptions: [{ ...exception, resource: "other", until: "2026-01-01" }] })).to.deep.equal([
      "window, cutoff: 0",
      "other, its exception: an exception of ana that ended on 2026-01-01 (moves next month)",
    ]);
  });

  it("says nothing once its resource is gone", () =>
    expect(found(cutoff, broken, { exceptions: [{ ...exception, resource: "old", until: "2026-01-01" }] })).to.deep.equal([
      "window, cutoff: 0",
    ]));
  it("goes by the clock where no day is set", () =>
    expect(found(cutoff, broken, { exceptions: [exception] }, Date.parse("2026-11-21T00:00:00Z"))).to.have.lengthOf(2));

  it("works for rules of the stack as well", () => {
    const expired = found(overlap, guarded, { exceptions: [{ ...exception, until: "2026-01-01" }] });
    expect(expired).to.deep.equal(["window, its exception: an exception of ana that ended on 2026-01-01 (moves next month)"]);
  });
});

const throwing = defineRule({
  ...cutoff,
  name: "throws",
  resource: "aws:ssm/maintenanceWindow:MaintenanceWindow",
  needs: [],
  settings: {},
  check: () => {
    throw new TypeError("this is a defect");
  },
});

describe("a judge", () => {
  it("rejects what a rule that throws was to judge", () => {
    expect(found(throwing, { window: guarded["window"]! }, {})).to.deep.equal([
      "window, the rule itself: the rule failed: this is a defect",
    ]);
  });

  it("rejects it through the SDK, too, at the rule's own level", async () => {
    const [diagnostic] = await judgeThroughSdk(throwing, resourcesOf({ window: guarded["window"]! }, "x", "update"), {}, NOW);
    expect(diagnostic?.level).to.equal(1);
    expect(diagnostic?.message).to.contain("this is a defect");
  });

  it("judges nothing by a configuration that is wrong", () => {
    expect(found(cutoff, broken, { exceptions: 3 })).to.deep.equal([
      "window, the configuration, window-has-cutoff.exceptions: 3",
      "other, the configuration, window-has-cutoff.exceptions: 3",
    ]);
  });

  it("says at the rule's own level that it cannot decide, also in a preview", async () => {
    const fixture = changed({ window: guarded["window"]! }, [["window.props.cutoff", ref("window.id")]]);
    const [diagnostic] = await judgeThroughSdk(cutoff, resourcesOf(fixture, "x", "preview"), {}, NOW);
    expect(diagnostic?.level).to.equal(1);
    expect(diagnostic?.message).to.contain("This cannot be decided, so it does not pass.");
  });

  it("passes over an unknown that the rule does not weigh", () => {
    const fixture = changed({ window: guarded["window"]! }, [["window.props.description", ref("window.id")]]);
    expect(judgeAll(cutoff, resourcesOf(fixture, "x", "preview"), { configuration: {}, now: NOW })).to.deep.equal([]);
  });
});

describe("a message", () => {
  it("tells what, where, got, wanted, how to fix it and where to read more", async () => {
    const [diagnostic] = await judgeThroughSdk(cutoff, resourcesOf(broken, "prod", "update"), {}, NOW);
    expect(diagnostic).to.deep.equal({
      policy: "window-has-cutoff",
      level: 1,
      urn: "urn:pulumi:prod::fixture::aws:ssm/maintenanceWindow:MaintenanceWindow::window",
      message: [
        "A maintenance window stops starting work before it ends.",
        "  where: window (aws:ssm/maintenanceWindow:MaintenanceWindow), cutoff",
        "  got:   0",
        "  want:  at least 1 hour and less than 4",
        "  fix:   Set cutoff to at least 1 hour and to less than duration.",
        "  more:  docs/rules/window-has-cutoff.md",
      ].join("\n"),
    });
  });

  it("tells a place's own fix where it has one", () => {
    expect(messageOf(cutoff, { subject: undefined, at: "a", got: "b", want: "c", fix: "d" })).to.equal(
      "  where: a\n  got:   b\n  want:  c\n  fix:   d\n  more:  docs/rules/window-has-cutoff.md",
    );
  });
});
