import { expect } from "chai";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { previewFleet } from "../../preview/preview-fleet";
import { AS_OF, oneAccount } from "../support/two-accounts";

describe("the preview of a fleet", () => {
  it("has something in the place of a chat's secret: nobody posts in a preview, and nobody has to set it", async () => {
    const webhook = { url: "https://chat.example.com/post", secret: "ops" };
    const [stack] = await previewFleet(decide(oneAccount({ notify: { webhook } }), NO_CHANGES, AS_OF));
    expect(stack?.result.logs).to.deep.equal([]);
    const connection = stack?.result.resources.find(({ name }) => name === "chat-connection");
    expect(JSON.stringify(connection?.inputs["authParameters"])).to.contain('{"$secret":"in its place"}');
  });
});
