import { freezes } from "../../../fleet/check/freezes";
import { SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("freezes", () => {
  accepts(freezes, {
    "freezes once and again": `${SHARED_FLEET}freezes:
  - { name: year-end, from: 2026-12-15, to: 2027-01-04T06:00 }
  - { name: one-day, from: 2026-12-24, to: 2026-12-24 }
  - { name: closing, every: last 3 days of each month, rings: [prod] }
`,
    "a freeze in an unknown zone, which is told elsewhere": `${SHARED_FLEET}freezes: [{ name: fr, every: fridays, zone: Mars }]\n`,
  });
  rejects(freezes, {
    "a freeze that ends before it begins": [
      `${SHARED_FLEET}freezes: [{ name: year-end, from: 2027-01-04, to: 2026-12-15 }]\n`,
      ["16 freezes[0]", "2027-01-04 to 2026-12-15", "a freeze that ends after it begins", "Exchange from and to."],
    ],
    "a day that is not in the calendar": [
      `${SHARED_FLEET}freezes: [{ name: year-end, from: 2026-11-31, to: 2026-12-15 }]\n`,
      [
        "16 freezes[0]",
        '"2026-11-31" as from',
        "a day or a local time that exists",
        "Write for example 2026-12-15 or 2026-12-15T18:00.",
      ],
    ],
    "a freeze of a ring that is not there": [
      `${SHARED_FLEET}freezes: [{ name: fr, every: fridays, rings: [dev, prd] }]\n`,
      ["16 freezes[0].rings[1]", "prd", "one of dev and prod", "Did you mean `prod`? Name a ring of this file."],
    ],
    "two freezes of one name": [
      `${SHARED_FLEET}freezes: [{ name: fr, every: fridays }, { name: fr, every: mondays }]\n`,
      ["16 freezes[1].name", "a second freeze fr", "each freeze's name once", "Rename one of the two freezes."],
    ],
    "words that say no time": [
      `${SHARED_FLEET}freezes: [{ name: fr, every: black friday }]\n`,
      [
        "16 freezes[0].every",
        '"black friday"',
        "`last 3 days of each month`, `first 2 days of each month`, `fridays to sundays`, `sundays` or `12-20 to 01-03 each year`",
        "Write the freeze in one of these forms, or once with from and to.",
      ],
    ],
  });
});
