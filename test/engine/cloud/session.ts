import type { Properties } from "../api/finding";
import type { Kind, Lookup } from "./kind";

/** One configured provider: whose account it works in, and what it adds to every resource. */
export interface Session {
  readonly account: string;
  /** The region of resources that name none. */
  readonly region: string;
  readonly partition: string;
  /** Tags for everything that can have them; undefined where the provider does not merge tags. */
  readonly defaultTags?: Properties;
}

/** A cloud as its provider shows it: the types it has, what can be asked of it, and how it takes on credentials. */
export interface Cloud {
  /** The package's name, e.g. aws. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly lookups: readonly Lookup[];
  /** The file that a new type or function is added to, for the message that says so. */
  readonly extendIn: string;
  /** Takes on credentials from configuration and environment, or throws a Refusal. */
  readonly signIn: (configuration: Properties, environment: NodeJS.ProcessEnv) => Session;
}
