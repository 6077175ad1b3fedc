import { providerOwn } from "../../api/mapping";
import { arn, asUpdate, text, type ApiRequest, type Kind } from "../kind";
import { requireRoleArn } from "./states";

const creation: ApiRequest = {
  service: "scheduler",
  operation: "CreateSchedule",
  mapping: {
    ...providerOwn,
    actionAfterCompletion: "ActionAfterCompletion",
    description: "Description",
    flexibleTimeWindow: {
      to: "FlexibleTimeWindow",
      fields: { mode: "Mode", maximumWindowInMinutes: "MaximumWindowInMinutes" },
    },
    groupName: "GroupName",
    name: "Name",
    scheduleExpression: "ScheduleExpression",
    scheduleExpressionTimezone: "ScheduleExpressionTimezone",
    state: "State",
    target: {
      to: "Target",
      fields: {
        arn: "Arn",
        eventbridgeParameters: { to: "EventBridgeParameters", fields: { detailType: "DetailType", source: "Source" } },
        input: "Input",
        retryPolicy: {
          to: "RetryPolicy",
          fields: {
            maximumEventAgeInSeconds: "MaximumEventAgeInSeconds",
            maximumRetryAttempts: "MaximumRetryAttempts",
          },
        },
        roleArn: "RoleArn",
      },
    },
  },
};

/** A schedule of EventBridge Scheduler. */
export const schedule: Kind = {
  token: "aws:scheduler/schedule:Schedule",
  scope: "regional",
  requests: [creation],
  updates: [asUpdate(creation, "UpdateSchedule", {}, [])],
  namedBy: "name",
  replaceOn: ["name", "groupName", "region"],
  defaults: { scheduleExpressionTimezone: "UTC", state: "ENABLED" },
  rules(inputs) {
    const expression = text(inputs, "scheduleExpression");
    return /^(?:cron\((?:\S+ ){5}\S+\)|rate\(\d+ \w+\)|at\([\dT:-]+\))$/u.test(expression)
      ? []
      : [{ at: "scheduleExpression", reason: `ValidationException: Invalid Schedule Expression ${expression}` }];
  },
  existsCode: "ConflictException",
  computed: ["actionAfterCompletion", "arn", "groupName", "namePrefix"],
  create(call) {
    const { target } = call.inputs;
    requireRoleArn(call, text(Object(target), "roleArn"), "scheduler.amazonaws.com");
    const group = text(call.inputs, "groupName") || "default";
    const name = text(call.inputs, "name");
    const outputs = {
      actionAfterCompletion: "NONE",
      arn: arn(call, "scheduler", `schedule/${group}/${name}`),
      groupName: group,
      namePrefix: "",
    };
    return { id: `${group}/${name}`, outputs };
  },
};
