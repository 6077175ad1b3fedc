import type { Row } from "../../evidence/record/question";
import { RequestError } from "../../evidence/report/request";
import { listed } from "../../fleet/closest";

/** A group of the ring before in one place: what its last run came to, and how many of its servers prove what is on them. */
export interface ProvingPlace {
  readonly group: string;
  readonly account: string;
  readonly region: string;
  readonly outcome: string | null;
  readonly started: string | null;
  readonly servers: number;
  readonly proving: number;
}

const textOf = (row: Row, name: string): string | null => {
  const cell = row[name] ?? null;
  return cell === null ? null : String(cell);
};

/** Reads the answer to `installed-places` for one ring. */
export function provingPlaces(rows: readonly Row[], ring: string, names: ReadonlyMap<string, string>): ProvingPlace[] {
  return rows
    .filter((row) => row["ring"] === ring)
    .map((row) => ({
      group: textOf(row, "group") ?? "",
      account: names.get(textOf(row, "account") ?? "") ?? textOf(row, "account") ?? "",
      region: textOf(row, "region") ?? "",
      outcome: textOf(row, "outcome"),
      started: textOf(row, "started"),
      servers: Number(row["servers"] ?? 0),
      proving: Number(row["proving"] ?? 0),
    }));
}

/** Where a place is, and of whom. */
export const placeText = ({ group, account, region }: ProvingPlace): string => `${group} in ${account} ${region}`;

/** Why nothing of a place is proved; null when something is. */
export function unproved(place: ProvingPlace): string | null {
  if (place.proving > 0) return null;
  if (place.servers === 0) return "no server of it in the evidence";
  if (place.outcome === null) return "no run of it is recorded";
  if (place.outcome === "failed") return `its last run (${place.started ?? "no time told"}) failed`;
  return `no server of it was heard of, whole and without a failure, since its last run (${place.started ?? "no time told"})`;
}

/** Refuses evidence that proves nothing of a ring. */
export function refuseUnproved(places: readonly ProvingPlace[], ring: string, data: string): void {
  if (places.some(({ proving }) => proving > 0)) return;
  if (places.every(({ servers }) => servers === 0))
    throw new RequestError(
      `${data} tells of no server of ring ${ring}: it may be the evidence of another fleet, or another part of it`,
    );
  const why = places.map((place) => `${placeText(place)}: ${unproved(place) ?? ""}`);
  throw new RequestError(`nothing is proved of ring ${ring}: ${listed(why, 5)}`);
}
