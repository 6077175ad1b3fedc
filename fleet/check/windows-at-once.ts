import { listed } from "../closest";
import type { Finding } from "../problem";
import { ringOrders } from "../ring-orders";
import { mostAtOnce } from "../schedule/most-at-once";
import type { Fleet } from "../schema/fleet-file";
import { everywhere } from "./everywhere";

/** AWS runs this many windows at once in an account and region; others wait or are skipped. */
const MOST_AT_ONCE = 5;

/** More windows open at once in one account and region than AWS runs. @see https://docs.aws.amazon.com/general/latest/gr/ssm.html */
export function windowsAtOnce(fleet: Fleet): Finding[] {
  const all = ringOrders(fleet).flatMap(({ windows, restarts }) => [...windows, ...(restarts ?? [])]);
  const told = new Set<string>();
  return everywhere(fleet).flatMap(({ place, windows }): Finding[] => {
    const keys = new Set(windows.map((window) => window.key));
    const here = all.filter((window) => keys.has(window.key));
    const same = JSON.stringify([...keys]);
    if (here.length <= MOST_AT_ONCE || told.has(same)) return [];
    told.add(same);
    const most = mostAtOnce(here);
    if (most.count <= MOST_AT_ONCE) return [];
    const when = most.at ? ` on ${most.at.toString()}` : "";
    return [
      {
        path: ["rings"],
        got: `${most.count} windows open at once in ${place.account} ${place.region}${when}: ${listed(most.windows)}`,
        want: `at most ${MOST_AT_ONCE}, as many as AWS runs at once in an account and region`,
        fix: "Let groups share their ring's window, or move windows to other times.",
      },
    ];
  });
}
