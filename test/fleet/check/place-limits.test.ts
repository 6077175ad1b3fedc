import { placeLimits } from "../../../fleet/check/place-limits";
import { replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

/** The small fleet with other groups, a second ring, and, where asked, several copies of its baseline. */
function groups(count: number, settings: (place: number) => string, copies = 0): string {
  const lines = Array.from({ length: count }, (_, place) => `  g${place + 10}: { ${settings(place)} }`).join("\n");
  const baselines = Array.from(
    { length: copies },
    (_, place) => `  ubuntu${place}: { system: UBUNTU, rules: [{ section: [net] }] }\n`,
  ).join("");
  const text = replaced(SMALL_FLEET, "  dev: { ring: dev, baselines: [ubuntu], concurrency: 10, errors: 30 % }", lines);
  const rings = replaced(text, "groups:", "  - { name: late, install: saturdays 03:00 }\ngroups:");
  return replaced(rings, "rings:", `${baselines}rings:`);
}

describe("placeLimits", () => {
  accepts(placeLimits, {
    "fleets far from AWS's limits": SHARED_FLEET,
    "twenty groups in a window": groups(20, () => "ring: dev, baselines: [ubuntu]"),
    "as many servers as an account and region can have": groups(1, () => "ring: dev, baselines: [ubuntu], servers: 2400"),
  });
  rejects(placeLimits, {
    "more groups than a window has tasks": [
      groups(21, () => "ring: dev, baselines: [ubuntu]"),
      [
        "29 groups.g30",
        "21 groups in window dev, each a task, in dev eu-west-1",
        "at most 20 in an account and region",
        "Give some groups a schedule of their own, or another ring.",
      ],
    ],
    "more windows than an account and region can have": [
      groups(51, (place) => `ring: dev, baselines: [ubuntu${place % 3}], install: mondays 0${place % 9}:00`, 3),
      [
        "11 groups",
        "51 windows in dev eu-west-1",
        "at most 50 in an account and region",
        "Let groups install in their ring's window.",
      ],
    ],
    "more groups than a baseline can have": [
      groups(26, (place) => `ring: ${place < 13 ? "dev" : "late"}, baselines: [ubuntu]`),
      [
        "4 baselines.ubuntu",
        "26 groups with baseline ubuntu in dev eu-west-1",
        "at most 25 in an account and region",
        "Give some of the groups a copy of the baseline under another name.",
      ],
    ],
    "more baselines than an account and region can have, defaults included": [
      groups(50, (place) => `ring: dev, baselines: [ubuntu${place}], install: mondays 0${place % 9}:00`, 50),
      [
        "3 baselines",
        "51 baselines, the defaults included, in dev eu-west-1",
        "at most 50 in an account and region",
        "Let groups share baselines, or put groups into other accounts.",
      ],
    ],
    "hybrid machines that nobody counted among the servers": [
      `${groups(2, (place) => (place === 0 ? "ring: dev, baselines: [ubuntu], servers: 2000" : "ring: dev, baselines: [ubuntu]"))}hybrid:
  counted: { account: dev, region: eu-west-1, group: g10, renewed: 2026-11-15, onPremises: { linux: 900 } }
  uncounted: { account: dev, region: eu-west-1, group: g11, renewed: 2026-11-15, onPremises: { linux: 401 } }
  elsewhere: { account: dev, region: us-east-1, group: g11, renewed: 2026-11-15, onPremises: { linux: 500 } }
`,
      [
        "2 accounts.dev.regions",
        "2,401 servers in dev eu-west-1",
        "at most 2,400 in an account and region",
        "Spread the servers over more accounts or regions, or ask AWS for more and count per account.",
      ],
    ],
    "more servers than an account and region can have": [
      groups(2, (place) => `ring: dev, baselines: [ubuntu], servers: ${1200 + place}`),
      [
        "2 accounts.dev.regions",
        "2,401 servers in dev eu-west-1",
        "at most 2,400 in an account and region",
        "Spread the servers over more accounts or regions, or ask AWS for more and count per account.",
      ],
    ],
  });
});
