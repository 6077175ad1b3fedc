import { changed, json, ref, type Fixture, type FixtureResource } from "./fixture";

/** A window that installs through a guarded runbook, as this project builds it: gate, scan, install, scan, reconcile. */
export const guarded: Fixture = {
  calendar: {
    type: "aws:ssm/document:Document",
    props: {
      name: "fleet-calendar-prod",
      documentType: "ChangeCalendar",
      documentFormat: "TEXT",
      content:
        "BEGIN:VCALENDAR\r\nPRODID:-//AWS//Change Calendar 1.0//EN\r\nVERSION:2.0\r\nX-CALENDAR-TYPE:DEFAULT_OPEN\r\nEND:VCALENDAR\r\n",
    },
  },
  runbook: {
    type: "aws:ssm/document:Document",
    props: {
      name: "fleet-install",
      documentType: "Automation",
      documentFormat: "JSON",
      content: json({
        schemaVersion: "0.3",
        assumeRole: "arn:aws:iam::444444444444:role/fleet-runbook",
        parameters: {
          Group: { type: "String" },
          Calendar: { type: "String" },
          Releases: { type: "StringList" },
          Reboot: { type: "String", allowedValues: ["RebootIfNeeded", "NoReboot"] },
          Concurrency: { type: "String", default: "10%" },
          Errors: { type: "String", default: "5%" },
          Approval: { type: "String", default: "" },
        },
        mainSteps: [
          {
            name: "gate",
            action: "aws:executeScript",
            timeoutSeconds: 300,
            onFailure: "Abort",
            inputs: {
              Runtime: "python3.11",
              Handler: "gate",
              InputPayload: { calendar: "{{ Calendar }}", releases: "{{ Releases }}", approval: "{{ Approval }}" },
              Script: [
                "import boto3",
                "def gate(given, context):",
                "    ssm = boto3.client('ssm')",
                "    calendar = ssm.get_calendar_state(CalendarNames=[given['calendar']])",
                "    releases = ssm.get_parameters(Names=given['releases'])",
                "    return judge(calendar, releases)",
              ].join("\n"),
            },
            outputs: [{ Name: "State", Selector: "$.Payload.state", Type: "String" }],
          },
          {
            name: "decide",
            action: "aws:branch",
            inputs: { Choices: [{ NextStep: "scan", Variable: "{{ gate.State }}", StringEquals: "open" }], Default: "held" },
          },
          { name: "held", action: "aws:sleep", inputs: { Duration: "PT1S" }, isEnd: true },
          {
            name: "scan",
            action: "aws:runCommand",
            timeoutSeconds: 3600,
            onFailure: "Continue",
            inputs: {
              DocumentName: "AWS-RunPatchBaseline",
              Targets: [{ Key: "tag:PatchGroup", Values: ["{{ Group }}"] }],
              MaxConcurrency: "50%",
              MaxErrors: "100%",
              TimeoutSeconds: 600,
              CloudWatchOutputConfig: { CloudWatchOutputEnabled: true, CloudWatchLogGroupName: "/fleet/commands" },
              Parameters: { Operation: "Scan", SnapshotId: "{{ automation:EXECUTION_ID }}" },
            },
          },
          {
            name: "install",
            action: "aws:runCommand",
            timeoutSeconds: 14400,
            onFailure: "Continue",
            isCritical: true,
            inputs: {
              DocumentName: "AWS-RunPatchBaseline",
              Targets: [{ Key: "tag:PatchGroup", Values: ["{{ Group }}"] }],
              MaxConcurrency: "{{ Concurrency }}",
              MaxErrors: "{{ Errors }}",
              TimeoutSeconds: 3600,
              CloudWatchOutputConfig: { CloudWatchOutputEnabled: true, CloudWatchLogGroupName: "/fleet/commands" },
              Parameters: {
                Operation: "Install",
                RebootOption: "{{ Reboot }}",
                SnapshotId: "{{ automation:EXECUTION_ID }}",
                StepTimeoutSeconds: "7200",
              },
            },
          },
          {
            name: "rescan",
            action: "aws:runCommand",
            timeoutSeconds: 3600,
            onFailure: "Continue",
            inputs: {
              DocumentName: "AWS-RunPatchBaseline",
              Targets: [{ Key: "tag:PatchGroup", Values: ["{{ Group }}"] }],
              MaxConcurrency: "50%",
              MaxErrors: "100%",
              TimeoutSeconds: 600,
              CloudWatchOutputConfig: { CloudWatchOutputEnabled: true, CloudWatchLogGroupName: "/fleet/commands" },
              Parameters: { Operation: "Scan" },
            },
          },
        ],
      }),
    },
  },
  window: {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    props: {
      name: "fleet-prod",
      schedule: "cron(0 2 ? * SUN#2 *)",
      scheduleTimezone: "Europe/Paris",
      duration: 4,
      cutoff: 1,
      region: "eu-west-1",
    },
  },
  task: {
    type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    props: {
      windowId: ref("window.id"),
      taskType: "AUTOMATION",
      taskArn: "fleet-install",
      priority: 1,
      serviceRoleArn: "arn:aws:iam::444444444444:role/fleet-window",
      taskInvocationParameters: {
        automationParameters: {
          documentVersion: "$DEFAULT",
          parameters: [
            { name: "Group", values: ["prod-auto"] },
            { name: "Calendar", values: ["fleet-calendar-prod"] },
            { name: "Releases", values: ["arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/declared"] },
            { name: "Reboot", values: ["RebootIfNeeded"] },
          ],
        },
      },
      region: "eu-west-1",
    },
  },
};

/** A window as most programs have it: two Run Command tasks, one that scans and one that installs. */
export const handwritten: Fixture = {
  window: {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    props: { name: "patch-prod", schedule: "cron(0 2 ? * SUN *)", scheduleTimezone: "Europe/Paris", duration: 4, cutoff: 1 },
  },
  servers: {
    type: "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
    props: {
      windowId: ref("window.id"),
      resourceType: "INSTANCE",
      targets: [{ key: "tag:PatchGroup", values: ["prod-auto"] }],
    },
  },
  scan: {
    type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    props: {
      windowId: ref("window.id"),
      taskType: "RUN_COMMAND",
      taskArn: "AWS-RunPatchBaseline",
      priority: 1,
      serviceRoleArn: "arn:aws:iam::444444444444:role/patching",
      maxConcurrency: "50%",
      maxErrors: "100%",
      targets: [{ key: "WindowTargetIds", values: [ref("servers.id")] }],
      taskInvocationParameters: {
        runCommandParameters: {
          outputS3Bucket: "patch-output",
          parameters: [{ name: "Operation", values: ["Scan"] }],
        },
      },
    },
  },
  install: {
    type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    props: {
      windowId: ref("window.id"),
      taskType: "RUN_COMMAND",
      taskArn: "AWS-RunPatchBaseline",
      priority: 5,
      serviceRoleArn: "arn:aws:iam::444444444444:role/patching",
      maxConcurrency: "10%",
      maxErrors: "5%",
      targets: [{ key: "WindowTargetIds", values: [ref("servers.id")] }],
      taskInvocationParameters: {
        runCommandParameters: {
          outputS3Bucket: "patch-output",
          parameters: [
            { name: "Operation", values: ["Install"] },
            { name: "RebootOption", values: ["RebootIfNeeded"] },
          ],
        },
      },
    },
  },
};

const STEPS = "runbook.props.content.mainSteps";

/** A window that restarts servers through a guarded runbook, as this project builds it: gate, wave after wave, scan. */
export const restarting: Fixture = changed(guarded, [
  [
    "command",
    {
      type: "aws:ssm/document:Document",
      props: {
        name: "fleet-restart-servers",
        documentType: "Command",
        documentFormat: "JSON",
        content: json({
          schemaVersion: "2.2",
          mainSteps: [{ action: "aws:runShellScript", name: "restart", inputs: { runCommand: ["#!/bin/sh", "exit 194"] } }],
        }),
      },
    },
  ],
  ["runbook.props.name", "fleet-restart"],
  ["task.props.taskArn", "fleet-restart"],
  ["runbook.props.content.parameters.Expires", { type: "String", default: "" }],
  [
    `${STEPS}.0.inputs.InputPayload`,
    { Calendars: ["{{ Calendar }}"], Releases: ["{{ Releases }}"], Expires: "2026-12-06T00:00:00Z" },
  ],
  [
    `${STEPS}.0.inputs.Script`,
    [
      "import boto3, datetime",
      "def gate(given, context):",
      "    ssm = boto3.client('ssm')",
      "    calendar = ssm.get_calendar_state(CalendarNames=given['Calendars'])",
      "    releases = ssm.get_parameters(Names=given['Releases'])",
      "    return judge(calendar, releases, given['Expires'], datetime.datetime.now())",
    ].join("\n"),
  ],
  [`${STEPS}.1.inputs.Choices.0.NextStep`, "wave1"],
  [
    `${STEPS}.4`,
    {
      name: "wave1",
      action: "aws:runCommand",
      timeoutSeconds: 14400,
      isCritical: true,
      onFailure: "step:rescan",
      inputs: {
        DocumentName: "fleet-restart-servers",
        Targets: [
          { Key: "tag:PatchGroup", Values: ["{{ Group }}"] },
          { Key: "tag:ClusterRole", Values: ["replica"] },
        ],
        MaxConcurrency: "1",
        MaxErrors: "0",
      },
    },
  ],
  [`${STEPS}.3`, undefined],
]);

/** An association that restarts servers of development without a runbook. */
export const restartingByHand: FixtureResource = {
  type: "aws:ssm/association:Association",
  props: {
    name: "AWS-RunShellScript",
    targets: [{ key: "tag:PatchGroup", values: ["dev"] }],
    parameters: { commands: "reboot" },
  },
};
