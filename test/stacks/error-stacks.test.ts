import { expect } from "chai";
import { shortenStack } from "../../stacks/error-stacks";

const kept =
  "Error: no\n    at run (/work/node_modules/@pulumi/pulumi/cmd/run/run.ts:579:20)\n    at build (/work/stacks/build.ts:1:2)";

function withStack(stack: string, cause?: unknown): Error {
  return Object.assign(new Error("no", { cause }), { stack });
}

describe("the stack of an error that ends the program", () => {
  it("loses the lines that stop within a scope of node_modules, and no other", () => {
    const endless =
      "\n    at Stack.run (/work/node_modules/@pulumi/resource.ts:1598:22)\n    at C:\\work\\node_modules\\@pulumi\\output.ts:4:1";
    const error = withStack(kept + endless);
    shortenStack(error);
    expect(error.stack).to.equal(kept);
  });

  it("loses them in its cause too", () => {
    const cause = withStack("Error: why\n    at /work/node_modules/@pulumi/output.ts:440:31");
    shortenStack(withStack(kept, cause));
    expect(cause.stack).to.equal("Error: why");
  });

  it("is left alone where there is none", () => {
    expect(() => shortenStack("text")).to.not.throw();
    expect(() => shortenStack(undefined)).to.not.throw();
  });
});
