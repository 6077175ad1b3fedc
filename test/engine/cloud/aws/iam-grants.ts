import { arnsMeet, patternOf } from "../../api/arn-pattern";
import { isStructure, type Properties } from "../../api/finding";
import { serviceData, type ActionData, type ResourceTypeData, type ServiceData } from "../../api/permissions";
import { conditionReasons } from "./iam-conditions";

/** One action that a statement names, with what AWS's service authorization reference says about it. */
interface Named {
  readonly action: ActionData;
  readonly label: string;
  readonly service: ServiceData;
}

/**
 * What is wrong with the statements of an identity's or a resource's policy, judged by AWS's service authorization reference:
 * actions that do not exist, resources that none of the actions knows, actions that none of the resources grants (so that
 * the statement allows less than it says), condition keys that no request has.
 */
export function grantReasons(statements: readonly Properties[]): string[] {
  const each = statements.flatMap((statement, index) =>
    statementReasons(statement).map((reason) => `${label(statement, index)}: ${reason}`),
  );
  return [...each, ...missingRequired(statements)];
}

/** A list that IAM lets be written as one text. */
export function listed(value: unknown): string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}

function label(statement: Properties, index: number): string {
  return typeof statement["Sid"] === "string" && statement["Sid"] !== "" ? statement["Sid"] : `statement ${index + 1}`;
}

function statementReasons(statement: Properties): string[] {
  const resources = listed(statement["Resource"]);
  const patterns = [...listed(statement["Action"]), ...listed(statement["NotAction"])];
  const found = patterns.map((pattern) => ({ pattern, named: actionsOf(pattern) }));
  const all = found.flatMap(({ named }) => named);
  // Every action of a service means those that know the resource, and says nothing of the others.
  const each = found.filter(({ pattern }) => !pattern.endsWith(":*")).flatMap(({ named }) => named);
  const used = listed(statement["Action"]).length > 0 && resources.length > 0;
  return [
    ...found.filter(({ named }) => named.length === 0).map(({ pattern }) => `AWS has no action ${pattern}`),
    ...resources.filter((resource) => !isPattern(resource)).map((resource) => `${resource} is no ARN`),
    ...(used && all.length > 0 ? resourceReasons(each, all, resources) : []),
    ...conditionReasons(
      statement["Condition"],
      all.flatMap(({ action, service }) => keysOf(action, service, resources)),
    ),
  ];
}

function isPattern(resource: string): boolean {
  return resource === "*" || /^arn:(?:\*|aws[a-z-]*):[a-z0-9*-]+:[a-z0-9*-]*:(?:\d{12}|aws|\*|):.+/u.test(resource);
}

/** The actions behind `ssm:GetParameter`, `ssm:Get*` or `*`; none when there is no such action. */
function actionsOf(pattern: string): Named[] {
  const [prefix = "", name = ""] = pattern.split(":");
  const service = serviceData(prefix.toLowerCase());
  if (service === undefined) return [];
  const matcher = new RegExp(`^${name.toLowerCase().replaceAll("*", ".*").replaceAll("?", ".")}$`, "u");
  return Object.values(service.actions)
    .filter((action) => matcher.test(action.name.toLowerCase()))
    .map((action) => ({ action, service, label: `${prefix}:${action.name}` }));
}

function resourceReasons(each: readonly Named[], all: readonly Named[], resources: readonly string[]): string[] {
  const idle = each
    .filter(
      ({ action, service }) => !resources.some((resource) => resource === "*" || typesOf(action, service, resource).length > 0),
    )
    .map(({ action, label: name }) =>
      action.resourceTypes.length === 0
        ? `${name} knows no resources: only "*" grants it`
        : `${name} is granted on ${action.resourceTypes.map((type) => type.name).join(", ")}, and none of these is here`,
    );
  const useless = resources
    .filter((resource) => resource !== "*" && !all.some(({ action, service }) => typesOf(action, service, resource).length > 0))
    .map((resource) => `none of its actions is granted on ${resource}`);
  return [...idle, ...useless];
}

// The resource types of an action whose ARNs fit a pattern.
function typesOf(action: ActionData, service: ServiceData, resource: string): ResourceTypeData[] {
  return action.resourceTypes.flatMap(({ name }) => {
    const type = service.resourceTypes[name];
    return type !== undefined && arnsMeet(patternOf(type.arn), resource) ? [type] : [];
  });
}

function keysOf(action: ActionData, service: ServiceData, resources: readonly string[]): readonly string[] {
  const types = resources.flatMap((resource) => typesOf(action, service, resource));
  return [...action.conditionKeys, ...types.flatMap((type) => type.conditionKeys ?? [])];
}

// An action that needs two kinds of resources at once is allowed only when the policy as a whole grants it on both.
function missingRequired(statements: readonly Properties[]): string[] {
  const allowing = statements.filter((statement) => statement["Effect"] === "Allow" && isStructure(statement));
  const names = new Map(
    allowing.flatMap((statement) => listed(statement["Action"]).flatMap(actionsOf)).map((named) => [named.label, named]),
  );
  return [...names.values()].flatMap(({ action, service, label: name }) => {
    const resources = allowing
      .filter((statement) =>
        listed(statement["Action"])
          .flatMap(actionsOf)
          .some((other) => other.label === name),
      )
      .flatMap((statement) => listed(statement["Resource"]));
    if (resources.length === 0) return [];
    return action.resourceTypes
      .filter(
        ({ name: type, required }) =>
          required &&
          !resources.some((resource) => resource === "*" || typesOf(action, service, resource).some(({ key }) => key === type)),
      )
      .map(({ name: type }) => `${name} also needs a resource of type ${type}`);
  });
}
