import { expect } from "chai";
import { WindowNotices } from "../../../components/aws";
import { previewed } from "../../support/component-run";
import { named } from "../../support/program-run";

describe("WindowNotices", () => {
  it("puts an event on the bus at its time, in the window's zone", async () => {
    const notice = {
      key: "prod",
      name: "fleet-notice-prod",
      description: "Tells of prod",
      expression: "cron(0 2 ? * SAT *)",
      zone: "Europe/Paris",
      source: "fleet.patching",
      type: "Window ahead",
      detail: '{"contacts":"*"}',
    };
    const result = await previewed((opts) => {
      new WindowNotices("notices", { region: "eu-west-1", notices: [notice], busArn: "arn:bus", role: "arn:role" }, opts);
    });
    expect(named(result, "notices-prod").inputs).to.deep.equal({
      region: "eu-west-1",
      name: "fleet-notice-prod",
      description: "Tells of prod",
      scheduleExpression: "cron(0 2 ? * SAT *)",
      scheduleExpressionTimezone: "Europe/Paris",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: "arn:bus",
        roleArn: "arn:role",
        input: '{"contacts":"*"}',
        eventbridgeParameters: { source: "fleet.patching", detailType: "Window ahead" },
      },
    });
  });
});
