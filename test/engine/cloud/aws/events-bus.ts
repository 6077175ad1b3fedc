import { providerOwn, tagList } from "../../api/mapping";
import { arn, asUpdate, text, type ApiRequest, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { busToken, ruleToken } from "./events-tokens";
import { policyFindings } from "./iam-policy-document";

const creation: ApiRequest = {
  service: "events",
  operation: "CreateEventBus",
  mapping: {
    ...providerOwn,
    description: "Description",
    eventSourceName: "EventSourceName",
    kmsKeyIdentifier: "KmsKeyIdentifier",
    name: "Name",
    tags: tagList,
  },
};

/** A bus of events beside the account's own. */
export const eventBus: Kind = {
  token: busToken,
  scope: "regional",
  requests: [creation],
  updates: [asUpdate(creation, "UpdateEventBus", {}, ["eventSourceName", "tags"])],
  namedBy: "name",
  replaceOn: ["name", "eventSourceName", "region"],
  rules: (inputs) => (text(inputs, "name") === "default" ? [{ at: "name", reason: "is the account's own bus" }] : []),
  existsCode: "ResourceAlreadyExistsException",
  computed: ["arn"],
  create(call) {
    const name = text(call.inputs, "name");
    return { id: name, outputs: { arn: arn(call, "events", `event-bus/${name}`) } };
  },
  remove(call, item) {
    const rule = call.store.list(call.place, ruleToken).find((each) => each.inputs["eventBusName"] === item.id);
    if (rule !== undefined) throw new Refusal("ValidationException", `The event bus has rules: ${rule.id}`);
  },
};

/** Who may put events on a bus. */
export const eventBusPolicy: Kind = {
  token: "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  scope: "regional",
  requests: [
    {
      service: "events",
      operation: "PutPermission",
      mapping: { ...providerOwn, eventBusName: "EventBusName", policy: "Policy" },
    },
  ],
  replaceOn: ["eventBusName", "region"],
  defaults: { eventBusName: "default" },
  rules: (inputs) => policyFindings(inputs["policy"], "policy", "resource"),
  overwrites: () => true,
  computed: [],
  create(call) {
    const bus = requireBus(call, text(call.inputs, "eventBusName"));
    if (!text(call.inputs, "policy").includes(`:event-bus/${bus}"`))
      throw new Refusal("ValidationException", `The policy names another resource than the bus ${bus}`);
    return { id: bus, outputs: {} };
  },
};

/** Refuses what refers to a bus that is not there. */
export function requireBus(call: Call, name: string): string {
  if (name !== "default" && call.store.get(call.place, busToken, name) === undefined)
    throw new Refusal("ResourceNotFoundException", `Event bus ${name} does not exist.`);
  return name;
}
