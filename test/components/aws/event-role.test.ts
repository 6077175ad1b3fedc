import { expect } from "chai";
import { EventRole } from "../../../components/aws";
import { previewed, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const ROLE = {
  account: "222222222222",
  roleName: "fleet-forward",
  description: "Sends events",
  action: "events:PutEvents",
  resources: ["arn:aws:events:eu-west-1:222222222222:event-bus/fleet"],
  tags: TAGS,
} as const;

describe("EventRole", () => {
  for (const service of ["events", "scheduler"] as const) {
    it(`is for ${service} of this account, and does one thing`, async () => {
      const result = await previewed((opts) => {
        new EventRole("forward", { ...ROLE, service }, opts);
      });
      const { assumeRolePolicy, ...rest } = named(result, "forward-role").inputs as { assumeRolePolicy: string };
      expect(rest).to.deep.equal({ name: "fleet-forward", description: "Sends events", tags: TAGS });
      const [trust] = JSON.parse(assumeRolePolicy).Statement;
      expect([trust.Principal, trust.Condition]).to.deep.equal([
        { Service: `${service}.amazonaws.com` },
        { StringEquals: { "aws:SourceAccount": "222222222222" } },
      ]);
      const { policy } = named(result, "forward-policy").inputs as { policy: string };
      expect(JSON.parse(policy).Statement).to.deep.equal([
        { Sid: "Do", Effect: "Allow", Action: ["events:PutEvents"], Resource: ROLE.resources },
      ]);
    });
  }
});
