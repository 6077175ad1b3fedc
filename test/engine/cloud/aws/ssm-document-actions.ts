/**
 * The actions that a runbook may use.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html
 */
export const automationActions: readonly string[] = [
  "aws:approve aws:assertAwsResourceProperty aws:branch aws:changeInstanceState aws:copyImage aws:createImage",
  "aws:createStack aws:createTags aws:deleteImage aws:deleteStack aws:executeAutomation aws:executeAwsApi",
  "aws:executeScript aws:executeStateMachine aws:invokeLambdaFunction aws:invokeWebhook aws:loop aws:pause",
  "aws:runCommand aws:runInstances aws:sleep aws:updateVariable aws:waitForAwsResourceProperty",
].flatMap((line) => line.split(" "));

/**
 * The plugins that a Command document may use.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-command-ssm-plugin-reference.html
 */
export const commandPlugins: readonly string[] = [
  "aws:applications aws:cloudWatch aws:configureDocker aws:configurePackage aws:domainJoin aws:downloadContent",
  "aws:psModule aws:refreshAssociation aws:runDockerAction aws:runDocument aws:runPowerShellScript",
  "aws:runShellScript aws:softwareInventory aws:updateAgent aws:updateSsmAgent",
].flatMap((line) => line.split(" "));
