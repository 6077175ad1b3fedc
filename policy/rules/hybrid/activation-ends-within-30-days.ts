import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { show, text } from "../../read";
import { ACTIVATION } from "../../vocabulary";

export default defineRule({
  name: "activation-ends-within-30-days",
  concern: "hybrid",
  description: "A hybrid activation ends at most 30 days from now, at a moment written in UTC.",
  why: "AWS refuses a later end. And an end that is written in another form is read back as another text: the activation is then made anew on every update, with a new code.",
  remediation: "Write expirationDate as yyyy-MM-ddTHH:mm:ssZ, at most 30 days ahead.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.authenticators],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resource: ACTIVATION,
  needs: ["expirationDate"],
  check: ({ props }, { asOf }) => {
    const date = props["expirationDate"];
    if (date === undefined) return [];
    const written = text(date) ?? "";
    const end = Date.parse(written);
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(written) || Number.isNaN(end)) {
      return [{ at: "expirationDate", got: show(date), want: "yyyy-MM-ddTHH:mm:ssZ" }];
    }
    // Plus a day: `asOf` names a day, and the update comes later on it.
    const latest = asOf + 31 * 86_400_000;
    return end <= latest ? [] : [{ at: "expirationDate", got: written, want: "at most 30 days from now" }];
  },
});
