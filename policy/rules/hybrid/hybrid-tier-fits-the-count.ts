import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { number, text } from "../../read";
import { place } from "../../resource";
import { ACTIVATION, SERVICE_SETTING } from "../../vocabulary";

export default defineRule({
  name: "hybrid-tier-fits-the-count",
  concern: "hybrid",
  description: "More than 1,000 hybrid machines in an account and region are on the advanced tier.",
  why: "The standard tier ends at 1,000 machines: the next one cannot register, and stays unpatched outside every report.",
  remediation:
    "Add an aws.ssm.ServiceSetting for /ssm/managed-instance/activation-tier with the value advanced; it costs money for each machine.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-configure-instance-tiers.html",
  unless: "The tier is set by another stack.",
  resources: [ACTIVATION],
  check: (stack) =>
    [...grouped(stack.of(ACTIVATION), place)].flatMap(([where, activations]): readonly Finding[] => {
      const machines = activations.reduce((sum, { props }) => sum + (number(props["registrationLimit"]) ?? 1), 0);
      const last = activations.at(-1);
      if (machines <= 1000 || last === undefined) return [];
      const advanced = stack
        .of(SERVICE_SETTING)
        .some(
          (setting) =>
            place(setting) === where &&
            text(setting.props["settingId"])?.endsWith("/ssm/managed-instance/activation-tier") === true &&
            setting.props["settingValue"] === "advanced",
        );
      return advanced
        ? []
        : [
            about(
              last,
              "registrationLimit",
              `${machines} machines on the standard tier`,
              "the advanced tier, or at most 1000 machines",
            ),
          ];
    }),
});
