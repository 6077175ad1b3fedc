import { isStructure, type Finding, type Properties } from "../../api/finding";
import { providerOwn, type Mapping, type Rule } from "../../api/mapping";
import { arn, text, uuid, type Call, type Kind, asUpdate, type ApiRequest } from "../kind";
import { Refusal } from "../refusal";
import { requireDocument } from "./ssm-document";
import { requireWindow } from "./ssm-maintenance-window-target";
import { windowTargetToken, windowTaskToken } from "./ssm-tokens";

const parameters: Rule = {
  to: "Parameters",
  convert: (list) =>
    Object.fromEntries(Array.isArray(list) ? list.filter(isStructure).map((item) => [text(item, "name"), item["values"]]) : []),
};

const runCommand: Mapping = {
  cloudwatchConfig: {
    to: "CloudWatchOutputConfig",
    fields: { cloudwatchLogGroupName: "CloudWatchLogGroupName", cloudwatchOutputEnabled: "CloudWatchOutputEnabled" },
  },
  comment: "Comment",
  documentHash: "DocumentHash",
  documentHashType: "DocumentHashType",
  documentVersion: "DocumentVersion",
  notificationConfig: {
    to: "NotificationConfig",
    fields: {
      notificationArn: "NotificationArn",
      notificationEvents: "NotificationEvents",
      notificationType: "NotificationType",
    },
  },
  outputS3Bucket: "OutputS3BucketName",
  outputS3KeyPrefix: "OutputS3KeyPrefix",
  parameters,
  serviceRoleArn: "ServiceRoleArn",
  timeoutSeconds: "TimeoutSeconds",
};

const invocation: Mapping = {
  automationParameters: { to: "Automation", fields: { documentVersion: "DocumentVersion", parameters } },
  lambdaParameters: { to: "Lambda", fields: { clientContext: "ClientContext", payload: "Payload", qualifier: "Qualifier" } },
  runCommandParameters: { to: "RunCommand", fields: runCommand },
  stepFunctionsParameters: { to: "StepFunctions", fields: { input: "Input", name: "Name" } },
};

const creation: ApiRequest = {
  service: "ssm",
  operation: "RegisterTaskWithMaintenanceWindow",
  mapping: {
    ...providerOwn,
    cutoffBehavior: "CutoffBehavior",
    description: "Description",
    maxConcurrency: "MaxConcurrency",
    maxErrors: "MaxErrors",
    name: "Name",
    priority: "Priority",
    serviceRoleArn: "ServiceRoleArn",
    targets: { to: "Targets", items: { key: "Key", values: "Values" } },
    taskArn: "TaskArn",
    taskInvocationParameters: { to: "TaskInvocationParameters", fields: invocation },
    taskType: "TaskType",
    windowId: "WindowId",
  },
};

/** What a window does when it is open. */
export const maintenanceWindowTask: Kind = {
  token: windowTaskToken,
  scope: "regional",
  requests: [creation],
  updates: [
    asUpdate(creation, "UpdateMaintenanceWindowTask", { WindowTaskId: "01234567-89ab-4cde-8f01-23456789abcd", Replace: true }, [
      "taskType",
    ]),
  ],
  replaceOn: ["windowId", "taskType", "region"],
  rules: taskRules,
  computed: ["arn", "windowTaskId", "maxConcurrency", "maxErrors", "serviceRoleArn"],
  create(call) {
    requireWindow(call, "20 tasks", windowTaskToken, 20);
    requireTargets(call);
    if (["RUN_COMMAND", "AUTOMATION"].includes(text(call.inputs, "taskType")))
      requireDocument(call, text(call.inputs, "taskArn"));
    const id = uuid(call);
    return { id, outputs: { ...taskOutputs(call.inputs), arn: arn(call, "ssm", `windowtask/${id}`), windowTaskId: id } };
  },
  update: (call, before) => ({ ...before.outputs, ...taskOutputs(call.inputs) }),
};

// A task without targets has no rate; the service reads back 1 and 1.
function taskOutputs(inputs: Properties): Properties {
  return {
    maxConcurrency: inputs["maxConcurrency"] ?? "1",
    maxErrors: inputs["maxErrors"] ?? "1",
    serviceRoleArn: inputs["serviceRoleArn"] ?? "",
  };
}

function requireTargets(call: Call): void {
  for (const target of listed(call.inputs["targets"])) {
    if (text(target, "key") !== "WindowTargetIds") continue;
    for (const id of Array.isArray(target["values"]) ? target["values"] : []) {
      const known = call.store.get(call.place, windowTargetToken, String(id));
      if (known?.inputs["windowId"] !== call.inputs["windowId"])
        throw new Refusal("DoesNotExistException", `Target ${id} is not registered with the window`);
    }
  }
}

function taskRules(inputs: Properties): Finding[] {
  const targets = listed(inputs["targets"]);
  const type = text(inputs, "taskType");
  const findings: Finding[] = [];
  for (const rate of ["maxConcurrency", "maxErrors"]) {
    if (targets.length > 0 && inputs[rate] === undefined)
      findings.push({ at: rate, reason: "is required for a task with targets" });
    if (targets.length === 0 && inputs[rate] !== undefined)
      findings.push({ at: rate, reason: "is not allowed for a task without targets" });
  }
  if (type === "RUN_COMMAND" && targets.length === 0)
    findings.push({ at: "targets", reason: "are required for a RUN_COMMAND task" });
  const given = isStructure(inputs["taskInvocationParameters"]) ? inputs["taskInvocationParameters"] : {};
  const belongs: Readonly<Record<string, string>> = {
    automationParameters: "AUTOMATION",
    lambdaParameters: "LAMBDA",
    runCommandParameters: "RUN_COMMAND",
    stepFunctionsParameters: "STEP_FUNCTIONS",
  };
  for (const [name, value] of Object.entries(given)) {
    const owner = belongs[name];
    if (value !== undefined && owner !== undefined && owner !== type) {
      findings.push({ at: `taskInvocationParameters.${name}`, reason: `is for ${owner} tasks, not for ${type}` });
    }
  }
  if (type === "RUN_COMMAND") findings.push(...commandRules(given["runCommandParameters"]));
  return findings;
}

function commandRules(command: unknown): Finding[] {
  const at = "taskInvocationParameters.runCommandParameters.parameters";
  const given = listed(isStructure(command) ? command["parameters"] : undefined);
  const names = given
    .filter((item) => (Array.isArray(item["values"]) ? item["values"] : []).some((value) => value !== ""))
    .map((item) => text(item, "name"));
  const findings: Finding[] = [];
  if (/\{\{\s*(?:TARGET_ID|RESOURCE_ID)\s*\}\}/u.test(JSON.stringify(given)))
    findings.push({ at, reason: "TARGET_ID and RESOURCE_ID do not work in Run Command tasks" });
  if (names.includes("SnapshotId")) findings.push({ at, reason: "SnapshotId stays empty in a window: the service gives it" });
  if (names.includes("BaselineOverride") && names.includes("InstallOverrideList"))
    findings.push({ at, reason: "BaselineOverride and InstallOverrideList exclude each other" });
  return findings;
}

function listed(value: unknown): Properties[] {
  return Array.isArray(value) ? value.filter(isStructure) : [];
}
