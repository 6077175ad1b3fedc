import type { Plan } from "../fleet/plan";
import type { RingPlan } from "../fleet/plan/ring";
import type { StackPlan } from "../fleet/plan/stack";
import { noticeText } from "./notice-text";

function ringLines(ring: RingPlan): string[] {
  const order = ring.after === null ? "" : `, after ${ring.after} and ${ring.soakHours} hours of soak, proved by ${ring.prove}`;
  return [
    `  ${ring.name}${order}${ring.held === null ? "" : `, ${ring.held}`}`,
    ...ring.windows.map((window) => `    ${window.groups.join(", ")}: ${window.words}, ${window.durationHours} hours`),
  ];
}

function stackLines(stack: StackPlan): string[] {
  const head = `  ${stack.name} (${stack.kind}) ${stack.account.id} ${stack.regions.join(", ")}`;
  if (stack.kind !== "member") return [head];
  const runs = stack.member.regions.flatMap((region) =>
    region.windows.flatMap((window) =>
      window.runs.map(({ group, capacity, servers, concurrency, errors, reboot }) => {
        const size = servers === null ? "" : `${servers} servers, `;
        const waves = capacity.waves === null ? "" : `, ${capacity.waves} waves`;
        return `    ${region.region} ${group}: ${size}${concurrency} at a time, stop at ${errors}${waves}, ${reboot}`;
      }),
    ),
  );
  return [head, ...runs];
}

/** A plan as people read it: rings, stacks with their runs, notices. */
export function planText(plan: Plan): string {
  return [
    "rings",
    ...plan.rings.flatMap(ringLines),
    "",
    `scan of every server ${plan.scan.words}`,
    "",
    "stacks",
    ...plan.stacks.flatMap(stackLines),
    ...(plan.notices.length > 0 ? ["", ...plan.notices.map(noticeText)] : []),
  ].join("\n");
}
