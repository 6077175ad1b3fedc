import rule from "fleet-patching-policy/rules/hybrid/activation-has-limit";
import { activation } from "../../support/hybrid";
import { testRule } from "../../support/test-rule";

const LIMIT = "activation.props.registrationLimit";

export const cases = testRule({
  rule,
  compliant: { activation },
  valid: [
    { name: "sixty machines" },
    { name: "one machine", changes: [[LIMIT, 1]] },
    { name: "a thousand machines", changes: [[LIMIT, 1000]] },
  ],
  invalid: [
    { name: "no limit", change: [LIMIT, undefined], finds: ["activation, registrationLimit: nothing"] },
    { name: "no machine", change: [LIMIT, 0], finds: ["activation, registrationLimit: 0"] },
    { name: "more than a thousand", change: [LIMIT, 1001], finds: ["activation, registrationLimit: 1001"] },
    { name: "half a machine", change: [LIMIT, 1.5], finds: ["activation, registrationLimit: 1.5"] },
    {
      name: "more than is allowed here",
      settings: { most: 50 },
      change: [LIMIT, 51],
      finds: ["activation, registrationLimit: 51"],
    },
  ],
});
