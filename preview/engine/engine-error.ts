/** The engine refuses what the program asked and stops the run; the message is the engine's own. */
export interface EngineError {
  readonly message: string;
  /** The resource it is about, where there is one. */
  readonly urn?: string;
}

/** The error for a second resource with the same URN. */
export function duplicateUrn(urn: string): EngineError {
  return { message: `Duplicate resource URN '${urn}'; try giving it a unique name`, urn };
}

/** The message when a resource, a read or an invoke needs a default provider that the stack has turned off. */
export function defaultProviderDenied(packageName: string, subject: string): string {
  return `Default provider for '${packageName}' disabled. '${subject}' must use an explicit provider.`;
}
