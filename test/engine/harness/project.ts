import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { repository } from "../prepare";

/**
 * A project folder as a user has it after a clone, without writing into the tree: everything is linked, what Pulumi writes to
 * (Pulumi.yaml, the stacks' configuration) is copied.
 *
 * @param source the folder with Pulumi.yaml
 * @param view the folder to make
 */
export function viewProject(source: string, view: string): void {
  mkdirSync(view, { recursive: true });
  const copied = configDirectory(source).split("/")[0];
  for (const entry of readdirSync(source)) {
    const from = join(source, entry);
    const to = join(view, entry);
    if (/^Pulumi\..*ya?ml$/u.test(entry)) copyFileSync(from, to);
    else if (entry === copied) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to);
  }
  for (const shared of ["node_modules", "dist"]) {
    if (!existsSync(join(view, shared))) symlinkSync(join(repository, shared), join(view, shared));
  }
}

/** The file in which a stack of a project keeps its configuration. */
export function configFile(project: string, stack: string): string {
  return join(project, configDirectory(project), `Pulumi.${stack}.yaml`);
}

function configDirectory(project: string): string {
  const { stackConfigDir }: { stackConfigDir?: string } = parse(readFileSync(join(project, "Pulumi.yaml"), "utf8"));
  return stackConfigDir ?? "";
}
