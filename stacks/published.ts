import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { Home } from "../fleet/partition";
import type { PublishedPlan } from "../fleet/plan/central";

/** A definition that central does not hold as the fleet file has it; `why` where it cannot even be read. */
interface Difference {
  readonly name: string;
  readonly why?: string;
}

async function differs(definition: PublishedPlan, home: Home, provider: pulumi.ProviderResource): Promise<Difference[]> {
  const { name } = definition;
  try {
    const found = await ssm.getParameter({ name: definition.arn, region: home.region }, { provider });
    return found.insecureValue === definition.value ? [] : [{ name }];
  } catch (error) {
    const [why = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return [{ name, why: why.replace(/^invocation of \S+ returned an error: /u, "") }];
  }
}

/** The words with which AWS refuses what is not there, or not shared with the account that asks. */
const NOT_SHARED = /AccessDenied|not authorized|couldn't find|NotFound|empty result/u;

function advice(why: string, central: string): string {
  const command = `Apply central first: pulumi up --stack ${central}`;
  if (why === "") return command;
  return NOT_SHARED.test(why)
    ? `${command}. If that is done, turn on sharing with the organization in RAM`
    : "Nothing was compared";
}

/** What is wrong in one sentence, and what to do: the reasons are alike, so one stands for all. */
function messageOf(different: readonly Difference[], central: string): string {
  const unreadable = different.filter(({ why }) => why !== undefined);
  const [first] = unreadable;
  const names = (first === undefined ? different : unreadable).map(({ name }) => name).join(", ");
  if (first?.why === undefined) return `central holds older definitions than the fleet file: ${names}. ${advice("", central)}.`;
  return `what central has published cannot be read: ${names} (${first.why}). ${advice(first.why, central)}.`;
}

/**
 * Compares what central has published with what this account is about to build: a preview warns, an `up` refuses before
 * anything is made. So no account ever holds a baseline that central does not publish.
 */
export async function requirePublished(
  definitions: readonly PublishedPlan[],
  home: Home,
  central: string,
  provider: pulumi.ProviderResource,
): Promise<void> {
  const found = await Promise.all(definitions.map((definition) => differs(definition, home, provider)));
  const different = found.flat();
  if (different.length === 0) return;
  const message = messageOf(different, central);
  if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(message);
  await pulumi.log.warn(message);
}
