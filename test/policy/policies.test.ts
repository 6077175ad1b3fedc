import { expect } from "chai";
import { CONCERNS, isStackRule } from "fleet-patching-policy/define-rule";
import { name, policies } from "fleet-patching-policy/policies";
import { rules } from "fleet-patching-policy/rules/index";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(__dirname, "..", "..", "..");
const FOLDER = path.join(ROOT, "policy", "rules");
const files = CONCERNS.flatMap((concern) =>
  readdirSync(path.join(FOLDER, concern)).map((file) => ({ concern, name: file.replace(/\.ts$/, "") })),
);

describe("the pack", () => {
  it("holds each rule of its folders once, under the file's name and the folder's concern", () => {
    expect(rules.map((rule) => ({ concern: rule.concern, name: rule.name }))).to.have.deep.members(files);
    expect(new Set(rules.map((rule) => rule.name)).size).to.equal(files.length);
  });

  it("has the two named rules, mandatory", () => {
    const named = policies.filter((policy) =>
      ["prod-must-scan-before-install", "sensitive-groups-use-noreboot"].includes(policy.name),
    );
    expect(named.map((policy) => [policy.description, policy.enforcementLevel, policy.severity])).to.deep.equal([
      ["Production must scan before install.", "mandatory", "critical"],
      ["Sensitive groups use NoReboot.", "mandatory", "critical"],
    ]);
  });

  it("fills every field that the SDK has for people", () => {
    for (const policy of policies) {
      expect(policy.description, policy.name).to.match(/^[A-Z].*\.$/);
      expect(policy.remediationSteps, policy.name).to.match(/^[A-Z].*\.$/s);
      expect(policy.severity, policy.name).to.be.oneOf(["low", "medium", "high", "critical"]);
      expect(policy.enforcementLevel, policy.name).to.be.oneOf(["advisory", "mandatory", "remediate"]);
      expect(policy.url, policy.name).to.equal(`docs/rules/${policy.name}.md`);
      expect(policy.framework?.reference, policy.name).to.match(/^(?:[A-Z]{2}-\d+|SSM\.\d|\d\.\d)$/);
      expect(policy.tags, policy.name).to.include(rules.find((rule) => rule.name === policy.name)?.concern);
    }
  });

  it("says of each rule why, when not to use it, and where its fact is written down", () => {
    for (const rule of rules) {
      expect(rule.why.length, rule.name).to.be.greaterThan(40);
      expect(rule.unless, rule.name).to.match(/^[A-Z].*\.$/);
      expect(rule.source, rule.name).to.match(/^https:\/\//);
      expect(rule.name, rule.name).to.match(/^[a-z0-9]+(?:-[a-z0-9]+){2,}$/);
    }
  });

  it("ties rules of one type to it, so that the SDK passes over all others", () => {
    for (const policy of policies) {
      const rule = rules.find((candidate) => candidate.name === policy.name);
      if (rule === undefined || isStackRule(rule) || !("validateResource" in policy)) continue;
      const one = typeof rule.resource === "string" ? rule.resource : rule.resource.length === 1 ? rule.resource[0] : undefined;
      expect(Reflect.get(Object(policy.validateResource), "__pulumiType"), rule.name).to.equal(one);
    }
  });

  it("gives every rule the day to judge by and exceptions, and writes down each default", () => {
    for (const policy of policies) {
      expect(Object.keys(policy.configSchema?.properties ?? {}), policy.name).to.include.members(["asOf", "exceptions"]);
      for (const [setting, schema] of Object.entries(policy.configSchema?.properties ?? {})) {
        expect(schema.description, `${policy.name}, ${setting}`).to.match(/\.$/);
        expect(schema.default, `${policy.name}, ${setting}`).to.deep.equal(
          { ...rules.find((rule) => rule.name === policy.name)?.settings?.[setting], exceptions: [] }[
            setting === "exceptions" ? "exceptions" : "fallback"
          ],
        );
      }
    }
  });

  it("is called fleet-patching", () => expect(name).to.equal("fleet-patching"));

  it("imports nothing outside its folder but the SDK", () => {
    const outside = allFiles(path.join(ROOT, "policy"))
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        [...readFileSync(file, "utf8").matchAll(/from "([^"]+)"/g)]
          .map(([, specifier]) => specifier!)
          .filter((specifier) =>
            specifier.startsWith(".")
              ? !path.resolve(path.dirname(file), specifier).startsWith(path.join(ROOT, "policy"))
              : !specifier.startsWith("@pulumi/policy") && !specifier.startsWith("node:"),
          ),
      );
    expect(outside).to.deep.equal([]);
  });
});

function allFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "dist" || entry.name === "node_modules") return [];
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? allFiles(full) : [full];
  });
}
