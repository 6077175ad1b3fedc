import { isStructure, type Finding, type Properties } from "../../api/finding";
import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, uuid, type Kind, asUpdate, type ApiRequest } from "../kind";
import { requireDocument } from "./ssm-document";
import { associationSchedule } from "./ssm-schedule";

const creation: ApiRequest = {
  service: "ssm",
  operation: "CreateAssociation",
  mapping: {
    ...providerOwn,
    applyOnlyAtCronInterval: "ApplyOnlyAtCronInterval",
    associationName: "AssociationName",
    automationTargetParameterName: "AutomationTargetParameterName",
    calendarNames: "CalendarNames",
    complianceSeverity: "ComplianceSeverity",
    documentVersion: "DocumentVersion",
    maxConcurrency: "MaxConcurrency",
    maxErrors: "MaxErrors",
    name: "Name",
    outputLocation: {
      to: "OutputLocation.S3Location",
      fields: { s3BucketName: "OutputS3BucketName", s3KeyPrefix: "OutputS3KeyPrefix", s3Region: "OutputS3Region" },
    },
    parameters: { to: "Parameters", convert: parameterLists },
    scheduleExpression: "ScheduleExpression",
    syncCompliance: "SyncCompliance",
    tags: tagList,
    targets: { to: "Targets", items: { key: "Key", values: "Values" } },
    waitForSuccessTimeoutSeconds: { local: "how long the provider waits" },
  },
};

/** A State Manager association: a document that runs on nodes by itself. */
export const association: Kind = {
  token: "aws:ssm/association:Association",
  scope: "regional",
  requests: [creation],
  updates: [asUpdate(creation, "UpdateAssociation", { AssociationId: "01234567-89ab-4cde-8f01-23456789abcd" }, ["tags"])],
  replaceOn: ["name", "region"],
  defaults: { applyOnlyAtCronInterval: false },
  rules: associationRules,
  computed: ["arn", "associationId", "documentVersion", "parameters", "targets"],
  create(call) {
    requireDocument(call, text(call.inputs, "name"));
    const id = uuid(call);
    return { id, outputs: { ...readBack(call.inputs), arn: arn(call, "ssm", `association/${id}`), associationId: id } };
  },
  update: (call, before) => ({ ...before.outputs, ...readBack(call.inputs) }),
};

function parameterLists(value: unknown): unknown {
  return isStructure(value) ? Object.fromEntries(Object.entries(value).map(([key, single]) => [key, [single]])) : value;
}

function readBack(inputs: Properties): Properties {
  return {
    documentVersion: inputs["documentVersion"] ?? "$DEFAULT",
    parameters: inputs["parameters"] ?? {},
    targets: inputs["targets"] ?? [],
  };
}

function associationRules(inputs: Properties): Finding[] {
  const schedule = text(inputs, "scheduleExpression");
  const findings: Finding[] = [];
  const wrong = schedule === "" ? undefined : associationSchedule(schedule);
  if (wrong !== undefined) findings.push({ at: "scheduleExpression", reason: `'${schedule}' ${wrong}` });
  if (inputs["applyOnlyAtCronInterval"] === true && !schedule.startsWith("cron(")) {
    findings.push({ at: "applyOnlyAtCronInterval", reason: "is for cron schedules only" });
  }
  return findings;
}
