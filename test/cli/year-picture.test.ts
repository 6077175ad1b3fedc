import { expect } from "chai";
import { yearPicture } from "../../cli/year-picture";
import { paint } from "../../preview/render/paint";
import type { PictureRow, WeekCell } from "../../simulator/picture";

const week = (starts: string, result: WeekCell["result"], heldBy: WeekCell["heldBy"] = null): WeekCell => ({
  starts: `${starts}T00:00:00Z`,
  result,
  heldBy,
  runs: { installed: 0, failed: 0, held: 0, none: 0 },
});
const ROWS: readonly PictureRow[] = [
  {
    name: "prod",
    kind: "ring",
    weeks: [
      week("2026-11-23", "installed"),
      week("2026-11-30", "failed"),
      week("2026-12-07", "held", "freeze"),
      week("2026-12-14", "held", "evidence"),
      week("2026-12-21", "none"),
      week("2026-12-28", "held", "freeze"),
      week("2027-01-04", "installed"),
    ],
  },
];

describe("the picture of a year on a terminal", () => {
  it("has a sign a week, the months above, a legend and counts", () => {
    const lines = yearPicture(ROWS, paint(false)).split("\n");
    expect(lines.slice(0, 3)).to.deep.equal(["      Nov   Jan", "prod  ■xFE·F■", ""]);
    expect(lines).to.include("  E the ring before is not proved");
    expect(lines.at(-1)).to.equal("prod: 2 weeks installed, 1 failed, 3 held (2 freeze, 1 evidence), 1 without a run");
  });

  it("is coloured where colours are wanted, and shows the same then", () => {
    const coloured = yearPicture(ROWS, paint(true));
    expect(coloured).to.include("\u001B[32m■\u001B[39m");
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replaceAll(/\u001B\[\d+m/gu, "")).to.equal(yearPicture(ROWS, paint(false)));
  });
});
