/** Tokens of Systems Manager's types that refer to one another. */
export const patchBaselineToken = "aws:ssm/patchBaseline:PatchBaseline";
export const patchGroupToken = "aws:ssm/patchGroup:PatchGroup";
export const defaultBaselineToken = "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline";
export const windowToken = "aws:ssm/maintenanceWindow:MaintenanceWindow";
export const windowTargetToken = "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget";
export const windowTaskToken = "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask";
export const documentToken = "aws:ssm/document:Document";
export const parameterToken = "aws:ssm/parameter:Parameter";
