import { expect } from "chai";
import { EvidenceHistory } from "../../../components/aws";
import { trustService } from "../../../components/aws/policy-document";
import { historyMachine } from "../../../components/aws/state-machines/history";
import { previewed, shapes, TAGS } from "../../support/component-run";
import { evidenceReader, HISTORY } from "../../support/every-evidence-component";

const ARGS = { ...evidenceReader({ account: "222222222222", partition: "aws" }, "eu-west-1"), ...HISTORY, tags: TAGS };

async function made() {
  const all = shapes(
    await previewed((opts) => {
      new EvidenceHistory("history", ARGS, opts);
    }),
  );
  return (type: string, name: string) => all.find((shape) => shape.type === type && shape.name === name)!.inputs;
}

describe("EvidenceHistory", () => {
  it("starts the state machine once a day, and again for an hour when it cannot", async () => {
    const named = await made();
    const { target, ...schedule } = named("aws.scheduler.Schedule", "history-schedule");
    expect(schedule).to.deep.include({ scheduleExpression: "cron(0 5 * * ? *)", scheduleExpressionTimezone: "UTC" });
    expect(target).to.deep.include({ input: "{}", retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 20 } });
    const machine = named("aws.sfn.StateMachine", "history-machine");
    expect(JSON.parse(machine["definition"] as string)).to.deep.equal(historyMachine(ARGS));
    expect(machine["loggingConfiguration"]).to.deep.include({ level: "ERROR", includeExecutionData: true });
  });

  it("has a role that may only start it, and one that asks and appends below the history, each for its own service", async () => {
    const named = await made();
    expect(named("aws.iam.Role", "history-job-role")["assumeRolePolicy"]).to.equal(
      trustService("222222222222", "HistoryOfEvidence", "states.amazonaws.com"),
    );
    expect(named("aws.iam.Role", "history-schedule-role")["assumeRolePolicy"]).to.equal(
      trustService("222222222222", "HistoryOfEvidence", "scheduler.amazonaws.com"),
    );
    const statements = (name: string) => JSON.parse(named("aws.iam.RolePolicy", name)["policy"] as string).Statement;
    const machine = "arn:aws:states:eu-west-1:222222222222:stateMachine:fleet-evidence-history";
    expect(statements("history-schedule-policy")).to.deep.equal([
      { Sid: "StartHistory", Effect: "Allow", Action: ["states:StartExecution"], Resource: machine },
    ]);
    const writes: { Action: string[]; Resource: string[] }[] = statements("history-job-policy");
    const bucket = "arn:aws:s3:::fleet-evidence-222222222222-eu-west-1";
    expect(writes.filter(({ Action }) => Action.includes("s3:PutObject")).flatMap(({ Resource }) => Resource)).to.deep.equal([
      `${bucket}/results/*`,
      `${bucket}/history/changes/*`,
      `${bucket}/history/coverage/*`,
    ]);
  });
});
