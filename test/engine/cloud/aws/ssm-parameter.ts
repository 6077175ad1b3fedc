import type { Finding, Properties } from "../../api/finding";
import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, type Call, type Kind, asUpdate, type ApiRequest } from "../kind";
import { parameterToken } from "./ssm-tokens";

const mostBytes = { Standard: 4096, Advanced: 8192 };

const creation: ApiRequest = {
  service: "ssm",
  operation: "PutParameter",
  mapping: {
    ...providerOwn,
    allowedPattern: "AllowedPattern",
    arn: { local: "read back" },
    dataType: "DataType",
    description: "Description",
    insecureValue: "Value",
    keyId: "KeyId",
    name: "Name",
    overwrite: "Overwrite",
    tags: tagList,
    tier: "Tier",
    type: "Type",
    value: "Value",
    valueWo: "Value",
    valueWoVersion: { local: "says when the write-only value changed" },
  },
};

/** A value in Parameter Store. */
export const parameter: Kind = {
  token: parameterToken,
  scope: "regional",
  requests: [creation],
  updates: [asUpdate(creation, "PutParameter", { Overwrite: true }, ["overwrite", "tags"])],
  namedBy: "name",
  replaceOn: ["name", "dataType", "region"],
  rules: parameterRules,
  existsCode: "ParameterAlreadyExists",
  overwrites: (inputs) => inputs["overwrite"] === true,
  computed: ["arn", "dataType", "hasValueWo", "insecureValue", "keyId", "tier", "value", "version"],
  recomputed: { insecureValue: ["version"], value: ["version"], description: ["version"] },
  create(call) {
    const name = text(call.inputs, "name");
    return { id: name, outputs: { ...readBack(call), version: 1 } };
  },
  update(call, before) {
    const same = ["insecureValue", "value", "description", "tier", "type"].every(
      (name) => before.inputs[name] === call.inputs[name],
    );
    return { ...before.outputs, ...readBack(call), version: Number(before.outputs["version"] ?? 1) + (same ? 0 : 1) };
  },
};

function readBack(call: Call): Properties {
  const name = text(call.inputs, "name");
  return {
    arn: arn(call, "ssm", `parameter/${name.replace(/^\//u, "")}`),
    dataType: call.inputs["dataType"] ?? "text",
    hasValueWo: false,
    keyId: "",
    tier: call.inputs["tier"] ?? "Standard",
    ...(call.inputs["insecureValue"] === undefined ? { insecureValue: "" } : { value: "" }),
  };
}

function parameterRules(inputs: Properties): Finding[] {
  const name = text(inputs, "name");
  const findings: Finding[] = [];
  const given = ["value", "insecureValue", "valueWo"].filter((each) => inputs[each] !== undefined);
  if (given.length !== 1) findings.push({ at: "value", reason: "must be one of value, insecureValue and valueWo" });
  if (inputs["type"] === "SecureString" && inputs["insecureValue"] !== undefined)
    findings.push({ at: "insecureValue", reason: "is not for a SecureString" });
  if (/^\/?(?:aws|ssm)/iu.test(name)) findings.push({ at: "name", reason: `'${name}': a name cannot begin with aws or ssm` });
  if (name !== "" && !/^[a-zA-Z0-9_./-]+$/u.test(name))
    findings.push({ at: "name", reason: `'${name}': only letters, digits and _ . - /` });
  if (name.includes("/") && !name.startsWith("/")) findings.push({ at: "name", reason: `'${name}': a path begins with /` });
  if (name.split("/").length > 16) findings.push({ at: "name", reason: "a path has at most 15 levels" });
  const size = Buffer.byteLength(text(inputs, given[0] ?? "value"));
  const most =
    inputs["tier"] === "Advanced" || inputs["tier"] === "Intelligent-Tiering" ? mostBytes.Advanced : mostBytes.Standard;
  if (size > most) findings.push({ at: given[0] ?? "value", reason: `has ${size} bytes, more than the ${most} of its tier` });
  return findings;
}
