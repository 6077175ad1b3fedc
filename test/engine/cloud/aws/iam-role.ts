import { isStructure, type Properties } from "../../api/finding";
import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, type Call, type Kind, asUpdate, type ApiRequest } from "../kind";
import { Refusal } from "../refusal";
import { policyFindings } from "./iam-policy-document";
import { attachmentToken, instanceProfileToken, rolePolicyToken, roleToken } from "./iam-tokens";

const creation: ApiRequest = {
  service: "iam",
  operation: "CreateRole",
  mapping: {
    ...providerOwn,
    assumeRolePolicy: "AssumeRolePolicyDocument",
    description: "Description",
    forceDetachPolicies: { local: "how the provider deletes" },
    inlinePolicies: { local: "sent by PutRolePolicy" },
    managedPolicyArns: { local: "sent by AttachRolePolicy" },
    maxSessionDuration: "MaxSessionDuration",
    name: "RoleName",
    path: "Path",
    permissionsBoundary: "PermissionsBoundary",
    tags: tagList,
  },
};

/** A role: who may take it on, and for how long. */
export const role: Kind = {
  token: roleToken,
  scope: "global",
  requests: [creation],
  updates: [asUpdate(creation, "UpdateRole", {}, ["assumeRolePolicy", "path", "permissionsBoundary", "tags"])],
  namedBy: "name",
  replaceOn: ["name", "path"],
  defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  rules: (inputs) => [
    ...policyFindings(inputs["assumeRolePolicy"], "assumeRolePolicy", "trust"),
    ...inlinePolicies(inputs).flatMap((policy, index) =>
      policyFindings(policy["policy"], `inlinePolicies[${index}].policy`, "inline"),
    ),
  ],
  existsCode: "EntityAlreadyExists",
  computed: ["arn", "createDate", "inlinePolicies", "managedPolicyArns", "namePrefix", "uniqueId"],
  create(call) {
    const name = text(call.inputs, "name");
    return {
      id: name,
      outputs: {
        arn: arn(call, "iam", `role${text(call.inputs, "path")}${name}`),
        createDate: "2026-11-20T00:00:00Z",
        namePrefix: "",
        uniqueId: `AROA${call.mint(17).toUpperCase()}`,
      },
    };
  },
  remove(call, item) {
    if (item.inputs["forceDetachPolicies"] === true) return;
    const bound = [rolePolicyToken, attachmentToken, instanceProfileToken]
      .flatMap((token) => call.store.list(call.place, token))
      .find((each) => each.inputs["role"] === item.id);
    if (bound !== undefined)
      throw new Refusal("DeleteConflict", `Cannot delete entity, must detach all policies and profiles first: ${bound.id}`);
  },
};

function inlinePolicies(inputs: Properties): Properties[] {
  return Array.isArray(inputs["inlinePolicies"]) ? inputs["inlinePolicies"].filter(isStructure) : [];
}

/** Refuses what refers to a role that is not there. */
export function requireRole(call: Call): string {
  const name = text(call.inputs, "role");
  if (call.store.get(call.place, roleToken, name) === undefined)
    throw new Refusal("NoSuchEntity", `The role with name ${name} cannot be found.`);
  return name;
}
