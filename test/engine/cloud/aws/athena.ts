import { isStructure } from "../../api/finding";
import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, uuid, type Kind } from "../kind";
import { Refusal } from "../refusal";

const workgroupToken = "aws:athena/workgroup:Workgroup";
const queryToken = "aws:athena/namedQuery:NamedQuery";

/** Where queries run, and what they may cost. */
export const workgroup: Kind = {
  token: workgroupToken,
  scope: "regional",
  requests: [
    {
      service: "athena",
      operation: "CreateWorkGroup",
      mapping: {
        ...providerOwn,
        configuration: {
          to: "Configuration",
          fields: {
            bytesScannedCutoffPerQuery: "BytesScannedCutoffPerQuery",
            enforceWorkgroupConfiguration: "EnforceWorkGroupConfiguration",
            engineVersion: { to: "EngineVersion", fields: { selectedEngineVersion: "SelectedEngineVersion" } },
            publishCloudwatchMetricsEnabled: "PublishCloudWatchMetricsEnabled",
            resultConfiguration: {
              to: "ResultConfiguration",
              fields: {
                encryptionConfiguration: {
                  to: "EncryptionConfiguration",
                  fields: { encryptionOption: "EncryptionOption", kmsKeyArn: "KmsKey" },
                },
                expectedBucketOwner: "ExpectedBucketOwner",
                outputLocation: "OutputLocation",
              },
            },
          },
        },
        description: "Description",
        forceDestroy: { local: "how the provider deletes" },
        name: "Name",
        state: { local: "sent by UpdateWorkGroup" },
        tags: tagList,
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "region"],
  defaults: { forceDestroy: false, state: "ENABLED" },
  rules(inputs) {
    const { configuration } = inputs;
    const bytes = isStructure(configuration) ? configuration["bytesScannedCutoffPerQuery"] : undefined;
    return typeof bytes === "number" && bytes < 10_000_000
      ? [{ at: "configuration", reason: "BytesScannedCutoffPerQuery must be 10485760 or more" }]
      : [];
  },
  existsCode: "InvalidRequestException",
  computed: ["arn"],
  create(call) {
    const name = text(call.inputs, "name");
    return { id: name, outputs: { arn: arn(call, "athena", `workgroup/${name}`) } };
  },
  remove(call, item) {
    const held = call.store.list(call.place, queryToken).find(({ inputs }) => inputs["workgroup"] === item.id);
    if (held !== undefined && item.inputs["forceDestroy"] !== true)
      throw new Refusal("InvalidRequestException", `WorkGroup ${item.id} is not empty`);
  },
};

/** A question by its name. */
export const namedQuery: Kind = {
  token: queryToken,
  scope: "regional",
  requests: [
    {
      service: "athena",
      operation: "CreateNamedQuery",
      mapping: {
        ...providerOwn,
        database: "Database",
        description: "Description",
        name: "Name",
        query: "QueryString",
        workgroup: "WorkGroup",
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "database", "description", "query", "workgroup", "region"],
  computed: [],
  create(call) {
    const name = text(call.inputs, "workgroup");
    if (name !== "" && name !== "primary" && call.store.get(call.place, workgroupToken, name) === undefined)
      throw new Refusal("InvalidRequestException", `WorkGroup ${name} is not found`);
    return { id: uuid(call), outputs: {} };
  },
};
