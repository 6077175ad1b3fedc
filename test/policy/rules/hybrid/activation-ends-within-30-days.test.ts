import rule from "fleet-patching-policy/rules/hybrid/activation-ends-within-30-days";
import { ref } from "../../support/fixture";
import { activation } from "../../support/hybrid";
import { testRule } from "../../support/test-rule";

const END = "activation.props.expirationDate";
const wrong = (written: string) => ({
  name: `the end ${written}`,
  change: [END, written] as const,
  finds: [`activation, expirationDate: ${written}`],
});

export const cases = testRule({
  rule,
  compliant: { activation },
  valid: [
    { name: "an end within 30 days" },
    { name: "an end in 30 days", changes: [[END, "2026-12-20T23:59:59Z"]] },
    { name: "an end at the last moment", changes: [[END, "2026-12-21T00:00:00Z"]] },
    { name: "no end, which means a day", changes: [[END, undefined]] },
    { name: "an end that has passed: what registered stays", changes: [[END, "2026-01-01T00:00:00Z"]] },
    { name: "a later end on a later day", settings: { asOf: "2027-01-10" }, changes: [[END, "2027-02-01T00:00:00Z"]] },
  ],
  invalid: [
    wrong("2026-12-21T00:00:01Z"),
    wrong("2027-11-20T00:00:00Z"),
    wrong("2026-12-01"),
    wrong("2026-12-01T00:00:00+01:00"),
    wrong("2026-12-01T00:00:00.000Z"),
    wrong("2026-13-01T00:00:00Z"),
    {
      name: "an end that is not known",
      change: [END, ref("activation.id")],
      finds: ["activation, expirationDate: id-of-activation"],
      findsInPreview: ["? activation, expirationDate: a value not known before the update"],
    },
  ],
});
