import { isStructure } from "../../api/finding";
import { providerOwn } from "../../api/mapping";
import { arn, asUpdate, text, type ApiRequest, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { roleToken } from "./iam-tokens";
import { definitionFindings } from "./states-language";

const creation: ApiRequest = {
  service: "stepfunctions",
  operation: "CreateStateMachine",
  mapping: {
    ...providerOwn,
    definition: "definition",
    loggingConfiguration: {
      to: "loggingConfiguration",
      fields: {
        includeExecutionData: "includeExecutionData",
        level: "level",
        logDestination: {
          to: "destinations",
          convert: (logGroupArn) => [{ cloudWatchLogsLogGroup: { logGroupArn } }],
        },
      },
    },
    name: "name",
    publish: "publish",
    roleArn: "roleArn",
    tags: {
      to: "tags",
      convert: (tags) => (isStructure(tags) ? Object.entries(tags).map(([key, value]) => ({ key, value })) : tags),
    },
    type: "type",
  },
};

/** A state machine of Step Functions. */
export const stateMachine: Kind = {
  token: "aws:sfn/stateMachine:StateMachine",
  scope: "regional",
  requests: [creation],
  namedBy: "name",
  updates: [asUpdate(creation, "UpdateStateMachine", { stateMachineArn: "arn:aws:states" }, ["name", "tags", "type"])],
  replaceOn: ["name", "type", "region"],
  defaults: { publish: false, type: "STANDARD" },
  rules: (inputs) => definitionFindings(text(inputs, "definition"), "definition"),
  existsCode: "StateMachineAlreadyExists",
  computed: ["arn", "creationDate", "revisionId", "stateMachineVersionArn", "status", "versionDescription"],
  create(call) {
    requireRoleArn(call, text(call.inputs, "roleArn"), "states.amazonaws.com");
    const id = arn(call, "states", `stateMachine:${text(call.inputs, "name")}`);
    const outputs = {
      arn: id,
      creationDate: "2026-11-20T00:00:00Z",
      revisionId: "",
      stateMachineVersionArn: "",
      status: "ACTIVE",
      versionDescription: "",
    };
    return { id, outputs };
  },
};

/** Refuses a role, by ARN, that is not there or that a service may not take on. */
export function requireRoleArn(call: Call, roleArn: string, service: string): void {
  const name = /:role\/(?:.*\/)?([^/]+)$/u.exec(roleArn)?.[1] ?? "";
  const role = call.store.get({ ...call.place, region: "global" }, roleToken, name);
  if (role === undefined || !text(role.inputs, "assumeRolePolicy").includes(`"${service}"`))
    throw new Refusal("AccessDeniedException", `Neither the service nor the region may assume the role ${roleArn}`);
}
