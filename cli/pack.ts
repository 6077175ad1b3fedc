import path from "node:path";
import type { PolicyPack } from "../preview/pack/policy-pack";

/** The project's own folder: this file is built to dist/cli. The pack lies in it, in a clone and in the installed package. */
const PROJECT = path.resolve(__dirname, "..", "..");

/** The policy pack of the project, or why there is none. Its rules judge every preview where it is there. */
export async function loadProjectPack(): Promise<
  { readonly pack: PolicyPack } | { readonly missing: boolean; readonly message: string }
> {
  const { loadPack } = await import("../preview/pack/load-pack.js");
  const loaded = loadPack(path.join(PROJECT, "policy"), PROJECT);
  return loaded.ok ? { pack: loaded.pack } : { missing: loaded.missing, message: loaded.message };
}
