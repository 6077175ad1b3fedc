import { createHash } from "node:crypto";
import { homedir } from "node:os";
import path from "node:path";
import type { Address } from "./address";

/** Where this user's caches are, by the custom of the system. */
export function userCache(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const own = env["XDG_CACHE_HOME"];
  if (own !== undefined && path.isAbsolute(own)) return path.join(own, "fleet-patching");
  if (platform === "darwin") return path.join(homedir(), "Library", "Caches", "fleet-patching");
  if (platform === "win32") return path.join(env["LOCALAPPDATA"] ?? path.join(homedir(), "AppData", "Local"), "fleet-patching");
  return path.join(homedir(), ".cache", "fleet-patching");
}

/** The folder of one bucket and prefix. A prefix may be longer than a file's name can be, so its digest stands for it. */
export function cacheFolder(cache: string, { bucket, prefix }: Address): string {
  return path.join(cache, "s3", bucket, createHash("sha256").update(prefix).digest("hex").slice(0, 16));
}
