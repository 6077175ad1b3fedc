import { parameterArn } from "../../fleet/partition";
import type { RecordedResource } from "../engine/recorded-resource";
import { providerUrnOf } from "../engine/urn";
import { type Properties, type Value, isSecret } from "../engine/value";
import { placeOf, reveal, textOf } from "./place";

const PARAMETER = "aws:ssm/parameter:Parameter";

/** An SSM parameter that a stack publishes. */
interface Published {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly region: string;
  readonly value: Value;
}

/** The SSM parameters of the stacks that were previewed so far, as the next ones can read them. */
export class Parameters {
  readonly #published = new Map<string, Published>();

  /** Adds the parameters among a stack's resources. One whose name, account or region is unknown cannot be read by anyone. */
  publish(resources: readonly RecordedResource[]): void {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    for (const { type, read, inputs, provider } of resources) {
      if (type === PARAMETER && !read) {
        const place = placeOf(provider === undefined ? undefined : byUrn.get(providerUrnOf(provider)), inputs);
        const name = textOf(inputs["name"]);
        const value = inputs["insecureValue"] ?? inputs["value"];
        if (place.account !== undefined && place.region !== undefined && name !== undefined && value !== undefined) {
          const arn = arnOf(place.account, place.region, name);
          this.#published.set(arn, { arn, name, type: textOf(inputs["type"]) ?? "String", region: place.region, value });
        }
      }
    }
  }

  /**
   * Reads a parameter by its full ARN, or by name in the caller's own account and region.
   *
   * Only a SecureString's value is secret here. The real provider gives every value of a function back in plain, and one
   * secret among them would make all that a program derives from the answer secret.
   */
  read(args: Properties, provider: RecordedResource | undefined): Properties {
    const name = textOf(args["name"]) ?? "";
    const { account, region } = placeOf(provider, args);
    const arn = name.startsWith("arn:") ? name : arnOf(account ?? "", region ?? "", name);
    const found = this.#published.get(arn);
    if (found === undefined) {
      throw new Error(`no stack previewed so far publishes ${arn}`);
    }
    const plain = reveal(found.value);
    return {
      arn,
      id: name,
      name,
      region: found.region,
      type: found.type,
      version: 1,
      withDecryption: args["withDecryption"] ?? true,
      insecureValue: found.type === "SecureString" ? "" : plain,
      value: found.type === "SecureString" ? (isSecret(found.value) ? found.value : { $secret: plain }) : plain,
    };
  }
}

// A name without a leading slash gets one in the ARN; @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
function arnOf(account: string, region: string, name: string): string {
  return parameterArn({ account, region }, name.startsWith("/") ? name : `/${name}`);
}
