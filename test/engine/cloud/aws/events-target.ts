import { hasUnknown, isStructure, type Finding, type Properties } from "../../api/finding";
import { providerOwn, translate, type Mapping } from "../../api/mapping";
import { judgeRequest } from "../../api/request";
import { text, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { requireBus } from "./events-bus";
import { ruleId, targetsOf } from "./events-rule";
import { apiDestinationToken, ruleToken, targetToken } from "./events-tokens";
import { topicToken } from "./sns";
import { requireRoleArn } from "./states";

/** A rule has at most this many targets. */
const mostTargets = 5;

/** The inputs of a target as a member of the list that PutTargets takes. */
const target: Mapping = {
  ...providerOwn,
  arn: "Arn",
  eventBusName: { local: "beside the list of targets" },
  forceDestroy: { local: "how the provider deletes" },
  input: "Input",
  inputPath: "InputPath",
  inputTransformer: {
    to: "InputTransformer",
    fields: { inputPaths: "InputPathsMap", inputTemplate: "InputTemplate" },
  },
  roleArn: "RoleArn",
  rule: { local: "beside the list of targets" },
  targetId: "Id",
};

/** Where a rule sends its events. */
export const eventTarget: Kind = {
  token: targetToken,
  scope: "regional",
  requests: [],
  namedBy: "targetId",
  replaceOn: ["arn", "rule", "eventBusName", "targetId", "region"],
  defaults: { eventBusName: "default", forceDestroy: false },
  rules: targetRules,
  existsCode: "ResourceAlreadyExistsException",
  computed: [],
  create(call) {
    const bus = requireBus(call, text(call.inputs, "eventBusName"));
    const rule = ruleId(bus, text(call.inputs, "rule"));
    if (call.store.get(call.place, ruleToken, rule) === undefined)
      throw new Refusal("ResourceNotFoundException", `Rule ${text(call.inputs, "rule")} does not exist on EventBus ${bus}.`);
    if (targetsOf(call, rule).length >= mostTargets)
      throw new Refusal("LimitExceededException", `The requested resource exceeds the maximum number allowed: ${mostTargets}`);
    requireReach(call);
    return { id: `${rule}-${text(call.inputs, "targetId")}`, outputs: {} };
  },
  update(call, before) {
    requireReach(call);
    return before.outputs;
  },
};

function targetRules(inputs: Properties): Finding[] {
  const { request, unmapped } = translate(target, inputs);
  const sent = { Rule: inputs["rule"], EventBusName: inputs["eventBusName"], Targets: [request] };
  return [
    ...unmapped.map((at) => ({ at, reason: "no rule maps this input to events:PutTargets: add it under test/engine/cloud" })),
    ...judgeRequest("events", "PutTargets", sent).map(({ at, reason }) => ({
      at: "arn",
      reason: `ValidationException (events:PutTargets): Value at '${at}' ${reason}`,
    })),
    ...templateFindings(inputs["inputTransformer"]),
  ];
}

/** A template's names are those of its paths; it is JSON, or lines of text in quotes. */
function templateFindings(transformer: unknown): Finding[] {
  if (!isStructure(transformer) || hasUnknown(transformer)) return [];
  const template = text(transformer, "inputTemplate");
  const paths = isStructure(transformer["inputPaths"]) ? Object.keys(transformer["inputPaths"]) : [];
  const named = [...template.matchAll(/<([^>]+)>/gu)].map(([, name = ""]) => name);
  const wrong = named.filter((name) => !name.startsWith("aws.events.") && !paths.includes(name));
  const lines = template.trimStart().startsWith("{") ? [template] : template.split("\n");
  return [
    ...wrong.map((name) => ({
      at: "inputTransformer",
      reason: `InputTemplate for target contains placeholder without InputPathsMap: ${name}`,
    })),
    ...lines
      .filter((line) => !isJson(line.replaceAll(/<[^>]+>/gu, "x")))
      .map((line) => ({ at: "inputTransformer", reason: `Invalid InputTemplate for target: ${line}` })),
  ];
}

function isJson(line: string): boolean {
  try {
    return JSON.parse(line) !== undefined;
  } catch {
    return false;
  }
}

/** A topic is reached by its own policy, with no role; a bus and an API destination by a role that EventBridge takes on. */
function requireReach(call: Call): void {
  const to = text(call.inputs, "arn");
  const role = text(call.inputs, "roleArn");
  const [, , service = "", region = "", account = "", resource = ""] = to.split(":");
  if (service === "sns") {
    if (role !== "")
      throw new Refusal("ValidationException", `RoleArn is not supported for target ${to}: its policy lets rules publish`);
    if (call.store.get(call.place, topicToken, to) === undefined)
      throw new Refusal("ResourceNotFoundException", `No topic ${to}`);
    return;
  }
  requireRoleArn(call, role, "events.amazonaws.com");
  if (service !== "events") return;
  const here = account === call.place.account && region === call.place.region;
  if (resource.startsWith("event-bus/") && here) requireBus(call, resource.slice("event-bus/".length));
  const found = call.store.list(call.place, apiDestinationToken).some(({ outputs }) => outputs["arn"] === to);
  if (resource.startsWith("api-destination/") && !found)
    throw new Refusal("ResourceNotFoundException", `API destination ${to} does not exist.`);
}
