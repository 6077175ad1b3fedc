import { endedSystems } from "../../../fleet/check/ended-systems";
import { replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const WHY = "{ owner: platform, why: replaced by summer }";
const WANT = "a system with support, or an entry under `ended`: without patches its servers look compliant";
const BASELINE = "system: UBUNTU, rules: [{ priority: [Required, Important] }]";
const AMAZON = replaced(SMALL_FLEET, BASELINE, "system: AMAZON_LINUX_2, rules: [{ classification: [Security] }]");
const REDHAT = replaced(
  SMALL_FLEET,
  BASELINE,
  "system: REDHAT_ENTERPRISE_LINUX, rules: [{ product: [RedhatEnterpriseLinux7.9] }]",
);

function ubuntu(products: string): string {
  return replaced(SMALL_FLEET, BASELINE, `system: UBUNTU, rules: [{ product: ${products} }]`);
}

describe("endedSystems", () => {
  accepts(endedSystems, {
    "systems with support": SHARED_FLEET,
    "an ended product on purpose": `${ubuntu("[Ubuntu20.04, Ubuntu26.04]")}ended: { Ubuntu20.04: ${WHY} }\n`,
    "an ended product that a baseline for all products reaches": `${ubuntu('["*"]')}ended: { Ubuntu20.04: ${WHY} }\n`,
    "an ended product that a baseline without rules may reach": `${replaced(
      SMALL_FLEET,
      BASELINE,
      "system: UBUNTU, approve: [{ patch: bash, owner: a, why: b, until: 2027-01-01 }]",
    )}ended: { Ubuntu20.04: ${WHY} }\n`,
    "an ended product that AWS's own baseline reaches": `${replaced(
      replaced(SMALL_FLEET, BASELINE, "system: SUSE, rules: [{ severity: [Critical] }]"),
      "baselines: [ubuntu]",
      "baselines: [ubuntu, AWS-UbuntuDefaultPatchBaseline]",
    )}ended: { Ubuntu20.04: ${WHY} }\n`,
    "an ended system on purpose": `${AMAZON}ended: { AMAZON_LINUX_2: ${WHY} }\n`,
    "an ended minor version under its major": `${REDHAT}ended: { RedhatEnterpriseLinux7: ${WHY} }\n`,
    "an ended minor version by itself": `${REDHAT}ended: { RedhatEnterpriseLinux7.9: ${WHY} }\n`,
    "products of a system whose other products have ended": ubuntu("[Ubuntu26.04, Ubuntu24.04]"),
  });
  rejects(endedSystems, {
    "an ended product, once for all baselines that name it": [
      replaced(
        ubuntu("[Ubuntu26.04, Ubuntu20.04]"),
        "rings:",
        "  more: { system: UBUNTU, rules: [{ product: [Ubuntu20.04] }] }\nrings:",
      ),
      [
        "5 baselines.more.rules[0].product[0]",
        "Ubuntu20.04, without vendor support since 2025-05-31",
        WANT,
        'Replace these servers, or add `ended: { "Ubuntu20.04": { owner: …, why: … } }`.',
      ],
    ],
    "an ended system": [
      AMAZON,
      [
        "4 baselines.ubuntu.system",
        "AMAZON_LINUX_2, without vendor support since 2026-06-30",
        WANT,
        "Replace these servers, or add `ended: { AMAZON_LINUX_2: { owner: …, why: … } }`.",
      ],
    ],
    "an ended system under AWS's own baseline": [
      replaced(SMALL_FLEET, "baselines: [ubuntu]", "baselines: [ubuntu, AWS-AmazonLinux2DefaultPatchBaseline]"),
      [
        "8 groups.dev.baselines[1]",
        "AMAZON_LINUX_2, without vendor support since 2026-06-30",
        WANT,
        "Replace these servers, or add `ended: { AMAZON_LINUX_2: { owner: …, why: … } }`.",
      ],
    ],
    "an entry for what has support": [
      `${SMALL_FLEET}ended: { Ubuntu26.04: ${WHY} }\n`,
      [
        "9 ended.Ubuntu26.04",
        "Ubuntu26.04",
        "a system or product without vendor support",
        "Did you mean `Ubuntu16.04`? Write its exact name, or remove it: it has vendor support.",
      ],
    ],
    "an entry for a product that the system's baselines leave out": [
      `${ubuntu("[Ubuntu22.04]")}ended: { Ubuntu20.04: ${WHY} }\n`,
      ["9 ended.Ubuntu20.04", "Ubuntu20.04, which no baseline reaches", "what is still in the fleet", "Remove it."],
    ],
    "an entry for what is not in the fleet": [
      `${SMALL_FLEET}ended: { WindowsServer2012: ${WHY} }\n`,
      ["9 ended.WindowsServer2012", "WindowsServer2012, which no baseline reaches", "what is still in the fleet", "Remove it."],
    ],
  });
});
