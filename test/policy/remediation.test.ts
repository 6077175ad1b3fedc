import { expect } from "chai";
import log from "fleet-patching-policy/rules/evidence/output-log-is-retained";
import tags from "fleet-patching-policy/rules/tagging/patch-resources-are-tagged";
import { changed, resourcesOf, UNKNOWN_TEXT, type Change } from "./support/fixture";
import { guarded } from "./support/programs";
import { remediateThroughSdk } from "./support/sdk";
import { NOW } from "./support/test-rule";

const settings = { tags: { ManagedBy: "fleet-patching", Owner: "platform" } };
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "s3cret" };
const UNKNOWN = UNKNOWN_TEXT;

async function tagged(changes: readonly Change[], given: object = settings): Promise<Record<string, unknown> | undefined> {
  const [window] = resourcesOf(changed({ window: guarded["window"]! }, changes), "x", "update");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- properties come back as the engine gets them
  return (await remediateThroughSdk(tags, window!, given, NOW)) as Record<string, unknown> | undefined;
}

describe("a remediation", () => {
  it("adds tags where there are none", async () => expect((await tagged([]))?.["tags"]).to.deep.equal(settings.tags));

  it("adds only what is missing, and leaves all other properties as they are", async () => {
    const remediated = await tagged([["window.props.tags", { Owner: "web", Name: "a" }]]);
    expect(remediated).to.deep.equal({
      ...guarded["window"]!.props,
      id: "id-of-window",
      arn: "arn:aws:made-up:eu-west-1:444444444444:thing/window",
      tags: { Owner: "web", Name: "a", ManagedBy: "fleet-patching" },
    });
  });

  it("keeps secrets secret, beside what it adds and elsewhere", async () => {
    const remediated = await tagged([
      ["window.props.tags", { Token: SECRET }],
      ["window.props.description", SECRET],
    ]);
    expect(remediated?.["tags"]).to.deep.equal({ Token: SECRET, ...settings.tags });
    expect(remediated?.["description"]).to.deep.equal(SECRET);
  });

  it("keeps tags secret that are secret as a whole", async () => {
    const whole = { ...SECRET, value: { Token: "s3cret" } };
    expect((await tagged([["window.props.tags", whole]]))?.["tags"]).to.deep.equal({
      ...whole,
      value: { Token: "s3cret", ...settings.tags },
    });
  });

  it("keeps what is not known yet", async () => {
    expect(
      (
        await tagged([
          ["window.props.description", UNKNOWN],
          ["window.props.tags", { Name: UNKNOWN }],
        ])
      )?.["description"],
    ).to.equal(UNKNOWN);
  });

  it("changes nothing where nothing is wrong", async () =>
    expect(await tagged([["window.props.tags", settings.tags]])).to.equal(undefined));
  it("changes nothing by a configuration that is wrong", async () => expect(await tagged([], { tags: 3 })).to.equal(undefined));

  it("sets how long a log is kept, to the next period that CloudWatch knows", async () => {
    // @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html from a month on
    const periods = [30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
    const [group] = resourcesOf(
      { log: { type: "aws:cloudwatch/logGroup:LogGroup", props: { name: "/fleet/commands" } } },
      "x",
      "update",
    );
    for (const least of [1, ...periods, ...periods.map((days) => days + 1)].filter((days) => days <= 3653)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other keeps a failure readable
      const remediated = await remediateThroughSdk(log, group!, { least }, NOW);
      expect(remediated, String(least)).to.deep.include({ retentionInDays: periods.find((days) => days >= least) });
    }
    expect(await remediateThroughSdk(log, group!, {}, NOW)).to.deep.include({ retentionInDays: 365 });
  });

  it("never shortens or lengthens a time that somebody set", async () => {
    const [group] = resourcesOf(
      { log: { type: "aws:cloudwatch/logGroup:LogGroup", props: { name: "/fleet/commands", retentionInDays: 30 } } },
      "x",
      "update",
    );
    expect(await remediateThroughSdk(log, group!, {}, NOW)).to.equal(undefined);
  });
});
