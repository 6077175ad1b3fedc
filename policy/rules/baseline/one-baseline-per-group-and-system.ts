import { systemOf } from "../../baseline/baseline";
import { registrationsOf, type Registration } from "../../baseline/registrations";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { show, text } from "../../read";
import { REGISTRATION } from "../../vocabulary";

export default defineRule({
  name: "one-baseline-per-group-and-system",
  concern: "baseline",
  description: "A patch group has one baseline for each operating system.",
  why: "Systems Manager takes one baseline per group and system, in an account and region. A second registration is refused in the middle of an update, after the first part has been changed.",
  remediation: "Register the group once per system; merge the baselines or make a second group.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resources: [REGISTRATION],
  check: (stack) => {
    const registrations = registrationsOf(stack);
    const nameless = registrations
      .filter(({ resource }) => text(resource.props["patchGroup"]) === undefined)
      .map(({ resource }) => undecided(resource, "patchGroup", show(resource.props["patchGroup"]), "a group's name"));
    const byGroup = grouped(
      registrations.filter(({ group }) => group !== undefined),
      ({ place, group }) => `${place} ${group}`,
    );
    return [...nameless, ...[...byGroup.values()].flatMap(repeated)];
  },
});

function repeated(registrations: readonly Registration[]): readonly Finding[] {
  if (registrations.length < 2) return [];
  const seen = new Map<string, Registration>();
  return registrations.flatMap((registration): readonly Finding[] => {
    const { resource, group } = registration;
    const key = baselineKey(registration);
    if (key === undefined) {
      return [
        undecided(resource, "baselineId", `${group} with a baseline that is not known`, "a baseline whose system can be told"),
      ];
    }
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, registration);
      return [];
    }
    const got = `${group} for ${key}, which ${earlier.resource.name} has registered`;
    return [about(resource, "baselineId", got, "one baseline per group and system")];
  });
}

/** The system of a baseline in this stack; of one elsewhere only the id is known, and the same id is the same system. */
function baselineKey({ resource, baseline }: Registration): string | undefined {
  if (baseline === "elsewhere") return text(resource.props["baselineId"]);
  const [only, ...more] = typeof baseline === "object" ? baseline : [];
  return only === undefined || more.length > 0 ? undefined : systemOf(only);
}
