import { parseJson } from "../../automation/document";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { list, show, text } from "../../read";
import { BASELINE, DOCUMENT, TASK, WINDOW } from "../../vocabulary";

export default defineRule({
  name: "provider-names-its-account",
  concern: "identity",
  description: "What patches servers goes through an explicit provider that names the one account it may touch.",
  why: "Through the default provider a program acts on whatever account the shell's credentials belong to: with the wrong profile, test's windows are made in production.",
  remediation: "Make an aws.Provider with allowedAccountIds and hand it to the resources.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.changeControl],
  source: "https://www.pulumi.com/docs/iac/concepts/resources/providers/",
  unless: "The pipeline's credentials can reach a single account only.",
  resources: [WINDOW, TASK, BASELINE, DOCUMENT],
  check: (stack) => {
    const told = new Set<string>();
    return stack.of(WINDOW, TASK, BASELINE, DOCUMENT).flatMap((resource): readonly Finding[] => {
      const { provider } = resource;
      const key = provider?.urn ?? "";
      if (told.has(key)) return [];
      told.add(key);
      if (provider === undefined || /^default(_|$)/.test(provider.name))
        return [about(resource, "its provider", "the default provider", "an explicit provider with allowedAccountIds")];
      const given = provider.props["allowedAccountIds"];
      // The engine hands a provider's lists on as JSON text.
      const accounts = list(typeof given === "string" ? parseJson(given) : given).filter((account) =>
        /^\d{12}$/.test(text(account) ?? ""),
      );
      return accounts.length > 0
        ? []
        : [about(resource, `its provider ${provider.name}, allowedAccountIds`, show(given), "one account's id")];
    });
  },
});
