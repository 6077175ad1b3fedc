import { isStructure } from "../../api/finding";
import { providerOwn } from "../../api/mapping";
import { arn, text, type Kind } from "../kind";

const retention = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** Where command output goes in CloudWatch Logs. */
export const logGroup: Kind = {
  token: "aws:cloudwatch/logGroup:LogGroup",
  scope: "regional",
  requests: [
    {
      service: "logs",
      operation: "CreateLogGroup",
      mapping: {
        ...providerOwn,
        deletionProtectionEnabled: "deletionProtectionEnabled",
        kmsKeyId: "kmsKeyId",
        logGroupClass: "logGroupClass",
        name: "logGroupName",
        retentionInDays: { local: "sent by PutRetentionPolicy" },
        skipDestroy: { local: "how the provider deletes" },
        tags: { to: "tags", convert: (value) => (isStructure(value) ? value : {}) },
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "logGroupClass", "region"],
  defaults: { skipDestroy: false },
  rules(inputs) {
    const days = inputs["retentionInDays"];
    return typeof days !== "number" || days === 0 || retention.includes(days)
      ? []
      : [{ at: "retentionInDays", reason: `${days} is not among ${retention.join(", ")}` }];
  },
  existsCode: "ResourceAlreadyExistsException",
  computed: ["arn", "deletionProtectionEnabled", "logGroupClass", "namePrefix"],
  create(call) {
    const name = text(call.inputs, "name");
    const outputs = {
      arn: arn(call, "logs", `log-group:${name}`),
      deletionProtectionEnabled: false,
      logGroupClass: call.inputs["logGroupClass"] ?? "STANDARD",
      namePrefix: "",
    };
    return { id: name, outputs };
  },
};
