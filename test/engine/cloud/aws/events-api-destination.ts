import { providerOwn } from "../../api/mapping";
import { arn, asUpdate, text, uuid, type ApiRequest, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { apiDestinationToken, connectionToken } from "./events-tokens";

const connecting: ApiRequest = {
  service: "events",
  operation: "CreateConnection",
  mapping: {
    ...providerOwn,
    authParameters: {
      to: "AuthParameters",
      fields: { apiKey: { to: "ApiKeyAuthParameters", fields: { key: "ApiKeyName", value: "ApiKeyValue" } } },
    },
    authorizationType: "AuthorizationType",
    description: "Description",
    kmsKeyIdentifier: "KmsKeyIdentifier",
    name: "Name",
  },
};

/** How EventBridge signs in elsewhere: it keeps the secret in Secrets Manager and never tells it again. */
export const eventConnection: Kind = {
  token: connectionToken,
  scope: "regional",
  requests: [connecting],
  updates: [asUpdate(connecting, "UpdateConnection", {}, [])],
  namedBy: "name",
  replaceOn: ["name", "region"],
  existsCode: "ResourceAlreadyExistsException",
  computed: ["arn", "secretArn"],
  create(call) {
    const name = text(call.inputs, "name");
    const id = uuid(call);
    const secretArn = arn(call, "secretsmanager", `secret:events!connection/${name}/${id}`);
    return { id: name, outputs: { arn: arn(call, "events", `connection/${name}/${id}`), secretArn } };
  },
  remove(call, item) {
    const used = call.store
      .list(call.place, apiDestinationToken)
      .find(({ inputs }) => inputs["connectionArn"] === item.outputs["arn"]);
    if (used !== undefined) throw new Refusal("ConcurrentModificationException", `The connection is in use by ${used.id}`);
  },
};

const destining: ApiRequest = {
  service: "events",
  operation: "CreateApiDestination",
  mapping: {
    ...providerOwn,
    connectionArn: "ConnectionArn",
    description: "Description",
    httpMethod: "HttpMethod",
    invocationEndpoint: "InvocationEndpoint",
    invocationRateLimitPerSecond: "InvocationRateLimitPerSecond",
    name: "Name",
  },
};

/** An address on the web that rules can send to. */
export const eventApiDestination: Kind = {
  token: apiDestinationToken,
  scope: "regional",
  requests: [destining],
  updates: [asUpdate(destining, "UpdateApiDestination", {}, [])],
  namedBy: "name",
  replaceOn: ["name", "region"],
  defaults: { invocationRateLimitPerSecond: 300 },
  existsCode: "ResourceAlreadyExistsException",
  computed: ["arn"],
  create(call) {
    const connection = text(call.inputs, "connectionArn");
    if (!call.store.list(call.place, connectionToken).some(({ outputs }) => outputs["arn"] === connection))
      throw new Refusal("ResourceNotFoundException", `Connection ${connection} does not exist.`);
    const name = text(call.inputs, "name");
    return { id: name, outputs: { arn: arn(call, "events", `api-destination/${name}/${uuid(call)}`) } };
  },
};
