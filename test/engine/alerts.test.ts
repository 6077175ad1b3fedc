import { expect } from "chai";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { previewFleet } from "../../preview/preview-fleet";
import { debugLog } from "./harness/debug-log";
import { differences } from "./harness/difference";
import { askedOffline, askedOfPulumi } from "./harness/registrations";
import { sound, type Stack } from "./harness/stack";
import { World } from "./harness/world";
import { repository } from "./prepare";

const twoRings = readFileSync(join(repository, "test", "engine", "fixtures", "two-rings.yaml"), "utf8");
const alerts = `notify:
  mail: [platform@example.com]
  webhook: { url: "https://chat.example.com/post", secret: ops, channel: C01 }
securityHub: { findings: true }
`;
const fleet =
  twoRings.replace("database: { ring: second,", "database: { ring: second, notify: { mail: [data@example.com] },") + alerts;
const SECRET = "Bearer of-a-bot";

/** How many resources of each type there are, by the last word of the type. */
function counts(stack: Stack): Record<string, number> {
  const made = stack
    .state()
    .resources.filter(({ custom, type }) => custom && /^aws:(cloudwatch|sns|kms|scheduler|securityhub)/u.test(type));
  const found: Record<string, number> = {};
  for (const { type } of made) {
    const name = type.split(":").at(-1) ?? "";
    found[name] = (found[name] ?? 0) + 1;
  }
  return found;
}

/** The files below a folder in which a text stands. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, "utf8").includes(text));
}

describe("a single account with alerts, under Pulumi's own engine", () => {
  let world: World;
  let stack: Stack;
  before(async () => {
    world = await World.begin(fleet);
    [stack] = world.stacks as [Stack];
  });
  after(() => world.dispose());

  /** The chat's secret as a person sets it. */
  const secret = async () => sound(await stack.run(["config", "set", "--secret", "webhook-ops", SECRET, "--stack", stack.name]));

  it("is asked the same offline as by Pulumi's own engine", async () => {
    await secret();
    const file = join(world.harness.directory, "alerts.calls.json");
    sound(await stack.preview({ environment: { PULUMI_DEBUG_GRPC: file, PULUMI_DEBUG_COMMANDS: "true" } }));
    const [offline] = await previewFleet(world.plan);
    const asked = JSON.stringify(askedOfPulumi(debugLog(file))).replaceAll(SECRET, "in its place");
    expect(offline!.result.logs).to.deep.equal([]);
    const [one, other] = [JSON.parse(JSON.stringify(askedOffline(offline!.result))), JSON.parse(asked)];
    for (const name of Object.keys(other.resources)) expect(one.resources[name], name).to.deep.equal(other.resources[name]);
    expect(one).to.deep.equal(other);
  });

  it("rejects an up without the chat's secret before anything is made, and a preview warns", async () => {
    sound(await stack.run(["config", "rm", "webhook-ops", "--stack", stack.name]));
    const told = "pulumi config set --secret webhook-ops --stack dev";
    const preview = sound(await stack.preview());
    expect(preview.stdout + preview.stderr).to.contain(told);
    const up = await stack.up();
    expect([up.code === 0, (up.stdout + up.stderr).includes(told)]).to.deep.equal([false, true]);
    expect(world.harness.store.all()).to.deep.equal([]);
    await secret();
  });

  it("is made without a warning, changes nothing when applied again, and shows no drift", async () => {
    expect(sound(await stack.up()).stderr).to.equal("");
    expect(counts(stack)).to.deep.equal({
      // The fleet's nine kinds, five of the group's, and four that forward: runs, commands, windows; the log group is not new.
      EventRule: 9 + 5 + 3,
      EventTarget: 9 * 2 + 5 + 3,
      EventBus: 1,
      EventConnection: 1,
      EventApiDestination: 1,
      Topic: 2,
      TopicPolicy: 2,
      TopicSubscription: 2,
      Key: 1,
      Alias: 1,
      Schedule: 2,
      Insight: 2,
      ProductSubscription: 1,
      LogGroup: 1,
    });
    expect(differences(world)).to.deep.equal([]);
    for (const command of ["refresh", "up"] as const)
      expect(sound(await stack[command]({ arguments: ["--expect-no-changes"] })).stderr, command).to.equal("");
  });

  it("keeps the chat's secret out of the backend", () => {
    const backend = join(world.harness.directory, "backend");
    expect(filesWith(backend, "fleet-chat")).to.not.deep.equal([]);
    expect(filesWith(backend, SECRET)).to.deep.equal([]);
  });

  it("follows a change of contacts, a group's first contacts, and a group's last", async () => {
    const changed = fleet
      .replace("platform@example.com", "on-call@example.com")
      .replace(" notify: { mail: [data@example.com] },", "")
      .replace("web: { ring: first,", "web: { ring: first, notify: { mail: [web@example.com] },");
    await world.rewrite(changed);
    sound(await stack.up());
    sound(await stack.up({ arguments: ["--expect-no-changes"] }));
    expect(differences(world)).to.deep.equal([]);
  });

  it("goes once it is unprotected", async () => {
    sound(await stack.run(["state", "unprotect", "--all", "--yes", "--stack", stack.name]));
    sound(await stack.destroy());
    expect(differences(world)).to.deep.equal([]);
    expect(stack.state().resources).to.deep.equal([]);
  });
});
