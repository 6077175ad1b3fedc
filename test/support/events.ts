import type { Event } from "./event-matcher";

const ACCOUNT = "444444444444";

function event(source: string, type: string, detail: object, resources: readonly string[] = []): Event {
  return {
    version: "0",
    id: "d290ece9-1088-4383-9df6-cd5b4ac42b99",
    "detail-type": type,
    source,
    account: ACCOUNT,
    time: "2026-11-22T01:43:35Z",
    region: "eu-west-1",
    resources,
    detail,
  };
}

/** The end of a runbook's execution, with the fields that AWS documents. */
export function automationEvent(detail: object = {}): Event {
  return event("aws.ssm", "EC2 Automation Execution Status-change Notification", {
    ExecutionId: "333ba70b-2333-48db-b17e-a5e69c6f4d1c",
    Definition: "fleet-install-web",
    DefinitionVersion: 1,
    Status: "Failed",
    StartTime: "Nov 22, 2026 1:00:02 AM",
    EndTime: "Nov 22, 2026 1:43:26 AM",
    Time: 5753,
    ExecutedBy: `arn:aws:sts::${ACCOUNT}:assumed-role/fleet-window/mw`,
    ...detail,
  });
}

const COMMAND = "e8d3c0e4-71f7-4491-898f-c9b35bee5f3b";

/** What became of a command as a whole. */
export function commandEvent(detail: object = {}): Event {
  return event("aws.ssm", "EC2 Command Status-change Notification", {
    "command-id": COMMAND,
    "document-name": "AWS-RunPatchBaseline",
    "expire-after": "2026-11-22T05:01:00.000Z",
    parameters: { Operation: ["Install"] },
    "requested-date-time": "2026-11-22T01:00:12.000Z",
    status: "TimedOut",
    ...detail,
  });
}

/** What became of a command on one server. */
export function invocationEvent(detail: object = {}): Event {
  return event("aws.ssm", "EC2 Command Invocation Status-change Notification", {
    "command-id": COMMAND,
    "document-name": "AWS-RunPatchBaseline",
    "instance-id": "i-9bb89e2b",
    "requested-date-time": "2026-11-22T01:00:12.000Z",
    status: "Failed",
    ...detail,
  });
}

/** What became of an execution of a maintenance window. */
export function windowEvent(detail: object = {}): Event {
  const id = "mw-0ed7251d3fcf6e0c2";
  return event(
    "aws.ssm",
    "Maintenance Window Execution State-change Notification",
    {
      "start-time": "2026-11-22T01:00:00.429Z",
      "end-time": "2026-11-22T05:00:00.429Z",
      "window-id": id,
      "window-execution-id": "b60fb56e-776c-4e5c-84d3-1bed4ba1a5c1",
      status: "SKIPPED_OVERLAPPING",
      ...detail,
    },
    [`arn:aws:ssm:eu-west-1:${ACCOUNT}:maintenancewindow/${id}`],
  );
}

/** A server that became compliant, or not. */
export function complianceEvent(detail: object = {}): Event {
  return event(
    "aws.ssm",
    "Configuration Compliance State Change",
    {
      "resource-type": "managed-instance",
      "resource-id": "i-01234567890abcdef",
      "compliance-status": "non_compliant",
      "compliance-type": "Patch",
      "patch-baseline-id": "pb-789",
      severity: "critical",
      ...detail,
    },
    [`arn:aws:ssm:eu-west-1:${ACCOUNT}:managed-instance/i-01234567890abcdef`],
  );
}

/** What the history job found, or a schedule tells. */
export function fleetEvent(type: string, detail: object): Event {
  return { ...event("fleet.patching", type, detail), account: "222222222222" };
}

/** An alarm that changed its state, with the fields that AWS documents. */
export function alarmEvent(alarm: string, value: string): Event {
  return event(
    "aws.cloudwatch",
    "CloudWatch Alarm State Change",
    {
      alarmName: alarm,
      configuration: { description: "…" },
      previousState: { value: "OK", timestamp: "2026-11-21T05:00:00.000+0000" },
      state: { value, reason: "Threshold Crossed", timestamp: "2026-11-22T05:00:00.000+0000" },
    },
    [`arn:aws:cloudwatch:eu-west-1:222222222222:alarm:${alarm}`],
  );
}
