import { isStructure, type Properties } from "../../api/finding";
import { text } from "../kind";
import { Refusal } from "../refusal";
import type { Cloud, Session } from "../session";
import { kinds } from "./kinds";
import { lookups } from "./lookups";

/** AWS, as Pulumi's aws provider shows it. */
export const aws: Cloud = {
  name: "aws",
  kinds,
  lookups,
  extendIn: "test/engine/cloud/aws/kinds.ts (types) or test/engine/cloud/aws/lookups.ts (functions)",
  signIn,
};

/** An access key of an account of this cloud: the account can be read from it. */
export function accessKeyOf(account: string): string {
  return `AKIA0000${account}`;
}

function signIn(configuration: Properties, environment: NodeJS.ProcessEnv): Session {
  const account = roleAccount(configuration) ?? keyAccount(configuration, environment);
  const allowed = list(configuration, "allowedAccountIds");
  const forbidden = list(configuration, "forbiddenAccountIds");
  if ((allowed.length > 0 && !allowed.includes(account)) || forbidden.includes(account)) {
    throw new Refusal("", `AWS account ID not allowed: ${account}`);
  }
  const region = text(configuration, "region") || environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"] || "";
  if (region === "") throw new Refusal("", "Missing region configuration");
  const defaults = structured(configuration, "defaultTags");
  return {
    account,
    region,
    partition: region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws",
    defaultTags: isStructure(defaults) && isStructure(defaults["tags"]) ? defaults["tags"] : {},
  };
}

function keyAccount(configuration: Properties, environment: NodeJS.ProcessEnv): string {
  const key = text(configuration, "accessKey") || environment["AWS_ACCESS_KEY_ID"] || "";
  const account = /^AKIA0000(\d{12})$/u.exec(key)?.[1];
  if (account === undefined)
    throw new Refusal("", "No valid credential sources found. Please see the provider's documentation on authentication");
  return account;
}

function roleAccount(configuration: Properties): string | undefined {
  const roles = structured(configuration, "assumeRoles");
  const last: unknown = Array.isArray(roles) ? roles.at(-1) : undefined;
  return isStructure(last) ? /^arn:[^:]+:iam::(\d{12}):role\//u.exec(text(last, "roleArn"))?.[1] : undefined;
}

function list(configuration: Properties, name: string): string[] {
  const value = structured(configuration, name);
  return Array.isArray(value) ? value.map(String) : [];
}

// Provider configuration that is no text travels as JSON text.
function structured(configuration: Properties, name: string): unknown {
  const value = configuration[name];
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
