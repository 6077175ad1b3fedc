import type { Policies } from "@pulumi/policy";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { PolicyPack } from "./policy-pack";

/** A pack, or why there is none; `missing` when it isn't there or isn't built. */
export type LoadedPack =
  | { readonly ok: true; readonly pack: PolicyPack }
  | { readonly ok: false; readonly missing: boolean; readonly message: string };

/**
 * Loads a pack's rules into this process.
 *
 * A pack is a package with a built module `policies` that exports the array `policies` and, where it differs from the
 * package's, the pack's `name`. The pack's entry, which starts a server, is not touched.
 *
 * @param specifier the package's name as seen from the folder `from`, or the package's folder
 */
export function loadPack(specifier: string, from: string): LoadedPack {
  const load = createRequire(join(from, "package.json"));
  const manifest = resolved(load, [`${specifier}/package.json`]);
  const policies = resolved(load, [`${specifier}/policies`, `${specifier}/dist/policies.js`]);
  if (manifest === undefined || policies === undefined) {
    return { ok: false, missing: true, message: `there is no built policy pack ${specifier}; build it: npm run build` };
  }
  try {
    return readPack(load(manifest), load(policies));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, missing: false, message: `the policy pack ${specifier} cannot be loaded: ${reason}` };
  }
}

function resolved(load: NodeJS.Require, candidates: readonly string[]): string | undefined {
  for (const candidate of candidates) {
    try {
      return load.resolve(candidate);
    } catch {
      // The next one, or none.
    }
  }
  return undefined;
}

function readPack(manifest: unknown, module: unknown): LoadedPack {
  const policies = property(module, "policies");
  const version = property(manifest, "version");
  const name = property(module, "name") ?? property(manifest, "name");
  if (!isPolicies(policies) || typeof name !== "string" || typeof version !== "string") {
    return {
      ok: false,
      missing: false,
      message: "the policy pack's module exports no array of policies, or it has no name and version",
    };
  }
  return { ok: true, pack: { name, version, policies } };
}

function property(holder: unknown, name: string): unknown {
  return typeof holder === "object" && holder !== null ? new Map(Object.entries(holder)).get(name) : undefined;
}

function isPolicies(value: unknown): value is Policies {
  return Array.isArray(value) && value.every((policy) => typeof property(policy, "name") === "string");
}
