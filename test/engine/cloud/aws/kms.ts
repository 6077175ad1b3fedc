import { isStructure } from "../../api/finding";
import { providerOwn } from "../../api/mapping";
import { arn, text, uuid, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { policyFindings } from "./iam-policy-document";

const keyToken = "aws:kms/key:Key";

/** A key that encrypts. */
export const key: Kind = {
  token: keyToken,
  scope: "regional",
  requests: [
    {
      service: "kms",
      operation: "CreateKey",
      mapping: {
        ...providerOwn,
        bypassPolicyLockoutSafetyCheck: "BypassPolicyLockoutSafetyCheck",
        customerMasterKeySpec: "KeySpec",
        deletionWindowInDays: { local: "sent by ScheduleKeyDeletion" },
        description: "Description",
        enableKeyRotation: { local: "sent by EnableKeyRotation" },
        isEnabled: { local: "sent by EnableKey" },
        keyUsage: "KeyUsage",
        policy: "Policy",
        tags: {
          to: "Tags",
          convert: (tags) =>
            isStructure(tags) ? Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) : tags,
        },
      },
    },
  ],
  replaceOn: ["customerMasterKeySpec", "keyUsage", "region"],
  defaults: {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  rules(inputs) {
    const days = inputs["deletionWindowInDays"];
    const wait =
      typeof days === "number" && (days < 7 || days > 30) ? [{ at: "deletionWindowInDays", reason: "must be 7 to 30" }] : [];
    return [...wait, ...policyFindings(inputs["policy"], "policy", "resource"), ...lockout(text(inputs, "policy"))];
  },
  computed: ["arn", "keyId", "multiRegion", "rotationPeriodInDays"],
  create(call) {
    const id = uuid(call);
    return { id, outputs: { arn: arn(call, "kms", `key/${id}`), keyId: id, multiRegion: false, rotationPeriodInDays: 365 } };
  },
};

/** AWS refuses a policy by which nobody could change it any more. */
function lockout(policy: string) {
  return policy === "" || policy.includes('"kms:*"') || policy.includes('"kms:PutKeyPolicy"')
    ? []
    : [
        {
          at: "policy",
          reason: "MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy",
        },
      ];
}

/** The name of a key. */
export const alias: Kind = {
  token: "aws:kms/alias:Alias",
  scope: "regional",
  requests: [
    {
      service: "kms",
      operation: "CreateAlias",
      mapping: { ...providerOwn, name: "AliasName", targetKeyId: "TargetKeyId" },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "region"],
  rules(inputs) {
    const name = text(inputs, "name");
    return /^alias\/(?!aws\/)[\w/-]+$/u.test(name) ? [] : [{ at: "name", reason: `InvalidAliasNameException: ${name}` }];
  },
  existsCode: "AlreadyExistsException",
  computed: ["arn", "namePrefix", "targetKeyArn"],
  create(call) {
    const target = text(call.inputs, "targetKeyId");
    const found = call.store.list(call.place, keyToken).find((each) => each.id === target || each.outputs["arn"] === target);
    if (found === undefined) throw new Refusal("NotFoundException", `Key ${target} does not exist`);
    const name = text(call.inputs, "name");
    return { id: name, outputs: { arn: arn(call, "kms", name), namePrefix: "", targetKeyArn: found.outputs["arn"] } };
  },
};
