import { windowsAtOnce } from "../../../fleet/check/windows-at-once";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const DAYS = ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"];

/** The small fleet with groups that have windows of their own instead of its one group. */
function groups(count: number, install: (place: number) => string, more = ""): string {
  const lines = Array.from(
    { length: count },
    (_, place) => `  g${place}: { ring: dev, baselines: [ubuntu], install: ${install(place)}${more} }`,
  );
  return replaced(SMALL_FLEET, "  dev: { ring: dev, baselines: [ubuntu], concurrency: 10, errors: 30 % }", lines.join("\n"));
}

describe("windowsAtOnce", () => {
  accepts(windowsAtOnce, {
    "five windows at once": groups(5, () => "saturdays 04:00"),
    "seven windows on the days of a week": groups(7, (place) => `${DAYS[place]} 04:00`),
    "six windows of which five are open at once": groups(6, (place) => (place < 5 ? "saturdays 04:00" : "saturdays 08:00")),
    "a zone that is told elsewhere": replaced(
      groups(6, () => "saturdays 04:00"),
      "name: dev,",
      "name: dev, zone: Mars,",
    ),
  });
  rejects(windowsAtOnce, {
    "six windows at once": [
      groups(6, () => "saturdays 04:00"),
      [
        "5 rings",
        "6 windows open at once in dev eu-west-1 on 2026-01-03T04:00:00Z: dev-g0, dev-g1, dev-g2, dev-g3, dev-g4 and dev-g5",
        "at most 5, as many as AWS runs at once in an account and region",
        "Let groups share their ring's window, or move windows to other times.",
      ],
    ],
    "a restart window with which six are open at once": [
      replaced(
        groups(5, () => "saturdays 04:00"),
        "g4: { ring: dev,",
        "g4: { ring: dev, rebootWindow: { at: saturdays 05:00 },",
      ),
      [
        "5 rings",
        "6 windows open at once in dev eu-west-1 on 2026-01-03T05:00:00Z: dev-g0, dev-g1, dev-g2, dev-g3, dev-g4 and restart-g4",
        "at most 5, as many as AWS runs at once in an account and region",
        "Let groups share their ring's window, or move windows to other times.",
      ],
    ],
    "six windows at once in two regions, told once": [
      replaced(
        groups(6, () => "saturdays 04:00"),
        "[eu-west-1]",
        "[eu-west-1, us-east-1]",
      ),
      [
        "5 rings",
        "6 windows open at once in dev eu-west-1 on 2026-01-03T04:00:00Z: dev-g0, dev-g1, dev-g2, dev-g3, dev-g4 and dev-g5",
        "at most 5, as many as AWS runs at once in an account and region",
        "Let groups share their ring's window, or move windows to other times.",
      ],
    ],
    "windows that begin an hour apart and overlap": [
      groups(6, (place) => `saturdays 0${place}:00`, ", duration: 6 hours"),
      [
        "5 rings",
        "6 windows open at once in dev eu-west-1 on 2026-01-03T05:00:00Z: dev-g0, dev-g1, dev-g2, dev-g3, dev-g4 and dev-g5",
        "at most 5, as many as AWS runs at once in an account and region",
        "Let groups share their ring's window, or move windows to other times.",
      ],
    ],
  });
});
