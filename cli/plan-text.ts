import type { Plan } from "../fleet/plan";
import type { RingPlan } from "../fleet/plan/ring";
import type { StackPlan } from "../fleet/plan/stack";
import { noticeText } from "./notice-text";

/** Groups under review have no window of their own: they install when somebody approves it. */
function reviewLines({ name }: RingPlan, { groups, approvals }: Plan): string[] {
  return groups
    .filter((group) => group.sensitive && group.ring === name)
    .flatMap((group) => [
      `    ${group.name}: under review, installs from approvals only`,
      ...approvals
        .filter((approval) => approval.group === group.name && !approval.spent)
        .map(({ key, kind, at, ends }) => `      ${kind === "reboot" ? "restart by " : ""}${key}: ${at} to ${ends}`),
    ]);
}

function ringLines(ring: RingPlan, plan: Plan): string[] {
  const order = ring.after === null ? "" : `, after ${ring.after} and ${ring.soakHours} hours of soak, proved by ${ring.prove}`;
  return [
    `  ${ring.name}${order}${ring.held === null ? "" : `, ${ring.held}`}`,
    ...ring.windows.map((window) => `    ${window.groups.join(", ")}: ${window.words}, ${window.durationHours} hours`),
    ...reviewLines(ring, plan),
    ...ring.restarts.map(
      ({ groups, words, durationHours }) => `    restart of ${groups.join(", ")}: ${words}, ${durationHours} hours`,
    ),
  ];
}

function stackLines(stack: StackPlan): string[] {
  const head = `  ${stack.name} (${stack.kind}) ${stack.account.id} ${stack.regions.join(", ")}`;
  if (stack.kind !== "member") return [head];
  const runs = stack.member.regions.flatMap((region) =>
    region.windows.flatMap((window) =>
      window.runs.map(({ group, operation, approval, capacity, servers, concurrency, errors, reboot }) => {
        const what = operation === "restart" ? `restart of ${group}` : group;
        const by = approval === null ? "" : ` by approval ${approval.key}`;
        const size = servers === null ? "" : `${servers} servers, `;
        const waves = capacity.waves === null ? "" : `, ${capacity.waves} waves`;
        const rest = operation === "restart" ? "" : `, stop at ${errors}${waves}, ${reboot}`;
        return `    ${region.region} ${what}${by}: ${size}${concurrency} at a time${rest}`;
      }),
    ),
  );
  return [head, ...runs];
}

/** A plan as people read it: rings, stacks with their runs, notices. */
export function planText(plan: Plan): string {
  return [
    "rings",
    ...plan.rings.flatMap((ring) => ringLines(ring, plan)),
    "",
    `scan of every server ${plan.scan.words}`,
    "",
    "stacks",
    ...plan.stacks.flatMap(stackLines),
    ...(plan.notices.length > 0 ? ["", ...plan.notices.map(noticeText)] : []),
  ].join("\n");
}
