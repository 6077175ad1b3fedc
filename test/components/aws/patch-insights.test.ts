import { expect } from "chai";
import { PatchInsights } from "../../../components/aws";
import { previewed } from "../../support/component-run";
import { named } from "../../support/program-run";

describe("PatchInsights", () => {
  it("shows a group's servers by its tag, as long as their findings are open", async () => {
    const result = await previewed((opts) => {
      const insights = [{ key: "web", name: "Web servers that lack patches", tag: "Web servers" }];
      new PatchInsights("insights", { region: "eu-west-1", tagKey: "PatchGroup", insights }, opts);
    });
    const is = (value: string) => [{ comparison: "EQUALS", value }];
    expect(named(result, "insights-web").inputs).to.deep.equal({
      region: "eu-west-1",
      name: "Web servers that lack patches",
      groupByAttribute: "ResourceId",
      filters: {
        productNames: is("Systems Manager Patch Manager"),
        recordStates: is("ACTIVE"),
        workflowStatuses: is("NEW"),
        resourceTags: [{ comparison: "EQUALS", key: "PatchGroup", value: "Web servers" }],
      },
    });
  });
});
