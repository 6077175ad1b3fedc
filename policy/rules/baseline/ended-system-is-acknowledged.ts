import { allFilters, systemOf } from "../../baseline/baseline";
import { ENDED } from "../../baseline/systems";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { text } from "../../read";
import type { Setting } from "../../setting";
import { BASELINE } from "../../vocabulary";

/** Who knows that a system has ended. */
interface Acknowledgement {
  readonly system: string;
  readonly owner: string;
  readonly reason: string;
}

const acknowledged: Setting<readonly Acknowledgement[]> = {
  schema: {
    type: "array",
    description: "Systems or products that have ended and are known to be in use.",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["system", "owner", "reason"],
      properties: {
        system: { type: "string", minLength: 1, description: "a system or product, such as AMAZON_LINUX_2 or Ubuntu20.04" },
        owner: { type: "string", minLength: 1, description: "who answers for it" },
        reason: { type: "string", minLength: 1, description: "why it is still there" },
      },
    },
  },
  fallback: [],
};

export default defineRule({
  name: "ended-system-is-acknowledged",
  concern: "baseline",
  description: "A baseline for a system that its vendor has ended is acknowledged by an owner.",
  why: "A system for which no patches are published any more misses none, and so looks compliant for ever.",
  remediation: "Move the servers to a living system, or record in `acknowledged` who answers for them and why.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.unsupported, CONTROLS.supportedSoftware],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-prerequisites.html",
  unless: "You have bought extended support; then acknowledge it with that reason.",
  settings: { acknowledged },
  resource: BASELINE,
  needs: ["operatingSystem", "approvalRules", "globalFilters"],
  check: (baseline, { settings, asOf }) => {
    const products = allFilters(baseline)
      .filter(({ key }) => key === "PRODUCT")
      .flatMap(({ at, values }) => values.map((value, index) => ({ at: `${at}.values.${index}`, name: text(value) ?? "" })));
    return [{ at: "operatingSystem", name: systemOf(baseline) }, ...products].flatMap(({ at, name }) => {
      const ended = ENDED[name] ?? ENDED[name.replace(/\.[\d*]+$/, "")];
      if (ended === undefined || asOf < Date.parse(`${ended}T23:59:59Z`)) return [];
      if (settings.acknowledged.some(({ system }) => system === name)) return [];
      return [{ at, got: `${name}, ended on ${ended}`, want: "a living system, or an acknowledgement" }];
    });
  },
});
