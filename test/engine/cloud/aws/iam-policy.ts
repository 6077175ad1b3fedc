import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { policyFindings } from "./iam-policy-document";
import { requireRole } from "./iam-role";
import { attachmentToken, instanceProfileToken, policyToken, rolePolicyToken } from "./iam-tokens";

/** A managed policy of the account. */
export const policy: Kind = {
  token: policyToken,
  scope: "global",
  requests: [
    {
      service: "iam",
      operation: "CreatePolicy",
      mapping: {
        ...providerOwn,
        delayAfterPolicyCreationInMs: { local: "how long the provider waits" },
        description: "Description",
        name: "PolicyName",
        path: "Path",
        policy: "PolicyDocument",
        tags: tagList,
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "path", "description"],
  defaults: { path: "/" },
  rules: (inputs) => policyFindings(inputs["policy"], "policy", "managed"),
  existsCode: "EntityAlreadyExists",
  computed: ["arn", "attachmentCount", "namePrefix", "policyId"],
  create(call) {
    const id = arn(call, "iam", `policy${text(call.inputs, "path")}${text(call.inputs, "name")}`);
    return { id, outputs: { arn: id, attachmentCount: 0, namePrefix: "", policyId: `ANPA${call.mint(17).toUpperCase()}` } };
  },
  remove(call, item) {
    const bound = call.store.list(call.place, attachmentToken).find((each) => each.inputs["policyArn"] === item.id);
    if (bound !== undefined)
      throw new Refusal("DeleteConflict", `Cannot delete a policy attached to entities: ${text(bound.inputs, "role")}`);
  },
};

/** A policy inside a role. */
export const rolePolicy: Kind = {
  token: rolePolicyToken,
  scope: "global",
  requests: [
    {
      service: "iam",
      operation: "PutRolePolicy",
      mapping: { ...providerOwn, name: "PolicyName", policy: "PolicyDocument", role: "RoleName" },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "role"],
  rules: (inputs) => policyFindings(inputs["policy"], "policy", "inline"),
  overwrites: () => true,
  computed: ["namePrefix"],
  create: (call) => ({ id: `${requireRole(call)}:${text(call.inputs, "name")}`, outputs: { namePrefix: "" } }),
};

/** A managed policy on a role. */
export const rolePolicyAttachment: Kind = {
  token: attachmentToken,
  scope: "global",
  requests: [
    { service: "iam", operation: "AttachRolePolicy", mapping: { ...providerOwn, policyArn: "PolicyArn", role: "RoleName" } },
  ],
  replaceOn: ["policyArn", "role"],
  overwrites: () => true,
  computed: [],
  create(call) {
    const name = requireRole(call);
    const policyArn = text(call.inputs, "policyArn");
    const ofAws = new RegExp(`^arn:${call.partition}:iam::aws:policy/`, "u").test(policyArn);
    if (!ofAws && call.store.get(call.place, policyToken, policyArn) === undefined) {
      throw new Refusal("NoSuchEntity", `Policy ${policyArn} does not exist or is not attachable.`);
    }
    return { id: `${name}/${policyArn}`, outputs: {} };
  },
};

/** What carries a role to an instance. */
export const instanceProfile: Kind = {
  token: instanceProfileToken,
  scope: "global",
  requests: [
    {
      service: "iam",
      operation: "CreateInstanceProfile",
      mapping: {
        ...providerOwn,
        name: "InstanceProfileName",
        path: "Path",
        role: { local: "sent by AddRoleToInstanceProfile" },
        tags: tagList,
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "path"],
  defaults: { path: "/" },
  existsCode: "EntityAlreadyExists",
  computed: ["arn", "createDate", "namePrefix", "uniqueId"],
  create(call) {
    if (call.inputs["role"] !== undefined) requireRole(call);
    const name = text(call.inputs, "name");
    const outputs = {
      arn: arn(call, "iam", `instance-profile${text(call.inputs, "path")}${name}`),
      createDate: "2026-11-20T00:00:00Z",
      namePrefix: "",
      uniqueId: `AIPA${call.mint(17).toUpperCase()}`,
    };
    return { id: name, outputs };
  },
};
