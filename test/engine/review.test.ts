import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestOf } from "../../fleet/manifest";
import { objectToken } from "./cloud/aws/s3-tokens";
import { differences } from "./harness/difference";
import { sound, type Stack } from "./harness/stack";
import { World } from "./harness/world";
import { repository } from "./prepare";

const twoRings = readFileSync(join(repository, "test", "engine", "fixtures", "two-rings.yaml"), "utf8");
const VAULT = "  vault: { ring: second, baselines: [eager], review: required, approvers: [ana@example.com], servers: 3 }\n";
const KEY = "2026-01-10-vault";
const OPENSSL = { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" };
const { digest, text } = manifestOf([OPENSSL]);
const BUCKET = "fleet-manifests-111122223333-eu-west-1";

/** The approval of that list, whose window opens so many days from now: the program itself goes by the clock. */
function approval(days: number): string {
  const day = (more: number) => new Date(Date.now() + (days + more) * 86_400_000).toISOString().slice(0, 10);
  return [
    "group: vault",
    "why: OpenSSL",
    `window: { at: ${day(0)}T02:00:00Z, duration: 4 hours, cutoff: 1 hour }`,
    `requested: { by: carla@example.com, at: ${day(-3)}T09:00:00Z }`,
    `approved: { by: [ana@example.com], at: ${day(-2)}T10:00:00Z }`,
    `expires: ${day(2)}T02:00:00Z`,
    `patches: [{ id: ${OPENSSL.id}, title: "${OPENSSL.title}" }]`,
    `digest: ${digest}`,
    "",
  ].join("\n");
}

const named = (stack: Stack) =>
  stack
    .state()
    .resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
    .map(({ urn }) => urn.split("::").at(-1) ?? "");
const approvedNames = [
  `eu-west-1-approval/${KEY}-runbook`,
  `eu-west-1-approval/${KEY}-window`,
  `eu-west-1-approval/${KEY}/vault-task`,
];
const manifestName = `eu-west-1-manifests-${digest}`;

describe("a group under review, under Pulumi's own engine", () => {
  let world: World;
  let stack: Stack;
  before(async () => {
    world = await World.begin(`${twoRings}${VAULT}`);
    stack = world.stacks[0]!;
    sound(await stack.up());
  });
  after(() => world.dispose());

  const object = () =>
    world.harness.store
      .list({ account: "111122223333", region: "eu-west-1" }, objectToken)
      .find(({ id }) => id.startsWith(BUCKET));
  const unchanged = async (command: "up" | "refresh") =>
    sound(await stack.run([command, "--yes", "--skip-preview", "--expect-no-changes", "--stack", stack.name]));

  it("has its bucket before any approval, and neither window nor runbook", () => {
    expect(named(stack)).to.include.members([
      "eu-west-1-manifests-bucket",
      "eu-west-1-manifests-lock",
      "eu-west-1-restart-document",
    ]);
    for (const none of [...approvedNames, manifestName]) expect(named(stack)).not.to.include(none);
  });

  it("gets by an approval its manifest, its runbook and one window, once", async () => {
    const before = named(stack);
    world.change(`approvals/${KEY}.yaml`, approval(7));
    sound(await stack.up());
    expect(named(stack).filter((name) => !before.includes(name))).to.have.members([...approvedNames, manifestName]);
    expect(object()?.inputs).to.deep.include({ key: `manifests/${digest}.yaml`, content: text });
    expect(object()?.outputs).to.deep.include({
      checksumSha256: Buffer.from(digest, "hex").toString("base64"),
      versions: 1,
    });
    for (const command of ["refresh", "up"] as const) await unchanged(command);
    expect(object()?.outputs["versions"]).to.equal(1);
    expect(differences(world)).to.deep.equal([]);
  });

  it("loses window and runbook when the window has ended, and keeps the manifest as it was written", async () => {
    const before = named(stack);
    world.change(`approvals/${KEY}.yaml`, approval(-7));
    sound(await stack.up());
    expect(before.filter((name) => !named(stack).includes(name))).to.have.members(approvedNames);
    expect(named(stack)).to.include(manifestName);
    await unchanged("up");
    expect(object()?.outputs["versions"]).to.equal(1);
  });

  it("rejects to be destroyed while its bucket is protected, and leaves bucket and manifest behind when it is not", async () => {
    const refused = await stack.destroy();
    expect([refused.code, /protected/u.test(refused.stdout + refused.stderr)]).to.deep.equal([1, true]);
    sound(await stack.run(["state", "unprotect", "--all", "--yes", "--stack", stack.name]));
    sound(await stack.destroy());
    expect(stack.state().resources).to.deep.equal([]);
    expect(object()?.outputs["versions"]).to.equal(1);
    const left = world.harness.store.all().map(({ item }) => item.type.split("/")[0]);
    expect(new Set(left)).to.deep.equal(new Set(["aws:s3"]));
  });
});
