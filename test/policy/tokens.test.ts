import { expect } from "chai";
import { typesOf } from "fleet-patching-policy/define-rule";
import { rules } from "fleet-patching-policy/rules/index";
import * as vocabulary from "fleet-patching-policy/vocabulary";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const load = createRequire(__filename);

/** The token in the SDK's own module for a type: `aws:ssm/document:Document` lies in `ssm/document.js`. */
function tokenInSdk(type: string): string | undefined {
  const [, provider = "", module = "", member = ""] = /^([\w-]+):([^:]+):(\w+)$/.exec(type) ?? [];
  const root = path.dirname(load.resolve(`@pulumi/${provider}/package.json`));
  const file = provider === "aws" ? `${module}.js` : `${module}/${member[0]?.toLowerCase()}${member.slice(1)}.js`;
  return /__pulumiType = '([^']+)'/.exec(readFileSync(path.join(root, file), "utf8"))?.[1];
}

const types = [...new Set([...Object.values(vocabulary).flat(), ...rules.flatMap((rule) => typesOf(rule))])].filter((value) =>
  /^(aws|azure-native):/.test(value),
);

describe("types of resources", () => {
  for (const type of types) it(`include ${type}`, () => expect(tokenInSdk(type)).to.equal(type));
  it("are many", () => expect(types.length).to.be.greaterThan(25));
});
