import { expect } from "chai";
import { RingEvaluator } from "../../../components/aws";
import { trustService } from "../../../components/aws/policy-document";
import { evaluatorMachine } from "../../../components/aws/state-machines/evaluator";
import { previewed, shapes, TAGS } from "../../support/component-run";
import { EVALUATOR } from "../../support/every-evidence-component";

async function made(given: Partial<ConstructorParameters<typeof RingEvaluator>[1]> = {}) {
  const all = shapes(
    await previewed((opts) => {
      new RingEvaluator("evaluator-prod", { ...EVALUATOR, ...given, tags: TAGS }, opts);
    }),
  );
  return (type: string, name: string) => all.find((shape) => shape.type === type && shape.name === name)!.inputs;
}
type Made = Awaited<ReturnType<typeof made>>;
const statements = (named: Made, name: string): { Sid: string; Action: string[]; Resource: unknown }[] =>
  JSON.parse(named("aws.iam.RolePolicy", name)["policy"] as string).Statement;

describe("RingEvaluator", () => {
  it("is started ahead of each window, in the window's zone, and not an hour later any more", async () => {
    const named = await made();
    const { target, ...schedule } = named("aws.scheduler.Schedule", "evaluator-prod-prod");
    expect(schedule).to.deep.include({
      name: "fleet-evaluator-prod",
      scheduleExpression: "cron(0 0,1 ? * SUN *)",
      scheduleExpressionTimezone: "Europe/Paris",
    });
    expect(target).to.deep.include({ input: "{}", retryPolicy: { maximumEventAgeInSeconds: 1800, maximumRetryAttempts: 20 } });
  });

  it("is the state machine that tests prove, with its errors logged for 400 days", async () => {
    const named = await made();
    const machine = named("aws.sfn.StateMachine", "evaluator-prod-machine");
    expect(JSON.parse(machine["definition"] as string)).to.deep.equal(evaluatorMachine(EVALUATOR));
    expect(machine["loggingConfiguration"]).to.deep.include({ level: "ERROR", includeExecutionData: true });
    expect(named("aws.cloudwatch.LogGroup", "evaluator-prod-log")).to.deep.include({
      name: "/fleet/evaluators/prod",
      retentionInDays: 400,
    });
  });

  it("may write its own ring's parameter and its answers, and nothing else", async () => {
    const named = await made();
    expect(named("aws.iam.Role", "evaluator-prod-role")["assumeRolePolicy"]).to.equal(
      trustService("222222222222", "EvaluatorOfRing", "states.amazonaws.com"),
    );
    const writes = /:(?:Put|Create|Delete|Start|Update|Stop|Abort)/u;
    const own = statements(named, "evaluator-prod-policy").filter(
      ({ Action, Sid }) => Sid !== "WriteLog" && Action.some((action) => writes.test(action)),
    );
    expect(own.map(({ Sid, Resource }) => [Sid, Resource])).to.deep.equal([
      ["Ask", "arn:aws:athena:eu-west-1:222222222222:workgroup/fleet-evidence"],
      ["WriteAnswers", ["arn:aws:s3:::fleet-evidence-222222222222-eu-west-1/results/*"]],
      ["WriteRelease", EVALUATOR.parameterArn],
      ["Tell", EVALUATOR.told.busArn],
    ]);
  });

  it("may look at alarms only where some are named, and put events only where somebody listens", async () => {
    const named = await made({ alarms: [], told: null });
    const sids = statements(named, "evaluator-prod-policy").map(({ Sid }) => Sid);
    expect(sids).to.not.include("LookAtAlarms").and.not.include("Tell");
    expect(statements(await made(), "evaluator-prod-policy").map(({ Sid }) => Sid)).to.include("LookAtAlarms");
  });

  it("has a schedule whose role may start it and nothing else", async () => {
    expect(statements(await made(), "evaluator-prod-schedule-policy")).to.deep.equal([
      {
        Sid: "StartEvaluator",
        Effect: "Allow",
        Action: ["states:StartExecution"],
        Resource: "arn:aws:states:eu-west-1:222222222222:stateMachine:fleet-evaluator-prod",
      },
    ]);
  });
});
