import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { policyFindings } from "./iam-policy-document";

/** The type of a topic. */
export const topicToken = "aws:sns/topic:Topic";

/** A topic: what is published to it goes to all who subscribed. */
export const topic: Kind = {
  token: topicToken,
  scope: "regional",
  requests: [
    {
      service: "sns",
      operation: "CreateTopic",
      mapping: {
        ...providerOwn,
        displayName: "Attributes.DisplayName",
        fifoTopic: { local: "sent for topics in order only" },
        contentBasedDeduplication: { local: "sent for topics in order only" },
        kmsMasterKeyId: "Attributes.KmsMasterKeyId",
        name: "Name",
        tags: tagList,
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "fifoTopic", "region"],
  defaults: { contentBasedDeduplication: false, fifoTopic: false },
  rules: (inputs) => [
    ...(/^[A-Za-z0-9_-]{1,256}$/u.test(text(inputs, "name"))
      ? []
      : [{ at: "name", reason: `InvalidParameter: Invalid parameter: Topic Name ${text(inputs, "name")}` }]),
    ...(text(inputs, "displayName").length > 100 ? [{ at: "displayName", reason: "has more than 100 characters" }] : []),
  ],
  existsCode: "InvalidParameter",
  computed: ["arn", "namePrefix", "owner", "policy", "signatureVersion", "tracingConfig"],
  create(call) {
    requireKey(call);
    const id = arn(call, "sns", text(call.inputs, "name"));
    const outputs = { arn: id, namePrefix: "", owner: call.place.account, policy: "", signatureVersion: 0, tracingConfig: "" };
    return { id, outputs };
  },
};

function requireKey(call: Call): void {
  const key = text(call.inputs, "kmsMasterKeyId");
  const found = call.store.list(call.place, "aws:kms/key:Key").some(({ outputs }) => outputs["arn"] === key);
  if (key !== "" && !found) throw new Refusal("KMSNotFoundException", `Key ${key} does not exist`);
}

function requireTopic(call: Call, id: string): string {
  if (call.store.get(call.place, topicToken, id) === undefined) throw new Refusal("NotFoundException", "Topic does not exist");
  return id;
}

/** Who may publish to a topic. */
export const topicPolicy: Kind = {
  token: "aws:sns/topicPolicy:TopicPolicy",
  scope: "regional",
  requests: [
    {
      service: "sns",
      operation: "SetTopicAttributes",
      mapping: { ...providerOwn, arn: "TopicArn", policy: "AttributeValue" },
      fixed: { AttributeName: "Policy" },
    },
  ],
  replaceOn: ["arn", "region"],
  rules: (inputs) => policyFindings(inputs["policy"], "policy", "resource"),
  overwrites: () => true,
  computed: ["owner"],
  create(call) {
    const id = requireTopic(call, text(call.inputs, "arn"));
    if (!text(call.inputs, "policy").includes(`"${id}"`))
      throw new Refusal("InvalidParameter", "Invalid parameter: Policy statement resource must be the topic");
    return { id, outputs: { owner: call.place.account } };
  },
};

/** One who gets what is published. A mail address is asked first: until it answers, the subscription is pending. */
export const topicSubscription: Kind = {
  token: "aws:sns/topicSubscription:TopicSubscription",
  scope: "regional",
  requests: [
    {
      service: "sns",
      operation: "Subscribe",
      mapping: {
        ...providerOwn,
        confirmationTimeoutInMinutes: { local: "how long the provider waits" },
        endpoint: "Endpoint",
        endpointAutoConfirms: { local: "how the provider waits" },
        protocol: "Protocol",
        rawMessageDelivery: { local: "sent as an attribute when it is true" },
        topic: "TopicArn",
      },
    },
  ],
  replaceOn: ["endpoint", "protocol", "topic", "region"],
  defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
  rules: (inputs) =>
    inputs["protocol"] !== "email" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text(inputs, "endpoint"))
      ? []
      : [{ at: "endpoint", reason: "InvalidParameter: Invalid parameter: Email address" }],
  existsCode: "InvalidParameter",
  computed: ["arn", "confirmationWasAuthenticated", "filterPolicyScope", "ownerId", "pendingConfirmation"],
  create(call) {
    const of = requireTopic(call, text(call.inputs, "topic"));
    const digits = call.mint(32);
    const id = `${of}:${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
    const outputs = {
      arn: id,
      confirmationWasAuthenticated: false,
      filterPolicyScope: "",
      ownerId: call.place.account,
      pendingConfirmation: true,
    };
    return { id, outputs };
  },
};
