/** The type of the resource that stands for the stack itself. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

/** The prefix of every provider's type; the package follows it. */
export const PROVIDER_TYPE_PREFIX = "pulumi:providers:";

/**
 * The URN of a resource: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`.
 *
 * Directly under the stack there are no parent types. `parent` is a URN, or "" for the stack itself.
 */
export function urnOf(project: string, stack: string, parent: string, type: string, name: string): string {
  const parentType = parent === "" ? STACK_TYPE : qualifiedTypeOf(parent);
  const qualified = parentType === STACK_TYPE ? type : `${parentType}$${type}`;
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

/** The types of a resource and its parents, outermost first, joined by `$`; "" when the text is no URN. */
export function qualifiedTypeOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}

/** The logical name in a URN; a name may itself hold `::`. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** The package of a type: `aws` for `aws:ssm/patchBaseline:PatchBaseline`. */
export function packageOf(type: string): string {
  return type.split(":")[0] ?? "";
}

/** The URN in a provider reference (`<urn>::<id>`). */
export function providerUrnOf(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}
