import * as pulumi from "@pulumi/pulumi";
import { readSecret } from "./settings";

/** What stands in for a secret that a preview does not have. */
const UNSET = "not set";

/** The secret of a chat: a preview warns where it is missing, an `up` refuses before anything is made. */
export function chatSecret(key: string): pulumi.Output<string> {
  const secret = readSecret(key);
  if (secret) return secret;
  const message = `the secret ${key} is not set, and the chat asks for it: pulumi config set --secret ${key} --stack ${pulumi.getStack()}`;
  if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(message);
  void pulumi.log.warn(message);
  return pulumi.secret(UNSET);
}
