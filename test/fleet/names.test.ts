import { expect } from "chai";
import { NAMES } from "../../fleet/names";

/** Patterns of AWS's own service models, and lengths where the pattern has none. */
const SSM_NAME = /^[a-zA-Z0-9_\-.]{3,128}$/u;
const PARAMETER = /^\/[a-zA-Z0-9_.\-/]{1,1010}$/u;
const IAM_NAME = /^[\w+=,.@-]{1,64}$/u;
const LOG_GROUP = /^[.\-_/#A-Za-z0-9]{1,512}$/u;

const longest = `a${"-9".repeat(19)}z`;
const longestGroup = "g".repeat(64);

describe("physical names", () => {
  it("are as people know them", () => {
    expect([NAMES.baseline("ubuntu"), NAMES.window("prod"), NAMES.runbook("web"), NAMES.calendar("prod")]).to.deep.equal([
      "fleet-ubuntu",
      "fleet-prod",
      "fleet-install-web",
      "fleet-calendar-prod",
    ]);
    expect([NAMES.definition("ubuntu"), NAMES.declared("prod"), NAMES.proved("prod"), NAMES.hybridRole("azure")]).to.deep.equal([
      "/fleet/baselines/ubuntu",
      "/fleet/rings/prod/declared",
      "/fleet/rings/prod/proved",
      "fleet-hybrid-azure",
    ]);
  });

  it("keep AWS's patterns for the longest and the shortest keys of a file", () => {
    expect(longest).to.have.lengthOf(40);
    for (const key of [longest, "ab"]) {
      for (const name of [NAMES.baseline(key), NAMES.window(key), NAMES.calendar(key)]) expect(name).to.match(SSM_NAME);
      for (const name of [NAMES.definition(key), NAMES.declared(key), NAMES.proved(key)]) expect(name).to.match(PARAMETER);
      expect(NAMES.hybridRole(key)).to.match(IAM_NAME);
    }
    for (const group of [longestGroup, "g"]) {
      expect(NAMES.runbook(group)).to.match(SSM_NAME);
      expect(NAMES.window(`${longest}-${group}`)).to.match(SSM_NAME);
    }
    for (const name of [NAMES.scan, NAMES.updatersOff, NAMES.inventory]) expect(name).to.match(SSM_NAME);
    for (const name of [NAMES.windowRole, NAMES.runbookRole, NAMES.instanceRole, NAMES.hostManagementRole, NAMES.nodePolicy])
      expect(name).to.match(IAM_NAME);
    expect(NAMES.logGroup).to.match(LOG_GROUP);
  });

  it("of events are cut to what EventBridge takes, and stay apart", () => {
    const EVENTS_NAME = /^[.\-_A-Za-z0-9]{1,64}$/u;
    const twin = `${longestGroup.slice(1)}h`;
    for (const group of [null, "g", longestGroup]) {
      for (const kind of ["run-failed", "reboot-overdue"]) expect(NAMES.alertRule(kind, group)).to.match(EVENTS_NAME);
      expect(NAMES.notice(`${longest}-${longestGroup}`, group)).to.match(EVENTS_NAME);
      expect(NAMES.chat(group)).to.match(EVENTS_NAME);
      expect(NAMES.alertTopic(group)).to.match(/^[A-Za-z0-9_-]{1,256}$/u);
    }
    expect(NAMES.alertRule("run-failed", "web")).to.equal("fleet-run-failed-web");
    expect(NAMES.alertRule("run-failed", longestGroup)).not.to.equal(NAMES.alertRule("run-failed", twin));
  });

  it("begin so that guardrails and people can tell them apart", () => {
    for (const name of Object.values(NAMES)) {
      const text = typeof name === "function" ? name("x", "y") : name;
      expect(text).to.match(/^(fleet-|fleet_|\/fleet\/|fleet$)/u);
    }
  });
});
