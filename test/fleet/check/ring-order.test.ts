import { ringOrder } from "../../../fleet/check/ring-order";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const BY_CALENDAR = replaced(SHARED_FLEET, "soak:", "prove: calendar, soak:");
const CLOSING = "freezes: [{ name: closing, every: last day of each month }]\n";

describe("ringOrder", () => {
  accepts(ringOrder, {
    "rings without a freeze": SHARED_FLEET,
    "a freeze of the last ring alone": `${SHARED_FLEET}freezes: [{ name: closing, every: last 3 days of each month, rings: [prod] }]\n`,
    "a freeze that happens once": `${SHARED_FLEET}freezes: [{ name: year-end, from: 2026-12-15, to: 2027-01-04 }]\n`,
    "a ring that waits for evidence": `${SHARED_FLEET}${CLOSING}`,
    "what is told elsewhere": `${replaced(BY_CALENDAR, "name: dev,", "name: dev, zone: Mars,")}${CLOSING}`,
  });
  rejects(ringOrder, {
    "a recurring freeze that lets a ring overtake the one before": [
      `${BY_CALENDAR}${CLOSING}`,
      [
        "12 rings[1].after",
        "a run on 2026-06-06T03:00:00Z that would come before its turn: waits for ring dev: its run of 2026-05-31 03:00 UTC is held (freeze closing until 2026-06-01 00:00 UTC)",
        "runs that a recurring freeze never lets overtake the ring before",
        "Write the freeze once, with `from` and `to`; or for this ring write `prove: evidence`, or another schedule or soak.",
      ],
    ],
  });
});
