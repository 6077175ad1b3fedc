import { expect } from "chai";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { cloudOf, EMPTY_CLOUD, failureOf, made, runStack } from "../support/program-run";
import { AS_OF, twoAccounts } from "../support/two-accounts";

const plan = decide(twoAccounts(), NO_CHANGES, AS_OF);
const [, nonprod, prod] = plan.stacks;
const NAMES = ["ubuntu", "windows", "default-amazon-linux-2023", "default-ubuntu", "default-windows"];
const names = NAMES.map((name) => `/fleet/baselines/${name}`).join(", ");

/** Central as it was before the last change of two definitions. */
const older = {
  ...EMPTY_CLOUD,
  parameter: (arn: string) => (/\/(windows|default-ubuntu)$/u.test(arn) ? "{}" : cloudOf(plan).parameter(arn)),
};
const refusing = (message: string) => ({
  ...EMPTY_CLOUD,
  parameter: () => {
    throw new Error(message);
  },
});

describe("what central has published", () => {
  it("is asked for by ARN, at home, through the stack's own provider", async () => {
    const result = await runStack(plan, nonprod!);
    const asked = result.invokes.filter(({ token }) => token === "aws:ssm/getParameter:getParameter");
    expect(asked.map(({ args }) => args)).to.deep.equal(
      NAMES.map((name) => ({
        name: `arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/baselines/${name}`,
        region: "eu-west-1",
      })),
    );
    for (const { provider } of asked) expect(provider).to.match(/::aws$/u);
    expect(result.logs).to.deep.equal([]);
  });

  it("differs: a preview warns and goes on", async () => {
    const result = await runStack(plan, prod!, { cloud: older });
    const message =
      "central holds older definitions than the fleet file: /fleet/baselines/windows, /fleet/baselines/default-ubuntu. " +
      "Apply central first: pulumi up --stack security.";
    expect(result.logs).to.deep.equal([{ severity: "warning", message }]);
    expect(made(result).length).to.be.greaterThan(20);
  });

  it("rejects an `up` when it differs, before anything but the provider is registered", async () => {
    const result = await runStack(plan, prod!, { cloud: older, dryRun: false });
    expect(failureOf(result).message).to.match(
      /^central holds older definitions .* Apply central first: pulumi up --stack security\.$/u,
    );
    expect(result.resources.map(({ type }) => type)).to.deep.equal(["pulumi:pulumi:Stack", "pulumi:providers:aws"]);
  });

  for (const [what, words, advice] of [
    [
      "is not there",
      "reading SSM Parameter: couldn't find resource",
      /Apply central first: pulumi up --stack security\. If that is done/u,
    ],
    [
      "is not shared",
      "AccessDeniedException: not authorized to perform: ssm:GetParameter",
      /turn on sharing with the organization in RAM/u,
    ],
    ["cannot be asked", "no valid credential sources found", /Nothing was compared/u],
  ] as const) {
    it(`warns in a preview and rejects an \`up\` when it ${what}, in the cloud's words`, async () => {
      const preview = await runStack(plan, prod!, { cloud: refusing(words) });
      expect(preview.ok).to.equal(true);
      expect(preview.logs).to.have.lengthOf(1);
      expect(preview.logs[0]?.message)
        .to.include(`what central has published cannot be read: ${names} (${words})`)
        .and.match(advice);
      const up = await runStack(plan, prod!, { cloud: refusing(words), dryRun: false });
      expect(failureOf(up).message).to.equal(preview.logs[0]?.message);
      expect(up.resources.map(({ type }) => type)).to.deep.equal(["pulumi:pulumi:Stack", "pulumi:providers:aws"]);
    });
  }

  it("is not asked for by the account that publishes it", async () => {
    const own = decide(twoAccounts({ central: { account: "prod", home: "eu-west-1" } }), NO_CHANGES, AS_OF);
    const result = await runStack(own, own.stacks[0]!, { cloud: EMPTY_CLOUD, dryRun: false });
    expect(result.ok).to.equal(true);
    expect(result.invokes.map(({ token }) => token)).not.to.include("aws:ssm/getParameter:getParameter");
  });
});
