import { systemOf } from "../../baseline/baseline";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { UNKNOWN } from "../../plain";
import { text } from "../../read";
import { place, type Resource } from "../../resource";
import { BASELINE, DEFAULT_BASELINE } from "../../vocabulary";

export default defineRule({
  name: "each-system-has-own-default-baseline",
  concern: "baseline",
  description: "Each operating system that has a baseline also has a default baseline of one's own.",
  why: "A server without a group, or with a mistyped one, falls to the account's default baseline without a word. Unless that is yours, it is AWS's.",
  remediation: "Add an aws.ssm.DefaultPatchBaseline for the system, in the same account and region.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.osPatching],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-default-patch-baseline.html",
  unless: "Another stack owns the defaults of the account.",
  resources: [BASELINE],
  check: (stack) => {
    const defaults = new Set(
      stack.of(DEFAULT_BASELINE).map((own) => `${place(own)} ${text(own.props["operatingSystem"]) ?? ""}`),
    );
    const want = "a DefaultPatchBaseline of the system";
    const isKnown = ({ props }: Resource): boolean => props["operatingSystem"] !== UNKNOWN;
    const unknown = stack
      .of(BASELINE)
      .filter((baseline) => !isKnown(baseline))
      .map((baseline) => undecided(baseline, "operatingSystem", "a system not known before the update", want));
    const systems = grouped(stack.of(BASELINE).filter(isKnown), (baseline) => `${place(baseline)} ${systemOf(baseline)}`);
    const missing = [...systems].flatMap(([key, [first]]): readonly Finding[] => {
      if (first === undefined || defaults.has(key)) return [];
      const region = place(first).split(" ").slice(1).join(" ");
      return [about(first, "operatingSystem", `${systemOf(first)} without a default baseline in ${region}`, want)];
    });
    return [...unknown, ...missing];
  },
});
