/**
 * AWS's documents that patch through a baseline and are told by a parameter whether to scan or to install.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-ssm-documents.html
 */
export const BASELINE_DOCUMENTS: readonly string[] = [
  "AWS-RunPatchBaseline",
  "AWS-RunPatchBaselineWithHooks",
  "AWS-RunPatchBaselineAssociation",
  "AWS-ApplyPatchBaseline",
];

/** Documents that always install, or install when told so, past the baselines or past every order. */
export const INSTALLING_DOCUMENTS: readonly string[] = [
  "AWS-InstallWindowsUpdates",
  "AWS-InstallMissingWindowsUpdates",
  "AWS-InstallSpecificWindowsUpdates",
  "AWS-PatchInstanceWithRollback",
  "AWS-PatchAsgInstance",
];

/** Documents that restart or stop a server, whatever waits on it. */
export const RESTARTING_DOCUMENTS: readonly string[] = [
  "AWS-RestartEC2Instance",
  "AWS-RestartEC2InstanceWithApproval",
  "AWS-StopEC2Instance",
  "AWS-StopEC2InstanceWithApproval",
];

/** Documents that AWS keeps for old users only. They are not to be used, whatever they are told to do. */
export const LEGACY_DOCUMENTS: readonly string[] = [
  "AWS-ApplyPatchBaseline",
  "AWS-FindWindowsUpdates",
  "AWS-InstallMissingWindowsUpdates",
  "AWS-InstallSpecificWindowsUpdates",
  "AWS-InstallWindowsUpdates",
];

/** Documents whose commands are the caller's own. */
export const SHELL_DOCUMENTS: readonly string[] = ["AWS-RunShellScript", "AWS-RunPowerShellScript", "AWS-RunRemoteScript"];

/** The one document that patches as this pack wants it. */
export const PATCH_DOCUMENT = "AWS-RunPatchBaseline";

/** A document's plain name: AWS's own may be written as an ARN with an empty account, `arn:aws:ssm:eu-west-1::document/NAME`. */
export function documentName(reference: string): string {
  const arn = /^arn:[^:]*:ssm:[^:]*:[^:]*:(?:document|automation-definition)\/(.+)$/.exec(reference);
  return (arn?.[1] ?? reference).replace(/:(?:\$DEFAULT|\$LATEST|\d+)$/, "");
}

/**
 * Whether a document belongs to AWS: nobody else can make one whose name begins so.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html Name
 */
export function isAwsOwned(name: string): boolean {
  return /^(?:aws|amazon|amzn)/i.test(name);
}
