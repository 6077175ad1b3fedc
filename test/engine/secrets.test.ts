import { expect } from "chai";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { replaced } from "../support/fleet-text";
import { isStructure } from "./api/finding";
import { appliedWorld, fleetOf } from "./harness/applied";
import { debugLog } from "./harness/debug-log";
import { sound } from "./harness/stack";
import type { World } from "./harness/world";

const onPremises = "    renewed: 2026-11-15\n    onPremises: { linux: 3 }\n    azure:\n";

/** The files below a folder in which a text stands. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, "utf8").includes(text));
}

describe("the code of an activation", () => {
  let world: World;
  let code = "";
  let printed = "";
  let calls = "";
  let events = "";

  before(async () => {
    world = (await appliedWorld("reference")).world.fork();
    await world.rewrite(replaced(fleetOf("reference"), "    renewed: 2026-11-15\n    azure:\n", onPremises));
    calls = join(world.harness.directory, "secrets.calls.json");
    events = join(world.harness.directory, "secrets.events.json");
    const stack = world.stack("azure-linux");
    const environment = { PULUMI_DEBUG_GRPC: calls, PULUMI_DEBUG_COMMANDS: "true" };
    const runs = [
      sound(await stack.preview()),
      sound(await stack.up({ arguments: ["--diff", "--event-log", events], environment })),
      sound(await stack.run(["stack", "output", "--stack", stack.name])),
      sound(await stack.run(["stack", "output", "--json", "--stack", stack.name])),
      sound(await stack.run(["stack", "export", "--stack", stack.name])),
      sound(await stack.refresh({ arguments: ["--diff"] })),
      sound(await stack.preview()),
    ];
    printed = runs.map(({ stdout, stderr }) => stdout + stderr).join("");
    const script = sound(
      await stack.run(["stack", "output", "linuxRegistration", "--show-secrets", "--stack", stack.name]),
    ).stdout;
    code = /activation_code='([^']+)'/u.exec(script)?.[1] ?? "";
  });
  after(() => world.dispose());

  it("is there for whoever asks for secrets", () => {
    expect(code).to.match(/^code[0-9a-f]{16}$/u);
  });

  it("is nowhere in what commands print", () => {
    expect(printed).to.contain("linuxRegistration");
    expect(printed).to.contain("[secret]");
    expect(printed.includes(code)).to.equal(false);
  });

  it("is nowhere in the backend: neither state, nor history, nor backups", () => {
    const backend = join(world.harness.directory, "backend");
    expect(filesWith(backend, "fleet-hybrid-azure-linux")).to.not.deep.equal([]);
    expect(filesWith(backend, code)).to.deep.equal([]);
  });

  it("is in an event log only where the SDK writes its own debugging, which no backend keeps", () => {
    const told = readFileSync(events, "utf8")
      .split("\n")
      .filter((line) => line.includes(code))
      .map((line): unknown => JSON.parse(line))
      .map((event) =>
        isStructure(event) && isStructure(event["diagnosticEvent"]) ? event["diagnosticEvent"]["severity"] : event,
      );
    expect([...new Set(told)]).to.deep.equal(["debug"]);
  });

  it("is in Pulumi's record of calls only where it is made and where it is used", () => {
    const told = debugLog(calls)
      .filter((call) => JSON.stringify(call).includes(code))
      .map(({ method, request: { type, urn } }) => {
        const ofUrn = typeof urn === "string" ? urn.split("::").at(2)?.split("$").at(-1) : undefined;
        return `${method.split("/").at(-1)} ${typeof type === "string" ? type : ofUrn}`;
      });
    const run = "azure-native:compute:VirtualMachineRunCommandByVirtualMachine";
    expect([...new Set(told)].toSorted()).to.deep.equal([
      "Create aws:ssm/activation:Activation",
      "RegisterResource aws:ssm/activation:Activation",
      `RegisterResource ${run}`,
      "RegisterResourceOutputs fleet-patching:aws:HybridActivation",
      "RegisterResourceOutputs pulumi:pulumi:Stack",
    ]);
  });
});
