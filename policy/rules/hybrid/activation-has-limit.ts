import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { number, show } from "../../read";
import { integer } from "../../setting";
import { ACTIVATION } from "../../vocabulary";

export default defineRule({
  name: "activation-has-limit",
  concern: "hybrid",
  description: "A hybrid activation says how many machines may register with it.",
  why: "Whoever holds the code may register a machine and run under the role of your servers. Without a limit that fits, AWS's default of one stops the second machine, and a round thousand leaves room for strangers.",
  remediation: "Set registrationLimit to the number of machines, 1 to 1000.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.authenticators, CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html",
  unless: "It is for one machine; then write 1.",
  settings: { most: integer(1000, 1, 1000, "How many machines one activation may be for.") },
  resource: ACTIVATION,
  needs: ["registrationLimit"],
  check: ({ props }, { settings }) => {
    const limit = number(props["registrationLimit"]);
    if (limit !== undefined && Number.isInteger(limit) && limit >= 1 && limit <= settings.most) return [];
    return [{ at: "registrationLimit", got: show(props["registrationLimit"]), want: `1 to ${settings.most}` }];
  },
});
