/** Tokens of IAM's types that refer to one another. */
export const roleToken = "aws:iam/role:Role";
export const policyToken = "aws:iam/policy:Policy";
export const rolePolicyToken = "aws:iam/rolePolicy:RolePolicy";
export const attachmentToken = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
export const instanceProfileToken = "aws:iam/instanceProfile:InstanceProfile";
