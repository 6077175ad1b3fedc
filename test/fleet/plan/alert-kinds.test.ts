import { expect } from "chai";
import { FLEET_EVENTS, alarmPattern, alertKinds, type Concern } from "../../../fleet/plan/alert-kinds";
import { chatTemplate, mailTemplate } from "../../../fleet/plan/alert-rules";
import { matches, transformed, type Event } from "../../support/event-matcher";
import {
  alarmEvent,
  automationEvent,
  commandEvent,
  complianceEvent,
  fleetEvent,
  invocationEvent,
  windowEvent,
} from "../../support/events";

const FLEET: Concern = { group: null, ring: null };
const WEB: Concern = { group: "web", ring: "prod" };
const kinds = alertKinds("eu-west-1");

/** The alerts that an event fires, by their keys. */
function fired(event: Event, concern = FLEET): string[] {
  return kinds.flatMap(({ key, pattern }) => {
    const found = pattern(concern);
    return found !== null && matches(found, event) ? [key] : [];
  });
}

const missing = (group: string) => fleetEvent(FLEET_EVENTS.missing, { group });
const overdue = (group: string) => fleetEvent(FLEET_EVENTS.reboot, { group });
const held = (ring: string) => fleetEvent(FLEET_EVENTS.held, { ring });
const ahead = (contacts: string) => fleetEvent(FLEET_EVENTS.ahead, { contacts });

describe("the kinds of alerts", () => {
  it("each fire on their own event, and one for one event", () => {
    for (const Status of ["Failed", "TimedOut", "Canceled"])
      expect(fired(automationEvent({ Status }))).to.deep.equal(["run-failed"]);
    for (const status of ["Failed", "TimedOut"]) {
      expect(fired(commandEvent({ status }))).to.deep.equal(["command-failed"]);
      expect(fired(invocationEvent({ status }))).to.deep.equal(["server-failed"]);
    }
    for (const status of ["FAILED", "TIMED_OUT", "CANCELLED", "SKIPPED_OVERLAPPING"])
      expect(fired(windowEvent({ status }))).to.deep.equal(["window-failed"]);
    for (const severity of ["critical", "high"]) expect(fired(complianceEvent({ severity }))).to.deep.equal(["not-compliant"]);
    expect(fired(missing("web"))).to.deep.equal(["run-missing"]);
    expect(fired(overdue("web"))).to.deep.equal(["reboot-overdue"]);
    expect(fired(held("prod"))).to.deep.equal(["ring-held"]);
    expect(fired(ahead("*"))).to.deep.equal(["window-ahead"]);
  });

  it("stay silent on what goes well", () => {
    for (const Status of ["Success", "Scheduled", "PendingApproval"])
      expect(fired(automationEvent({ Status }))).to.deep.equal([]);
    for (const status of ["Success", "InProgress", "Canceled"]) {
      expect(fired(commandEvent({ status }))).to.deep.equal([]);
      expect(fired(invocationEvent({ status }))).to.deep.equal([]);
    }
    for (const status of ["PENDING", "IN_PROGRESS", "SUCCESS", "CANCELLING"])
      expect(fired(windowEvent({ status }))).to.deep.equal([]);
    expect(fired(complianceEvent({ "compliance-status": "compliant" }))).to.deep.equal([]);
  });

  it("stay silent on neighbours: other documents, other compliance, other spellings, other sources", () => {
    expect(fired(automationEvent({ Definition: "AWS-RestartEC2Instance" }))).to.deep.equal([]);
    expect(fired(automationEvent({ Definition: "fleet-installer" }))).to.deep.equal([]);
    expect(fired(commandEvent({ "document-name": "AWS-RunShellScript" }))).to.deep.equal([]);
    expect(fired(invocationEvent({ "document-name": "AWS-RunShellScript" }))).to.deep.equal([]);
    expect(fired(complianceEvent({ "compliance-type": "Association" }))).to.deep.equal([]);
    expect(fired(complianceEvent({ severity: "medium" }))).to.deep.equal([]);
    // What Systems Manager never writes: a status in lower case where it is capitalised, and the other way round.
    expect(fired(automationEvent({ Status: undefined, status: "Failed" }))).to.deep.equal([]);
    expect(fired(automationEvent({ Status: "Cancelled" }))).to.deep.equal([]);
    expect(fired(windowEvent({ status: "Failed" }))).to.deep.equal([]);
    expect(fired({ ...automationEvent(), source: "aws.123456789012" })).to.deep.equal([]);
    expect(fired({ ...missing("web"), source: "somebody.else" })).to.deep.equal([]);
  });

  it("tell a group's contacts of that group alone, and of nothing that names no group", () => {
    expect(fired(automationEvent({ Definition: "fleet-install-web" }), WEB)).to.deep.equal(["run-failed"]);
    expect(fired(automationEvent({ Definition: "fleet-install-web-2" }), WEB)).to.deep.equal([]);
    expect(fired(automationEvent({ Definition: "fleet-install-db" }), WEB)).to.deep.equal([]);
    for (const own of ["fleet-restart-web", "fleet-install-2026-11-29-web", "fleet-restart-2026-11-30-web"])
      expect(fired(automationEvent({ Definition: own }), WEB), own).to.deep.equal(["run-failed"]);
    expect([fired(missing("web"), WEB), fired(missing("db"), WEB)]).to.deep.equal([["run-missing"], []]);
    expect([fired(overdue("web"), WEB), fired(overdue("db"), WEB)]).to.deep.equal([["reboot-overdue"], []]);
    expect([fired(held("prod"), WEB), fired(held("dev"), WEB)]).to.deep.equal([["ring-held"], []]);
    expect([fired(ahead("web"), WEB), fired(ahead("*"), WEB), fired(ahead("web"))]).to.deep.equal([["window-ahead"], [], []]);
    for (const event of [commandEvent(), invocationEvent(), windowEvent(), complianceEvent()])
      expect(fired(event, WEB)).to.deep.equal([]);
  });

  it("say account, region, group or server, and where to look", () => {
    const said = (event: Event) =>
      kinds
        .filter(({ pattern }) => matches(pattern(FLEET) ?? { source: ["none"] }, event))
        .flatMap(({ message: { lines, fields } }) => lines.map((line) => transformed(line, fields, event)));
    expect(said(automationEvent())).to.deep.equal([
      "The run of fleet-install-web ended as Failed.",
      "Account 444444444444, region eu-west-1.",
      "Which step failed and on which servers:",
      "https://eu-west-1.console.aws.amazon.com/systems-manager/automation/execution/333ba70b-2333-48db-b17e-a5e69c6f4d1c?region=eu-west-1",
    ]);
    expect(said(invocationEvent())[0]).to.equal(
      "On server i-9bb89e2b the command e8d3c0e4-71f7-4491-898f-c9b35bee5f3b (AWS-RunPatchBaseline) ended as Failed.",
    );
    const row = {
      account: "333333333333",
      region: "us-east-1",
      group: "web",
      server: "i-1",
      hours: 80,
      due: "2026-11-22T01:00:00Z",
    };
    expect(said(fleetEvent(FLEET_EVENTS.missing, row)).slice(0, 2)).to.deep.equal([
      "Group web was to be patched at 2026-11-22T01:00:00Z, and there is no record of a run.",
      "Account 333333333333, region us-east-1.",
    ]);
    expect(said(fleetEvent(FLEET_EVENTS.reboot, row))).to.deep.equal([
      "Server i-1 of group web has waited 80 hours for a restart: its updates are not in force.",
      "Account 333333333333, region us-east-1.",
      "https://us-east-1.console.aws.amazon.com/systems-manager/fleet-manager/i-1/patch?region=us-east-1",
    ]);
  });

  it("say of a held ring why, which window, until when, and where its releases stand", () => {
    const why = "held: 8 of 10 servers of ring dev finished, 80 %, wanted 95 % (window of 2026-11-29T02:00:00Z)";
    const kind = kinds.find(({ key }) => key === "ring-held")!;
    const event = fleetEvent(FLEET_EVENTS.held, { ring: "prod", why });
    const said = [
      "Ring prod is held: nothing is installed in it.",
      `Why: ${why}`,
      "Until: a freeze or a hold ends as the fleet file says; what evidence holds is asked again ahead of the next window, or released by people in changes/releases/prod.yaml.",
      "What its releases say now:",
      "https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/?region=eu-west-1&tab=Table#list_parameter_filters=Name:Contains:/fleet/rings/prod/",
    ];
    const mail = transformed(mailTemplate(kind.message), kind.message.fields, event);
    expect(mail.split("\n").map((line) => JSON.parse(line) as string)).to.deep.equal(said);
    const chat = transformed(chatTemplate(kind.message, "patching"), kind.message.fields, event);
    expect(JSON.parse(chat)).to.deep.equal({ channel: "patching", text: said.join("\n") });
    const bare = fleetEvent(FLEET_EVENTS.held, { ring: "prod" });
    expect(transformed(kind.message.lines[1]!, kind.message.fields, bare)).to.equal("Why: ");
  });

  it("name only fields that their message has, by paths that AWS takes", () => {
    for (const { key, message } of kinds) {
      const named = message.lines.flatMap((line) => [...line.matchAll(/<([^>]+)>/gu)].map(([, name]) => name));
      expect(Object.keys(message.fields), key).to.have.members([...new Set(named)]);
      for (const path of Object.values(message.fields)) expect(path, key).to.match(/^\$(\.[A-Za-z-]+)+$/u);
    }
  });

  it("point to the console of the partition", () => {
    const hosts = (home: string) =>
      new Set(alertKinds(home).flatMap(({ message }) => message.lines.join(" ").match(/console\.[a-z.-]+/gu) ?? []));
    expect([...hosts("us-gov-west-1")]).to.deep.equal(["console.amazonaws-us-gov.com"]);
    expect([...hosts("cn-north-1")]).to.deep.equal(["console.amazonaws.cn"]);
  });

  it("hear of alarms when they begin to ring, and of no other alarm", () => {
    const ours = alarmPattern(["arn:aws:cloudwatch:eu-west-1:222222222222:alarm:fleet-history-silent"]);
    expect(matches(ours, alarmEvent("fleet-history-silent", "ALARM"))).to.equal(true);
    expect(matches(ours, alarmEvent("fleet-history-silent", "OK"))).to.equal(false);
    expect(matches(ours, alarmEvent("disk-full", "ALARM"))).to.equal(false);
  });
});
