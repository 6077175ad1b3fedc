import { expect } from "chai";
import fc from "fast-check";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openFolder } from "../../../evidence/engine/folder";
import { NOTHING_EXPECTED } from "../../../evidence/expected";
import { isGreen } from "../../../evidence/report/summary";
import {
  COMPLIANT,
  ITEMS,
  askFolder,
  fileText,
  inFolder,
  information,
  patch,
  summary,
  updatersOff,
  writeSync,
  type ServerFiles,
  type SyncServer,
} from "../../support/sync";

const OPEN = [
  patch("vim.amd64", { PatchState: "Missing", Status: "NON_COMPLIANT" }),
  patch("git.amd64", { PatchState: "Failed", Status: "NON_COMPLIANT" }),
  patch("linux.amd64", { PatchState: "InstalledPendingReboot", Status: "NON_COMPLIANT" }),
  patch("nano.amd64", { PatchState: "InstalledRejected", Status: "NON_COMPLIANT" }),
];

/** Servers that are not green, each for one reason. Damage of one sign is not among them: what hits that sign may mend it. */
const NOT_GREEN: Readonly<Record<string, ServerFiles>> = {
  missing: { "AWS:PatchSummary": [summary({ MissingCount: "1" })], "AWS:ComplianceItem": [...ITEMS, OPEN[0]!] },
  failed: { "AWS:PatchSummary": [summary({ FailedCount: "1" })], "AWS:ComplianceItem": [...ITEMS, OPEN[1]!] },
  pending: { "AWS:PatchSummary": [summary({ InstalledPendingRebootCount: "1" })], "AWS:ComplianceItem": [...ITEMS, OPEN[2]!] },
  rejected: { "AWS:PatchSummary": [summary({ InstalledRejectedCount: "1" })], "AWS:ComplianceItem": [...ITEMS, OPEN[3]!] },
  stale: {
    "AWS:PatchSummary": [
      {
        ...summary({ OperationStartTime: "2026-10-18T12:03:00Z", OperationEndTime: "2026-10-18T12:05:00Z" }),
        captureTime: "2026-10-18T12:05:04Z",
      },
    ],
  },
  installed: { "AWS:PatchSummary": [summary({ OperationType: "Install" })] },
  departed: { "AWS:InstanceInformation": [information({ InstanceStatus: "Terminated" })] },
  "patches itself": { "AWS:ComplianceItem": [...ITEMS.slice(0, 3), updatersOff("NON_COMPLIANT")] },
};

const TYPES = Object.keys(COMPLIANT);
/** What may happen to a file: a byte becomes another one, or a line is cut short, goes, or comes twice. */
const harm = fc.record({
  fate: fc.constantFrom(...Object.keys(NOT_GREEN)),
  type: fc.constantFrom(...TYPES),
  how: fc.constantFrom("byte", "byte", "byte", "byte", "cut", "drop", "twice", "garble"),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  byte: fc.integer({ min: 0, max: 255 }),
});
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never;

function harmed(text: string, { how, at, byte }: Harm): string {
  if (how === "byte") {
    const place = Math.floor(at * text.length);
    return text.slice(0, place) + String.fromCodePoint(byte) + text.slice(place + 1);
  }
  const lines = text.split("\n").slice(0, -1);
  const place = Math.floor(at * lines.length);
  const line = lines[place] ?? "";
  const become: Record<string, string[]> = { cut: [line.slice(0, -3)], drop: [], twice: [line, line], garble: [`${line}#`] };
  return [...lines.slice(0, place), ...(become[how] ?? []), ...lines.slice(place + 1)].map((each) => `${each}\n`).join("");
}

const idOf = (place: number) => `i-${place.toString(16).padStart(17, "0")}`;

function harmedServer(each: Harm, place: number): SyncServer {
  const files: ServerFiles = { ...COMPLIANT, ...NOT_GREEN[each.fate] };
  return { id: idOf(place), files: { ...files, [each.type]: harmed(fileText(idOf(place), files[each.type] ?? []), each) } };
}

/** The line that says that a server patches itself is the only one to say so: nothing tells that it has gone. */
const isSilent = (each: Harm) => each.fate === "patches itself" && each.how === "drop";

describe("openFolder", () => {
  it("makes no server green by harm to any byte or line of any file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 300, maxLength: 300 }), async (harms) => {
        const told = harms.filter((each) => !isSilent(each));
        await inFolder(async (folder) => {
          writeSync(folder, told.map(harmedServer));
          const { rows } = await askFolder(folder, "coverage");
          const green = rows.filter(isGreen).map((row) => told.find((_, place) => idOf(place) === row["server"]));
          expect(green).to.deep.equal([]);
        });
      }),
      { numRuns: 4 },
    );
  });

  it("counts every server of the fleet once, whatever happened to its files", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 50, maxLength: 50 }), async (harms) => {
        const here = harms.filter(({ fate }) => fate !== "departed");
        await inFolder(async (folder) => {
          writeSync(folder, here.map(harmedServer));
          const { rows } = await askFolder(folder, "coverage");
          const known = new Set(rows.map((row) => row["server"]));
          expect(rows).to.have.length(known.size);
          expect(here.map((_, place) => idOf(place)).filter((id) => !known.has(id))).to.deep.equal([]);
        });
      }),
      { numRuns: 3 },
    );
  });

  it("answers the same whatever the order of lines", async () => {
    const servers = Object.values(NOT_GREEN).map((files, place) => ({ id: idOf(place), files: { ...COMPLIANT, ...files } }));
    const turned = servers.map(({ id, files }) => ({
      id,
      files: Object.fromEntries(Object.entries(files).map(([type, records]) => [type, [...records].toReversed() as never])),
    }));
    for (const question of ["coverage", "missing", "failed", "pending-reboot"]) {
      const answers = await Promise.all(
        [servers, turned.toReversed()].map((each) =>
          inFolder(async (folder) => {
            writeSync(folder, each);
            return (await askFolder(folder, question)).rows;
          }),
        ),
      );
      expect(answers[0], question).to.have.length.greaterThan(0);
      expect(answers[1], question).to.deep.equal(answers[0]);
    }
  });

  it("finds a sync below a prefix, and beside it what else is there", async () => {
    await inFolder(async (folder) => {
      writeSync(path.join(folder, "a[1]", "sync"), [{ id: "i-1", files: COMPLIANT }]);
      const runs = path.join(folder, "a[1]", "sync", "runs", "records", "accountid=1", "region=r");
      mkdirSync(runs, { recursive: true });
      writeFileSync(
        path.join(runs, "e-1.json"),
        `{"execution":"e-1","accountid":"1","region":"r","patchgroup":"app","outcome":"held"}\n`,
      );
      expect((await askFolder(folder, "coverage")).rows.map((row) => row["class"])).to.deep.equal(["compliant"]);
      expect((await askFolder(folder, "runs")).rows.map((row) => row["outcome"])).to.deep.equal(["held"]);
    });
  });

  it("keeps nothing of one instant for the next", async () => {
    await inFolder(async (folder) => {
      writeSync(folder, [{ id: "i-1", files: COMPLIANT }]);
      const evidence = await openFolder(folder, { expected: NOTHING_EXPECTED });
      const ask = async (asOf: string) => (await evidence.ask("coverage", { asOf })).map((row) => row["class"]);
      expect(await ask("2026-11-20T08:00:00Z")).to.deep.equal(["compliant"]);
      expect(await ask("2026-12-20T08:00:00Z")).to.deep.equal(["stale"]);
      expect(await ask("2026-11-01T08:00:00Z")).to.deep.equal(["unknown"]);
      await evidence.close();
    });
  });

  it("answers questions of several instants that are asked at once, each of its own", async () => {
    await inFolder(async (folder) => {
      writeSync(folder, [{ id: "i-1", files: COMPLIANT }]);
      const evidence = await openFolder(folder, { expected: NOTHING_EXPECTED });
      const instants = ["2026-11-20T08:00:00Z", "2026-12-20T08:00:00Z", "2026-11-01T08:00:00Z", "2026-11-20T08:00:00Z"];
      const answers = await Promise.all(instants.map((asOf) => evidence.ask("coverage", { asOf })));
      expect(answers.map((rows) => rows.map((row) => row["class"]))).to.deep.equal([
        ["compliant"],
        ["stale"],
        ["unknown"],
        ["compliant"],
      ]);
      await evidence.close();
    });
  });

  it("rejects what is no evidence, each with one line that says what to do", async () => {
    const fault = async (folder: string) => {
      const error: unknown = await openFolder(folder, { expected: NOTHING_EXPECTED }).then(
        () => null,
        (caught: unknown) => caught,
      );
      return error instanceof Error && "fault" in error ? [error.fault, error.message.includes("\n")] : error;
    };
    await inFolder(async (folder) => {
      expect(await fault(path.join(folder, "none"))).to.deep.equal(["no folder", false]);
      expect(await fault(folder)).to.deep.equal(["empty folder", false]);
      writeFileSync(path.join(folder, "file"), "");
      expect(await fault(path.join(folder, "file"))).to.deep.equal(["no folder", false]);
      expect(await fault(folder)).to.deep.equal(["other data", false]);
      writeSync(folder, [{ id: "i-1", files: COMPLIANT }]);
      expect(await fault(path.join(folder, "AWS:Tag"))).to.deep.equal(["other data", false]);
    });
  });
});
