import type { Properties } from "./value";

/** An alias under which a resource may already exist: a full URN, or the parts that differ. */
export type RecordedAlias = string | AliasParts;

/** The parts of an alias that differ from the resource; absent parts are the same. */
export interface AliasParts {
  readonly name?: string;
  readonly type?: string;
  readonly stack?: string;
  readonly project?: string;
  readonly parent?: string;
  readonly noParent?: true;
}

/** How the engine may treat a resource, as the program asked; what was not asked is absent or an empty list. */
export interface RecordedOptions {
  readonly protect?: boolean;
  readonly deleteBeforeReplace?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deletedWith?: string;
  readonly importId?: string;
  readonly customTimeouts?: { readonly create?: string; readonly update?: string; readonly delete?: string };
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly replaceWith: readonly string[];
  readonly hideDiffs: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
}

/** One resource as the engine received and answered it. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** URN of the parent; null for the stack itself and for default providers. */
  readonly parent: string | null;
  /** Whether a provider creates it; false for components and the stack. */
  readonly custom: boolean;
  /** Whether it was read (`X.get`), not created. */
  readonly read: boolean;
  readonly inputs: Properties;
  /** What the program got back; for components and the stack what they registered as outputs. */
  readonly outputs: Properties;
  /** Absent while unknown, as in every preview, and for components. */
  readonly id?: string;
  /** Reference (`<urn>::<id>`) of the provider that creates it; absent for components and providers. */
  readonly provider?: string;
  /** Provider references that children inherit, by package. */
  readonly providers: Readonly<Record<string, string>>;
  /** Version of the provider plugin that the program's SDK asks for; "" when it doesn't. */
  readonly version: string;
  readonly dependencies: readonly string[];
  /** URNs that each input depends on; inputs without any have an empty list. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly aliases: readonly RecordedAlias[];
  readonly options: RecordedOptions;
}
