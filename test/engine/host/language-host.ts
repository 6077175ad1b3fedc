import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as language from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { keepCompiled, quickArguments } from "./compiled-once";
import { programArguments, programEnvironment } from "./program";
import { endWithParent } from "./with-parent";

// The part of Pulumi that starts a Node program or a policy pack for the engine, for machines where the command line's own
// one cannot be had. Contract of a plugin: the last plain argument is the engine's address; the first line printed is the port.

const engine = process.argv.slice(2).findLast((argument) => !argument.startsWith("-")) ?? "";

/** The program's exit code when it has reported its error to the engine already. */
const reported = 32;

function run(
  call: grpc.ServerUnaryCall<language.RunRequest, language.RunResponse>,
  done: grpc.sendUnaryData<language.RunResponse>,
) {
  const request = call.request;
  const child = spawn(process.execPath, programArguments(request, engine), {
    cwd: request.getPwd(),
    env: programEnvironment(request),
    stdio: ["ignore", "inherit", "inherit"],
  });
  call.on("cancelled", () => child.kill());
  child.on("close", (code) => {
    const response = new language.RunResponse();
    if (code === reported) response.setBail(true);
    else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
    done(null, response);
  });
}

function runPlugin(call: grpc.ServerWritableStream<language.RunPluginRequest, language.RunPluginResponse>) {
  const child = policyPack(call.request);
  const send = (fill: (response: language.RunPluginResponse) => void) => {
    const response = new language.RunPluginResponse();
    fill(response);
    call.write(response);
  };
  child.stdout?.on("data", (text: Buffer) => send((response) => response.setStdout(text)));
  child.stderr?.on("data", (text: Buffer) => send((response) => response.setStderr(text)));
  child.on("close", (code) => {
    send((response) => response.setExitcode(code ?? 1));
    call.end();
  });
  call.on("cancelled", () => child.kill());
}

function policyPack(request: language.RunPluginRequest): ChildProcess {
  const directory = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
  const entry = createRequire(join(directory, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const pairs = request.getEnvList().map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return spawn(process.execPath, [...quickArguments(), entry, ...request.getArgsList(), directory], {
    cwd: directory,
    env: { ...process.env, ...Object.fromEntries(pairs) },
  });
}

function answer<T>(make: () => T) {
  return (_call: unknown, done: grpc.sendUnaryData<T>) => done(null, make());
}

function pluginInfo(): PluginInfo {
  const info = new PluginInfo();
  info.setVersion("0.0.1");
  return info;
}

endWithParent();
const server = new grpc.Server({ "grpc.max_receive_message_length": 400 << 20 });
server.addService(LanguageRuntimeService, {
  run,
  runPlugin,
  getPluginInfo: answer(pluginInfo),
  getRequiredPlugins: answer(() => new language.GetRequiredPluginsResponse()),
  getRequiredPackages: answer(() => new language.GetRequiredPackagesResponse()),
  getProgramDependencies: answer(() => new language.GetProgramDependenciesResponse()),
  runtimeOptionsPrompts: answer(() => new language.RuntimeOptionsResponse()),
  about: answer(() => new language.AboutResponse()),
  cancel: answer(() => new Empty()),
  installDependencies: (call: grpc.ServerWritableStream<unknown, unknown>) => call.end(),
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(String(port));
  keepCompiled();
});
