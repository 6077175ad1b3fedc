import type { Plan } from "../fleet/plan";
import type { RejectionPlan } from "../fleet/plan/group";
import { familyOf, type Family, type System } from "../fleet/systems";
import { bareName } from "./restart";
import type { Update } from "./update";

/** A rejected patch of a baseline that serves the group, with the family of systems that it is for. */
export interface Rejection extends RejectionPlan {
  readonly family: Family;
}

const FAMILIES: Readonly<Record<string, Family>> = {
  Ubuntu: "apt",
  Debian: "apt",
  Raspbian: "apt",
  Suse: "zypper",
  macOS: "macos",
  WindowsServer: "windows",
};

/** The family of a platform as the evidence names it. */
export const familyOfPlatform = (platform: string): Family => FAMILIES[platform] ?? "rpm";

/** The baselines of a group with their systems, wherever it has servers. */
function baselinesOf(plan: Plan, group: string): ReadonlyMap<string, System> {
  const registrations = plan.stacks
    .filter((stack) => stack.kind === "member")
    .flatMap(({ member }) => member.regions.flatMap((region) => region.registrations));
  return new Map(registrations.filter((entry) => entry.group === group).map(({ baseline, system }) => [baseline, system]));
}

/** What the baselines of some groups reject. */
export function rejectionsOf(plan: Plan, groups: readonly string[]): Rejection[] {
  const baselines = new Map(groups.flatMap((group) => [...baselinesOf(plan, group)]));
  return plan.rejections.flatMap((rejection) => {
    const system = baselines.get(rejection.baseline);
    return system === undefined ? [] : [{ ...rejection, family: familyOf(system) }];
  });
}

/** Whether a baseline's entry, with `*` for anything, means a patch by any of the names that it may go by. */
function means(pattern: string, names: readonly string[]): boolean {
  const literal = pattern.split("*").map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/gu, "\\$&"));
  const whole = new RegExp(`^${literal.join(".*")}$`, "u");
  return names.some((name) => whole.test(name));
}

/** Why an update is not for this group: the rejection that means it; null when none does. */
export function rejectedBy(
  { id, version, platforms }: Pick<Update, "id" | "version" | "platforms">,
  rejections: readonly Rejection[],
): Rejection | null {
  const families = platforms.map(familyOfPlatform);
  const architecture = id.slice(bareName(id).length);
  const plain = (version ?? "").replace(/^\d+:/u, "");
  const names = [id, bareName(id), ...(version === null ? [] : [`${bareName(id)}-${plain}${architecture}`])];
  return rejections.find(({ family, patch }) => families.includes(family) && means(patch, names)) ?? null;
}
