import type { Finding } from "../problem";
import { proofOf } from "../proof";
import { ringOrders } from "../ring-orders";
import { LONGEST_ASK_HOURS } from "../schedule/ask-before";
import { hourMillis, type RingOrder } from "../schedule/ring";
import { ringStarts } from "../schedule/ring-runs";
import { latestStart } from "../schedule/starts";
import type { Fleet } from "../schema/fleet-file";
import { ringAfter } from "./ring-after";
import { ringNames } from "./ring-names";
import { schedules } from "./schedules";
import { zones } from "./zones";

/** Two years hold every weekday of every month, and every change of the clocks. */
const JUDGED = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2028, 0, 1) };

/** The first start for which the ring before may end its own run too late to be asked of; null when there is none. */
function lateStart(ring: RingOrder, before: RingOrder): number | null {
  const late = ringStarts(ring, JUDGED.from, JUDGED.to).find(({ start }) =>
    before.windows.some(({ schedule, zone, durationHours }) => {
      const length = durationHours * hourMillis;
      const last = latestStart(schedule, zone, start - ring.soakHours * hourMillis - length);
      return last !== null && last + length > start - LONGEST_ASK_HOURS * hourMillis;
    }),
  );
  return late?.start ?? null;
}

/** Rings that are asked for before the run that would prove them is over, and so would never be proved. */
export function proofTime(fleet: Fleet): Finding[] {
  if ([ringNames, ringAfter, schedules, zones].some((check) => check(fleet).length > 0)) return [];
  const orders = ringOrders(fleet);
  return fleet.rings.flatMap((ring, place): Finding[] => {
    const [order, before] = [orders[place], orders.find(({ name }) => name === ring.after)];
    if (!order || !before || order.soakHours >= LONGEST_ASK_HOURS || proofOf(fleet, ring) !== "evidence") return [];
    const late = lateStart(order, before);
    if (late === null) return [];
    return [
      {
        path: ["rings", place, ...(ring.soak === undefined ? ["after"] : ["soak"])],
        got: `${order.soakHours} hours between a run of ring ${before.name} and the run on ${new Date(late).toISOString().slice(0, 16)}Z`,
        want: `at least ${LONGEST_ASK_HOURS} hours: whether the ring before is healthy is asked so long ahead`,
        fix: `Write \`soak: ${LONGEST_ASK_HOURS} hours\` or more, or \`prove: calendar\`.`,
      },
    ];
  });
}
