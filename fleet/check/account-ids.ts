import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { repeats } from "./repeats";

/** Two accounts with one id. */
export function accountIds(fleet: Fleet): Finding[] {
  const names = sortedKeys(fleet.accounts);
  const id = (name: string | undefined) => fleet.accounts[name ?? ""]?.id ?? "";
  return repeats(names, id).map((place) => {
    const name = names[place] ?? "";
    const other = names.find((earlier) => id(earlier) === id(name));
    const fix = "Correct one of the two ids, or keep one account with all its regions.";
    return { path: ["accounts", name, "id"], got: `${id(name)}, which is ${other} already`, want: "each account once", fix };
  });
}
