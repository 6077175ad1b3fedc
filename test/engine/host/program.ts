import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { createRequire } from "node:module";
import { join } from "node:path";
import { quickArguments } from "./compiled-once";

/** The command line of Pulumi's Node runner for one run of a program. */
export function programArguments(request: RunRequest, engine: string): string[] {
  const info = request.getInfo();
  const directory = info?.getProgramDirectory() ?? request.getPwd();
  const runner = createRequire(join(directory, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  const nodeArguments = options(request)["nodeargs"];
  return [
    ...quickArguments(),
    ...(typeof nodeArguments === "string" ? nodeArguments.split(" ").filter((argument) => argument !== "") : []),
    runner,
    "--monitor",
    request.getMonitorAddress(),
    "--engine",
    engine,
    "--organization",
    request.getOrganization(),
    "--project",
    request.getProject(),
    "--root-directory",
    info?.getRootDirectory() ?? directory,
    "--stack",
    request.getStack(),
    "--pwd",
    request.getPwd(),
    "--parallel",
    String(request.getParallel()),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    join(directory, info?.getEntryPoint() ?? "."),
    ...request.getArgsList(),
  ];
}

/** The environment of that run: configuration as the runner expects it, and TypeScript unless the project turned it off. */
export function programEnvironment(request: RunRequest): NodeJS.ProcessEnv {
  const configuration: Record<string, string> = {};
  request.getConfigMap().forEach((value: string, key: string) => {
    configuration[key] = value;
  });
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(configuration),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    ...(options(request)["typescript"] === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
  };
}

function options(request: RunRequest): Record<string, unknown> {
  return request.getInfo()?.getOptions()?.toJavaScript() ?? {};
}
