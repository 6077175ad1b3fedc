import { createHash } from "node:crypto";
import { isStructure, type Properties } from "../../api/finding";
import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, type Call, type Kind, asUpdate, type ApiRequest } from "../kind";
import { Refusal } from "../refusal";
import { documentFindings, parseContent } from "./ssm-document-content";
import { documentToken } from "./ssm-tokens";

const creation: ApiRequest = {
  service: "ssm",
  operation: "CreateDocument",
  mapping: {
    ...providerOwn,
    attachmentsSources: { to: "Attachments", items: { key: "Key", name: "Name", values: "Values" } },
    content: "Content",
    documentFormat: "DocumentFormat",
    documentType: "DocumentType",
    name: "Name",
    permissions: { local: "sent by ModifyDocumentPermission" },
    tags: tagList,
    targetType: "TargetType",
    versionName: "VersionName",
  },
};

/** A Command document, a runbook or a change calendar. */
export const document: Kind = {
  token: documentToken,
  scope: "regional",
  requests: [creation],
  updates: [asUpdate(creation, "UpdateDocument", { DocumentVersion: "$LATEST" }, ["documentType", "tags"])],
  namedBy: "name",
  replaceOn: ["name", "region"],
  defaults: { documentFormat: "JSON" },
  rules: documentFindings,
  existsCode: "DocumentAlreadyExists",
  computed: [
    "arn createdDate defaultVersion description documentVersion hash hashType latestVersion owner parameters",
    "platformTypes schemaVersion status",
  ].flatMap((line) => line.split(" ")),
  recomputed: { content: ["defaultVersion", "documentVersion", "hash", "latestVersion", "parameters"] },
  create(call) {
    const name = text(call.inputs, "name");
    return {
      id: name,
      outputs: { ...described(call.inputs, 1), arn: arn(call, "ssm", `document/${name}`), owner: call.place.account },
    };
  },
  update(call, before) {
    const version = Number(before.outputs["latestVersion"] ?? 1);
    const next = before.inputs["content"] === call.inputs["content"] ? version : version + 1;
    return { ...before.outputs, ...described(call.inputs, next) };
  },
};

function described(inputs: Properties, version: number): Properties {
  const content = text(inputs, "content");
  const parsed = parseContent(content, text(inputs, "documentFormat"));
  const parameters = isStructure(parsed) && isStructure(parsed["parameters"]) ? parsed["parameters"] : {};
  return {
    createdDate: "2026-11-20T00:00:00Z",
    defaultVersion: String(version),
    description: isStructure(parsed) ? text(parsed, "description") : "",
    documentVersion: String(version),
    hash: createHash("sha256").update(content).digest("hex"),
    hashType: "Sha256",
    latestVersion: String(version),
    parameters: Object.entries(parameters).map(([name, parameter]) => ({
      name,
      type: isStructure(parameter) ? text(parameter, "type") : "",
    })),
    platformTypes: ["Linux", "MacOS", "Windows"],
    schemaVersion: isStructure(parsed) ? text(parsed, "schemaVersion") : "1.0",
    status: "Active",
  };
}

/** Refuses a document that is neither AWS's own nor in this account and region. */
export function requireDocument(call: Call, nameOrArn: string): void {
  const name = nameOrArn.replace(/^arn:[^:]*:ssm:[^:]*:\d*:(?:document|automation-definition)\//u, "").replace(/:.*$/u, "");
  if (/^(?:AWS|Amazon)[A-Za-z]*-/u.test(name)) return;
  if (call.store.get(call.place, documentToken, name) === undefined)
    throw new Refusal("InvalidDocument", `Document ${nameOrArn} does not exist`);
}
