import { globsMeet, patternOf } from "../../api/arn-pattern";
import { isStructure, type Properties } from "../../api/finding";

const comparisons = [
  "StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike",
  "NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals",
  "DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals",
  "Bool BinaryEquals IpAddress NotIpAddress ArnEquals ArnNotEquals ArnLike ArnNotLike",
].flatMap((line) => line.split(" "));

const operator = new RegExp(`^(?:(?:ForAllValues:|ForAnyValue:)?(?:${comparisons.join("|")})(?:IfExists)?|Null)$`, "u");

/**
 * The condition keys that every request has, whatever the action; keys about tags are not among them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const globalKeys = [
  "CalledVia CalledViaFirst CalledViaLast CurrentTime EpochTime FederatedProvider MultiFactorAuthAge MultiFactorAuthPresent",
  "PrincipalAccount PrincipalArn PrincipalIsAWSService PrincipalOrgID PrincipalOrgPaths PrincipalServiceName",
  "PrincipalServiceNamesList PrincipalTag/* PrincipalType Referer RequestedRegion ResourceAccount ResourceOrgID",
  "ResourceOrgPaths SecureTransport SourceAccount SourceArn SourceIdentity SourceIp SourceOrgID SourceOrgPaths SourceVpc",
  "SourceVpcArn SourceVpce TokenIssueTime UserAgent UserId Username ViaAWSService VpceAccount VpceOrgID VpceOrgPaths",
].flatMap((line) => line.split(" ").map((name) => `aws:${name}`));

/** What is wrong with a statement's condition: operators that do not exist, keys that its actions and resources do not have. */
export function conditionReasons(condition: unknown, keys: readonly string[]): string[] {
  if (condition === undefined) return [];
  if (!isStructure(condition)) return ["its Condition is no structure"];
  return Object.entries(condition).flatMap(([name, tests]) => [
    ...(operator.test(name) ? [] : [`there is no condition operator ${name}`]),
    ...(isStructure(tests) ? testReasons(name, tests, keys) : [`its condition ${name} is no structure`]),
  ]);
}

function testReasons(name: string, tests: Properties, keys: readonly string[]): string[] {
  return Object.entries(tests).flatMap(([key, value]) => [
    ...(isKnown(key, keys) ? [] : [`no request of its actions has the condition key ${key}`]),
    ...(isEmpty(value) ? [`its condition ${name} ${key} has no value`] : []),
  ]);
}

function isKnown(key: string, keys: readonly string[]): boolean {
  return [...globalKeys, ...keys].some((known) => globsMeet(patternOf(known).toLowerCase(), key.toLowerCase()));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
