import { escaped } from "../evidence/report/html/escape";
import { counted } from "../evidence/report/html/number";
import type { ReviewedServer } from "./reviewed-server";
import { placeName, serverName } from "./words";

/** The servers of updates, each set of them written out once: many updates are missing on the same servers. */
export interface ServerSets {
  /** Names few servers, and points at where many are written out. */
  link(places: readonly number[]): string;
  /** Every set that was pointed at. */
  section(): string;
}

/** Up to as many servers stand beside the update itself. */
const FEW = 3;

function byPlace(servers: readonly ReviewedServer[]): string {
  const found = new Map<string, string[]>();
  for (const server of servers) {
    const names = found.get(placeName(server)) ?? [];
    names.push(serverName(server));
    found.set(placeName(server), names);
  }
  return [...found]
    .map(([place, names]) => `<p class="note"><b>${escaped(place)}</b> ${escaped(names.join(", "))}</p>`)
    .join("\n");
}

/** Sets of the servers of a packet. */
export function serverSets(all: readonly ReviewedServer[]): ServerSets {
  const numbers = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  return {
    link: (places) => {
      if (places.length <= FEW)
        return places
          .flatMap((place) => all[place] ?? [])
          .map((server) => escaped(serverName(server)))
          .join("<br>");
      const key = places.join(" ");
      const number = numbers.get(key) ?? sets.push(places);
      numbers.set(key, number);
      return `<a href="#set-${number}">${counted(places.length, "server")}</a>`;
    },
    section: () => {
      if (sets.length === 0) return "";
      const written = sets.map(
        (places, at) =>
          `<h3 id="set-${at + 1}">${counted(places.length, "server")}</h3>\n${byPlace(places.flatMap((place) => all[place] ?? []))}`,
      );
      return `<section id="sets" aria-labelledby="sets-heading"><h2 id="sets-heading">Which servers</h2>\n${written.join("\n")}</section>`;
    },
  };
}
