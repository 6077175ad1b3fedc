import { expect } from "chai";
import { RingEvaluator } from "../../../components/aws";
import { evaluatorMachine } from "../../../components/aws/state-machines/evaluator";
import { historyMachine } from "../../../components/aws/state-machines/history";
import type { State, StateMachine } from "../../../components/aws/state-machines/states";
import { previewed, shapes } from "../../support/component-run";
import { EVALUATOR, HISTORY } from "../../support/every-evidence-component";
import { modelledServices, type ModelledService } from "../prepare/service-models";
import { unknownValue } from "./finding";
import { serviceData } from "./permissions";
import { judgeRequest } from "./request";

/** A call of a state machine: the service and operation that its resource names, and the request as far as it is known. */
interface Integration {
  readonly state: string;
  readonly service: ModelledService;
  readonly operation: string;
  readonly request: unknown;
}

/** Step Functions names services as AWS's Java SDK does, and every parameter with a capital. */
const SERVICES: Readonly<Record<string, ModelledService>> = { sfn: "stepfunctions" };

function request(parameters: unknown): unknown {
  if (Array.isArray(parameters)) return parameters.map(request);
  if (typeof parameters !== "object" || parameters === null) return parameters;
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => {
      if (key.endsWith(".$")) return [key.slice(0, -2), unknownValue];
      // An event's detail is an object here, and a text for EventBridge: Step Functions turns it into one.
      return key === "Detail" ? [key, JSON.stringify(value)] : [key, request(value)];
    }),
  );
}

function integrations(machine: StateMachine): Integration[] {
  const calls = (name: string, state: State): Integration[] => {
    if (state.Type === "Map")
      return Object.entries(state.ItemProcessor.States).flatMap(([inner, each]) => calls(inner, { ...each, Next: "" }));
    if (state.Type !== "Task") return [];
    const [, called = "", operation = ""] = /:states:::(?:aws-sdk:)?([a-z]+):([A-Za-z]+)(?:\.sync)?$/u.exec(state.Resource) ?? [];
    const service = SERVICES[called] ?? modelledServices.find((each) => each === called);
    if (service === undefined) throw new Error(`${name} calls ${state.Resource}`);
    const Operation = operation.charAt(0).toUpperCase() + operation.slice(1);
    const asked = Object.entries(Object(request(state.Parameters)) as Record<string, unknown>);
    const spelt = asked.map(([key, value]) => [
      service === "stepfunctions" ? key.charAt(0).toLowerCase() + key.slice(1) : key,
      value,
    ]);
    return [{ state: name, service, operation: Operation, request: Object.fromEntries(spelt) }];
  };
  return Object.entries(machine.States).flatMap(([name, state]) => calls(name, state));
}

const machines = {
  evaluator: evaluatorMachine(EVALUATOR),
  history: historyMachine({ partition: "aws", databaseName: "fleet_evidence", workgroupName: "fleet-evidence", ...HISTORY }),
};

describe("what state machines call", () => {
  for (const [which, machine] of Object.entries(machines)) {
    it(`is what AWS's models know, parameter by parameter: ${which}`, () => {
      const all = integrations(machine);
      expect(all.length).to.be.greaterThan(4);
      for (const { state, service, operation, request: asked } of all)
        expect(judgeRequest(service, operation, asked), state).to.deep.equal([]);
    });
  }

  it("rejects a parameter that the service does not know", () => {
    const { Open } = machines.evaluator.States;
    if (Open?.Type !== "Task") throw new Error("no call");
    const wrong = { ...machines.evaluator, States: { Open: { ...Open, Parameters: { ...Open.Parameters, Overwritten: true } } } };
    const [call] = integrations(wrong);
    expect(judgeRequest(call!.service, call!.operation, call!.request)).to.deep.equal([
      { at: "Overwritten", reason: "is no member of PutParameterRequest" },
    ]);
  });

  it("is granted to the evaluator's role, and every action granted is one that AWS knows", async () => {
    const all = shapes(
      await previewed((opts) => {
        new RingEvaluator("evaluator-prod", { ...EVALUATOR, tags: {} }, opts);
      }),
    );
    const policy = all.find((shape) => shape.type === "aws.iam.RolePolicy" && shape.name === "evaluator-prod-policy")!.inputs[
      "policy"
    ];
    const { Statement } = JSON.parse(policy as string) as { Statement: { Action: string[] }[] };
    const granted = Statement.flatMap(({ Action }) => Action);
    for (const { service, operation } of integrations(machines.evaluator)) expect(granted).to.include(`${service}:${operation}`);
    for (const action of granted) {
      const [prefix = "", name = ""] = action.split(":");
      expect(serviceData(prefix)?.actions[name.toLowerCase()], action).to.not.equal(undefined);
    }
  });
});
