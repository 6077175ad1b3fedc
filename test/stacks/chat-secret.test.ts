import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { chatSecret } from "../../stacks/chat-secret";
import { PROJECT_CONFIG, run, succeeded } from "../support/program-run";

const KEY = "fleet-patching:webhook-ops";
const program = () => ({ secret: chatSecret("webhook-ops"), is: pulumi.isSecret(chatSecret("webhook-ops")) });

describe("the secret of a chat", () => {
  it("comes from the stack's configuration, and stays secret", async () => {
    const result = succeeded(await run(program, { config: { ...PROJECT_CONFIG, [KEY]: "Bearer x" }, secretKeys: [KEY] }));
    expect(result.outputs).to.deep.equal({ secret: { $secret: "Bearer x" }, is: true });
    expect(result.logs).to.deep.equal([]);
  });

  it("is told to be missing in a preview, and rejects an up", async () => {
    const told =
      "the secret webhook-ops is not set, and the chat asks for it: pulumi config set --secret webhook-ops --stack dev";
    const preview = succeeded(await run(program, { stack: "dev" }));
    expect(preview.logs.map(({ message }) => message)).to.include(told);
    const up = await run(program, { stack: "dev", dryRun: false });
    expect(!up.ok && up.failure.message).to.contain(told);
  });
});
