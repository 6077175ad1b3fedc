import { isStructure } from "../../api/finding";
import { providerOwn, type Rule } from "../../api/mapping";
import { arn, text, uuid, type Call, type Kind, asUpdate, type ApiRequest } from "../kind";
import { Refusal } from "../refusal";
import { accountsOf, organization } from "./organization";
import { parameterByArn } from "./parameter-arn";
import { principalAssociationToken, resourceAssociationToken, resourceShareToken } from "./ram-tokens";

// RAM spells the members of a tag in lower case.
const tags: Rule = {
  to: "tags",
  convert: (value) => (isStructure(value) ? Object.entries(value).map(([key, each]) => ({ key, value: each })) : value),
};

const creation: ApiRequest = {
  service: "ram",
  operation: "CreateResourceShare",
  mapping: {
    ...providerOwn,
    allowExternalPrincipals: "allowExternalPrincipals",
    name: "name",
    permissionArns: "permissionArns",
    resourceShareConfiguration: {
      to: "resourceShareConfiguration",
      fields: { retainSharingOnAccountLeaveOrganization: "retainSharingOnAccountLeaveOrganization" },
    },
    tags,
  },
};

/** A share: a name under which resources and principals meet. */
export const resourceShare: Kind = {
  token: resourceShareToken,
  scope: "regional",
  requests: [creation],
  updates: [
    asUpdate(creation, "UpdateResourceShare", { resourceShareArn: "arn:aws:ram:eu-west-1:111122223333:resource-share/1" }, [
      "permissionArns",
      "resourceShareConfiguration",
      "tags",
    ]),
  ],
  namedBy: "name",
  replaceOn: ["permissionArns", "region"],
  defaults: { allowExternalPrincipals: false },
  computed: ["arn", "permissionArns", "resourceShareConfiguration"],
  create(call) {
    const id = arn(call, "ram", `resource-share/${uuid(call)}`);
    return { id, outputs: { arn: id, permissionArns: call.inputs["permissionArns"] ?? [], resourceShareConfiguration: {} } };
  },
  remove(call, item) {
    for (const token of [resourceAssociationToken, principalAssociationToken]) {
      for (const part of call.store.list(call.place, token)) {
        if (part.inputs["resourceShareArn"] === item.id) call.store.remove(call.place, token, part.id);
      }
    }
  },
};

/** One resource in a share. Of Systems Manager only advanced-tier parameters can be in one. */
export const resourceAssociation: Kind = {
  token: resourceAssociationToken,
  scope: "regional",
  requests: [
    {
      service: "ram",
      operation: "AssociateResourceShare",
      mapping: {
        ...providerOwn,
        resourceArn: { to: "resourceArns", convert: (value) => [value] },
        resourceShareArn: "resourceShareArn",
      },
    },
  ],
  replaceOn: ["resourceArn", "resourceShareArn", "region"],
  computed: [],
  existsCode: "InvalidParameterException",
  create(call) {
    const share = requireShare(call);
    const resource = text(call.inputs, "resourceArn");
    const found = parameterByArn(call, resource);
    if (/:ssm:/u.test(resource) && !/:parameter\//u.test(resource))
      throw new Refusal("MalformedArnException", `The resource type of ${resource} cannot be shared`);
    if (/:parameter\//u.test(resource)) {
      if (found === undefined) throw new Refusal("UnknownResourceException", `ResourceArn ${resource} could not be found.`);
      if (found.outputs["tier"] !== "Advanced")
        throw new Refusal(
          "InvalidParameterException",
          `${resource} is a standard-tier parameter; only advanced ones can be shared`,
        );
    }
    return { id: `${share},${resource}`, outputs: {} };
  },
};

/** Who sees a share: an account, an organizational unit, the organization. */
export const principalAssociation: Kind = {
  token: principalAssociationToken,
  scope: "regional",
  requests: [
    {
      service: "ram",
      operation: "AssociateResourceShare",
      mapping: {
        ...providerOwn,
        principal: { to: "principals", convert: (value) => [value] },
        resourceShareArn: "resourceShareArn",
      },
    },
  ],
  replaceOn: ["principal", "resourceShareArn", "region"],
  computed: [],
  existsCode: "InvalidParameterException",
  create(call) {
    const share = requireShare(call);
    const principal = text(call.inputs, "principal");
    const external = call.store.get(call.place, resourceShareToken, share)?.inputs["allowExternalPrincipals"] === true;
    if (!organization(call.store).sharing && principal.includes(":organizations:")) {
      throw new Refusal(
        "OperationNotPermittedException",
        "The resource you are attempting to share can only be shared within your AWS Organization: enable sharing with AWS Organizations",
      );
    }
    if (accountsOf(call.store, principal).length === 0 && !external) {
      throw new Refusal(
        "UnknownResourceException",
        `Principal ${principal} is not in your organization, and this share allows no external principals`,
      );
    }
    return { id: `${share},${principal}`, outputs: {} };
  },
};

function requireShare(call: Call): string {
  const share = text(call.inputs, "resourceShareArn");
  if (call.store.get(call.place, resourceShareToken, share) === undefined)
    throw new Refusal("UnknownResourceException", `ResourceShare ${share} could not be found.`);
  return share;
}
