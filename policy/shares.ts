import { UNKNOWN } from "./plain";
import { text } from "./read";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { BASELINE, PARAMETER, SHARE, SHARED_RESOURCE, SHARED_WITH, WINDOW } from "./vocabulary";

/** What a share holds, by one of its associations. */
export interface Shared {
  readonly association: Resource;
  /** The kind of what is shared; undefined where it cannot be told. */
  readonly kind: "parameter" | "patching" | "other" | undefined;
  /** The parameters of this stack that it is. */
  readonly parameters: readonly Resource[];
  readonly arn: string | undefined;
}

/** Everything in a stack that is put into a share. */
export function sharedOf(stack: Stack): readonly Shared[] {
  return stack.of(SHARED_RESOURCE).map((association) => {
    const value = association.props["resourceArn"];
    const referred = (type: string): readonly Resource[] => {
      const found = stack.referred(association, "resourceArn", value, type);
      return typeof found === "object" ? found : [];
    };
    const arn = text(value);
    const parameters = referred(PARAMETER);
    return { association, parameters, arn, kind: kindOf(arn, parameters, [...referred(BASELINE), ...referred(WINDOW)]) };
  });
}

function kindOf(arn: string | undefined, parameters: readonly Resource[], patching: readonly Resource[]): Shared["kind"] {
  if (parameters.length > 0 || arn?.includes(":parameter/") === true) return "parameter";
  if (patching.length > 0 || (arn !== undefined && /:(?:patchbaseline|maintenancewindow|patchgroup)\//.test(arn)))
    return "patching";
  return arn === undefined ? undefined : "other";
}

/** The shares that hold parameters or whose content cannot be told, and who they are given to. */
export function parameterShares(stack: Stack): {
  readonly shares: readonly Resource[];
  readonly principals: readonly Resource[];
} {
  const suspect = sharedOf(stack).filter(({ kind }) => kind !== "other");
  const shares = new Set(suspect.flatMap(({ association }) => shareOf(stack, association)));
  const principals = stack.of(SHARED_WITH).filter((principal) => shareOf(stack, principal).some((share) => shares.has(share)));
  return { shares: [...shares], principals };
}

function shareOf(stack: Stack, association: Resource): readonly Resource[] {
  const found = stack.referred(association, "resourceShareArn", association.props["resourceShareArn"] ?? UNKNOWN, SHARE);
  return typeof found === "object" ? found : [];
}
