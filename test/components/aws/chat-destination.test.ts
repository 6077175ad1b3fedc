import { expect } from "chai";
import { ChatDestination } from "../../../components/aws";
import { previewed } from "../../support/component-run";
import { named } from "../../support/program-run";

describe("ChatDestination", () => {
  it("keeps its secret secret even when it is given in plain, and out of the address", async () => {
    const result = await previewed((opts) => {
      const chat = { destinationName: "fleet-chat", url: "https://chat.example.com/post", header: "Authorization" };
      new ChatDestination("chat", { region: "eu-west-1", ...chat, secret: "Bearer x" }, opts);
    });
    const connection = named(result, "chat-connection").inputs;
    expect(connection).to.deep.include({ region: "eu-west-1", name: "fleet-chat", authorizationType: "API_KEY" });
    const parameters = JSON.stringify(connection["authParameters"]);
    expect(parameters).to.contain("Authorization");
    expect(parameters).to.contain("$secret");
    expect(named(result, "chat-destination").inputs).to.deep.equal({
      region: "eu-west-1",
      name: "fleet-chat",
      description: "Where the fleet's messages go",
      connectionArn: { $unknown: true },
      httpMethod: "POST",
      invocationEndpoint: "https://chat.example.com/post",
      invocationRateLimitPerSecond: 1,
    });
  });
});
