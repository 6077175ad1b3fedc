import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { requireBus } from "./events-bus";
import { patternFindings } from "./events-pattern";
import { ruleToken, targetToken } from "./events-tokens";

/** EventBridge takes this many rules on a bus. */
const mostRules = 300;

/** A rule: which events of a bus go on. */
export const eventRule: Kind = {
  token: ruleToken,
  scope: "regional",
  requests: [
    {
      service: "events",
      operation: "PutRule",
      mapping: {
        ...providerOwn,
        description: "Description",
        eventBusName: "EventBusName",
        eventPattern: "EventPattern",
        forceDestroy: { local: "how the provider deletes" },
        isEnabled: { local: "the older word for state" },
        name: "Name",
        roleArn: "RoleArn",
        scheduleExpression: "ScheduleExpression",
        state: "State",
        tags: tagList,
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "eventBusName", "region"],
  defaults: { eventBusName: "default", forceDestroy: false },
  rules: (inputs) => [
    ...patternFindings(inputs["eventPattern"], "eventPattern"),
    ...(inputs["eventPattern"] === undefined && inputs["scheduleExpression"] === undefined
      ? [{ at: "eventPattern", reason: "one of eventPattern and scheduleExpression must be given" }]
      : []),
  ],
  existsCode: "ResourceAlreadyExistsException",
  computed: ["arn", "namePrefix"],
  create(call) {
    const bus = requireBus(call, text(call.inputs, "eventBusName"));
    const name = text(call.inputs, "name");
    const others = call.store.list(call.place, ruleToken).filter((each) => each.inputs["eventBusName"] === bus);
    if (others.length >= mostRules) throw new Refusal("LimitExceededException", `The bus ${bus} has ${mostRules} rules`);
    const path = bus === "default" ? name : `${bus}/${name}`;
    return { id: path, outputs: { arn: arn(call, "events", `rule/${path}`), namePrefix: "" } };
  },
  remove(call, item) {
    if (targetsOf(call, item.id).length > 0)
      throw new Refusal("ValidationException", "Rule can't be deleted since it has targets.");
  },
};

/** The targets of a rule, by the rule's id. */
export function targetsOf(call: Call, rule: string) {
  return call.store
    .list(call.place, targetToken)
    .filter(({ inputs }) => ruleId(text(inputs, "eventBusName"), text(inputs, "rule")) === rule);
}

/** The id of a rule of a bus. */
export function ruleId(bus: string, rule: string): string {
  return bus === "" || bus === "default" ? rule : `${bus}/${rule}`;
}
