import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { cacheDirectory, fillOnce } from "./cache";
import { runTool } from "./tool";

/** Pulumi's command line as the tests run it. */
export interface CommandLine {
  readonly pulumi: string;
  readonly version: string;
  /** True when it came from the user's own installation, with its own language host. */
  readonly official: boolean;
}

/** The version that go.mod pins. */
export const builtVersion = "3.259.0";

const packagePath = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const versionSymbol = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/**
 * Finds Pulumi's command line, or builds it from the pinned Go modules when this machine has none.
 * The first build takes three minutes on two cores; after that this is a look into the cache.
 *
 * @param root the repository
 * @param say gets one line for each step that takes time
 */
export function commandLine(root: string, say: (line: string) => void): CommandLine {
  const installed = onPath("pulumi");
  if (installed !== undefined && onPath("pulumi-language-nodejs") !== undefined) {
    return { pulumi: installed, version: runTool(versionOf(installed)).trim().replace(/^v/, ""), official: true };
  }
  const folder = join(cacheDirectory, `pulumi-${builtVersion}`);
  if (!existsSync(join(folder, "bin", "pulumi"))) build(root, folder, say);
  layHost(join(folder, "bin"));
  return { pulumi: join(folder, "bin", "pulumi"), version: builtVersion, official: false };
}

function build(root: string, folder: string, say: (line: string) => void): void {
  say(`building Pulumi ${builtVersion} from Go modules, once, about three minutes`);
  fillOnce(folder, (draft) => {
    mkdirSync(join(draft, "bin"));
    runTool({
      command: "go",
      arguments: [
        "build",
        "-trimpath",
        "-mod=readonly",
        "-tags",
        "osusergo,grpcnotrace",
        "-ldflags",
        `-w -s -X ${versionSymbol}=v${builtVersion}`,
        "-o",
        join(draft, "bin", "pulumi"),
        packagePath,
      ],
      directory: join(root, "test", "engine", "cli"),
      environment: { CGO_ENABLED: "0" },
      fix: "install Go 1.26 or the official Pulumi command line, so that `go` or `pulumi` is on PATH",
    });
  });
}

const hostScript = `#!${process.execPath}\nrequire(process.env.FLEET_LANGUAGE_HOST);\n`;

/** Beside the binary a language host counts as bundled: Pulumi takes it without a warning. */
function layHost(bin: string): void {
  const host = join(bin, "pulumi-language-nodejs");
  if (existsSync(host) && readFileSync(host, "utf8") === hostScript) return;
  writeFileSync(host, hostScript);
  chmodSync(host, 0o755);
}

function versionOf(pulumi: string): Parameters<typeof runTool>[0] {
  return { command: pulumi, arguments: ["version"], fix: "repair the Pulumi installation on PATH, or take it off PATH" };
}

function onPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "" && !folder.includes("node_modules"));
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
