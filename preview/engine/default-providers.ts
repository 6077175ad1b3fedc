import { packageOf, PROVIDER_TYPE_PREFIX } from "./urn";
import type { Properties } from "./value";

const SETTING = "pulumi:disable-default-providers";

/**
 * Whether a stack's configuration turns off the default provider of a package.
 *
 * `pulumi:disable-default-providers` is a list in JSON of package names, `"*"` for all. The package `pulumi` is always allowed.
 */
export function deniesDefaultProvider(config: Readonly<Record<string, string>>, packageName: string): boolean {
  const setting = config[SETTING] ?? "";
  if (packageName === "pulumi" || setting === "") {
    return false;
  }
  const denied: unknown = JSON.parse(setting);
  return Array.isArray(denied) && denied.some((name) => typeof name === "string" && ["*", packageName].includes(name.trim()));
}

/** The default provider that the engine makes up for a package when a program names none. */
export function defaultProviderFor(
  config: Readonly<Record<string, string>>,
  type: string,
  version: string,
): { readonly type: string; readonly name: string; readonly inputs: Properties } {
  const packageName = packageOf(type);
  const prefix = `${packageName}:`;
  const own = Object.entries(config).filter(([key]) => key.startsWith(prefix));
  const inputs: Properties = Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]));
  return {
    type: `${PROVIDER_TYPE_PREFIX}${packageName}`,
    name: version === "" ? "default" : `default_${version.replace(/[.+-]/g, "_")}`,
    inputs: version === "" ? inputs : { ...inputs, version },
  };
}
