import { expect } from "chai";
import path from "node:path";
import { parse } from "yaml";
import type { Runbook } from "../../components/aws/runbooks/automation";
import { truthOf } from "../../evidence/demo/truth";
import type { Row } from "../../evidence/record/question";
import { decide } from "../../fleet/plan";
import { rfc3339 } from "../../fleet/schedule/rfc3339";
import { preview } from "../../preview/preview";
import { bareName as bare } from "../../review/restart";
import { CALM, type Fate } from "../../simulator/fate";
import type { RunLog } from "../../simulator/group-run";
import type { ScriptPayload } from "../../simulator/runbook";
import { simulate } from "../../simulator/year";
import { finishedRun, isReached } from "../support/finished-run";
import { replaced } from "../support/fleet-text";
import { input, previewed, previewedDocuments, previewedManifests, type Previewed } from "../support/previewed-documents";
import { DATA, GROUP, referenceWalk, SCANNED_BY, type ReferenceWalk } from "../support/reference-walk";

const AS_OF = ["--as-of", SCANNED_BY];
const KEY = `2026-11-21-${GROUP}`;
const DRAFT = `changes/approvals/${KEY}.yaml`;
const PLACES = ["eu-west-1", "us-east-1"] as const;
const OVER = "2026-12-08T09:00:00Z";

interface Listed {
  readonly id: string;
  readonly title?: string;
}

interface Drafted {
  readonly window: { readonly at: string };
  readonly expires: string;
  readonly digest: string;
  readonly patches: readonly Listed[];
}

interface Lacking {
  readonly server: string;
  readonly region: string;
  readonly patch: string;
}

interface Changed {
  readonly server: string;
  readonly package: string;
  readonly version: string | null;
  readonly installedAt: string;
}

/** The draft with the line that an approver writes. */
const approvedText = (draft: string): string =>
  replaced(
    draft,
    /^# approved: .*$/mu.exec(draft)?.[0] ?? "no such line",
    "approved: { by: [ana@example.com], at: 2026-11-23T09:00:00Z }",
  );

/** What a document's gate asks of its approval. */
function asks(content: string): Partial<ScriptPayload> {
  const { mainSteps }: Runbook = JSON.parse(content);
  const gate = mainSteps.find(({ name }) => name === "gate");
  if (gate?.action !== "aws:executeScript") throw new Error("a document without a gate");
  const { Manifest, Digest, Bucket, BucketOwner, Expires } = { ...gate.inputs.InputPayload };
  return { Manifest, Digest, Bucket, BucketOwner, Expires };
}

describe("one path, from a scan of 1,200 servers", function () {
  this.timeout(240_000);
  let walk: ReferenceWalk;
  let draft: string;
  let drafted: Drafted;
  /** What is missing anywhere, and what the servers of the group lack that a command reaches: as they were made. */
  let open: readonly Lacking[];
  let lacking: readonly Lacking[];
  let unreached: ReadonlySet<string>;

  before(async () => {
    walk = await referenceWalk();
    walk.fleet("review", GROUP, "--data", DATA, "--by", "carla@example.com", ...AS_OF);
    draft = walk.text(DRAFT);
    drafted = parse(draft);
    const [reached, others] = [true, false].map((is) => walk.servers(GROUP).filter((server) => isReached(server) === is));
    const ids = new Set(reached?.map(({ id }) => id));
    unreached = new Set(others?.map(({ id }) => id));
    const { missing, failed } = truthOf(walk.demo, 0);
    const named = ({ server, region, patch }: Row) => ({ server: String(server), region: String(region), patch: String(patch) });
    open = missing.map(named);
    lacking = [...open, ...failed.map(named)].filter(({ server }) => ids.has(server));
  });
  after(() => walk.discard());

  it("to a draft of exactly what the group's servers lack, as they were made", () => {
    expect(walk.servers(GROUP).length).to.equal(304);
    expect(lacking.length).to.be.greaterThan(50);
    expect(drafted.patches.map(({ id }) => id).toSorted()).to.deep.equal(
      [...new Set(lacking.map(({ patch }) => patch))].toSorted(),
    );
    expect(drafted.window.at).to.equal("2026-12-06T01:00:00Z");
  });

  it("rejects the draft while nobody has approved it, in one report", () => {
    const { code, out, err } = walk.tried("check", ...AS_OF);
    expect([code, out]).to.deep.equal([1, ""]);
    expect(err)
      .to.contain(`${DRAFT}:3 approved\n  got   nothing: a draft that nobody has approved\n`)
      .and.match(/error 1 problem\n$/u);
  });

  describe("approved", () => {
    before(() => walk.write(DRAFT, approvedText(draft)));

    it("is right", () => {
      expect(walk.fleet("check", ...AS_OF)).to.match(/^fleet\.yaml is right: 5 stacks, 1 approval to come\n/u);
    });

    it("rejects a list that was edited, names the digest that it wants, and writes it when told to", () => {
      const [first] = drafted.patches.filter(({ title }) => title !== undefined);
      const edited = replaced(walk.text(DRAFT), `"${first?.title}"`, `"${first?.title}9"`);
      walk.write(DRAFT, edited);
      const { code, err } = walk.tried("check", ...AS_OF);
      const wanted = /want {2}([0-9a-f]{64})/u.exec(err)?.[1] ?? "";
      expect([code, wanted.length, err.includes(`got   ${drafted.digest}, the digest of another list`)]).to.deep.equal([
        1,
        64,
        true,
      ]);
      walk.fleet("check", "--fix", ...AS_OF);
      expect(walk.text(DRAFT)).to.equal(replaced(edited, drafted.digest, wanted));
      walk.write(DRAFT, approvedText(draft));
    });

    describe("and previewed", () => {
      let shown: Previewed;
      let opened: ReturnType<ReferenceWalk["opened"]>;

      /** Lets the weeks until the approval's end pass, by the documents of the preview and nothing else. */
      function lived(fate: Partial<Fate> = {}, given = opened.plan): RunLog[] {
        const year = simulate({
          plan: given,
          fate: { ...CALM, ...fate },
          from: Date.parse(SCANNED_BY),
          to: Date.parse(drafted.expires),
          document: previewedDocuments(shown),
        });
        return year.runs.filter(({ window }) => window === KEY);
      }

      before(() => {
        shown = preview.parse(JSON.parse(walk.fleet("preview", "--json", ...AS_OF)));
        opened = walk.opened(SCANNED_BY);
      });

      it("is one window, one runbook and one manifest in each region, of exactly the approved digest", () => {
        const { digest, window, expires } = drafted;
        expect(shown.stacks.flatMap(({ violations }) => violations.filter(({ level }) => level === "mandatory"))).to.deep.equal(
          [],
        );
        const windows = previewed(shown, "prod", "MaintenanceWindow").filter(({ name }) => name.includes(KEY));
        expect(windows.map(({ region, inputs }) => [region, inputs["schedule"], inputs["endDate"]])).to.deep.equal(
          PLACES.map((region) => [region, "at(2026-12-06T01:00:00)", "2026-12-06T08:00:00Z"]),
        );
        const manifests = previewedManifests(shown, "prod");
        expect(manifests.map(({ region, key, digest: uploaded }) => [region, key, uploaded])).to.deep.equal(
          PLACES.map((region) => [region, `manifests/${digest}.yaml`, digest]),
        );
        for (const manifest of manifests) expect(manifest.patches).to.have.deep.members(drafted.patches);
        const runs = shown.calendar.filter(({ approval }) => approval === KEY);
        expect(runs.map(({ region, starts, held }) => [region, starts, held])).to.deep.equal(
          PLACES.map((region) => [region, window.at, null]),
        );
        const documents = previewed(shown, "prod", "Document").filter(({ name }) => name.includes(`approval/${KEY}`));
        expect(documents.map((document) => asks(input(document, "content")))).to.deep.equal(
          PLACES.map((region) => ({
            Manifest: `manifests/${digest}.yaml`,
            Digest: digest,
            Bucket: `fleet-manifests-444444444444-${region}`,
            BucketOwner: "444444444444",
            Expires: expires,
          })),
        );
      });

      it("installs exactly the list when its window opens, on all servers of each region", () => {
        const runs = lived();
        expect(
          runs.map(({ region, opens, result, changes }) => [
            region,
            rfc3339(opens),
            result,
            changes.map(({ finished }) => finished),
          ]),
        ).to.deep.equal([
          ["eu-west-1", drafted.window.at, "succeeded", [180]],
          ["us-east-1", drafted.window.at, "succeeded", [124]],
        ]);
        for (const { changes } of runs) expect(changes[0]?.patches).to.have.deep.members(drafted.patches);
      });

      const held = (runs: readonly RunLog[], why: RegExp) => {
        expect(runs.map(({ result, changes }) => [result, changes.length])).to.deep.equal([
          ["held", 0],
          ["held", 0],
        ]);
        for (const run of runs) expect(run.why).to.match(why);
      };

      it("rejects to install once the approval has expired", () => {
        const late = Date.parse(drafted.expires) - Date.parse(drafted.window.at);
        held(lived({ delay: ({ approval }) => (approval === KEY ? late : 0) }), /approval expired 2026-12-07T08:00:00Z/u);
        held(
          lived({ delay: () => late, declared: () => "open until 2027-01-01T00:00:00Z without proof" }),
          /^approval expired 2026-12-07T08:00:00Z$/u,
        );
      });

      it("rejects to install from a manifest with another digest, or one that was written again", () => {
        held(lived({ tampered: () => "replaced" }), /^manifest manifests\/[0-9a-f]{64}\.yaml is not what was approved/u);
        held(
          lived({ tampered: () => "rewritten" }),
          /^manifest manifests\/[0-9a-f]{64}\.yaml was not written just once: 3 versions/u,
        );
      });

      it("rejects to install in a freeze that came after the approval", () => {
        const freeze = { name: "incident", from: "2026-12-05", to: "2026-12-07", zone: "UTC", urgent: "refused" as const };
        const frozen = { ...opened.fleet, freezes: [...opened.fleet.freezes, freeze] };
        held(lived({}, decide(frozen, opened.changes, SCANNED_BY)), /^freeze: calendar fleet-calendar-prod is closed/u);
      });

      describe("and run", () => {
        const asked = <T>(question: string, ...args: readonly string[]): T[] =>
          JSON.parse(
            walk.fleet(
              "report",
              "--data",
              DATA,
              "--fleet",
              "fleet.yaml",
              "--group",
              GROUP,
              "--question",
              question,
              "--json",
              "--as-of",
              OVER,
              ...args,
            ),
          );

        before(() => {
          const missed = (region: string) =>
            walk.servers(GROUP).filter((server) => server.place.region === region && !isReached(server));
          const runs = lived({ failing: ({ group, region }) => (group === GROUP ? missed(region).length : 0) });
          for (const object of previewed(shown, "security", "BucketObjectv2").filter(({ name }) => name.includes(KEY)))
            walk.write(path.join(DATA, input(object, "key")), input(object, "content"));
          for (const run of runs) finishedRun(walk.file(DATA), run, walk.servers(GROUP));
          walk.keepEvidenceOf(GROUP);
        });

        it("is reported with what it finished, and what it installed of the list", () => {
          const told = (region: string, expected: number) => {
            const finished = walk.servers(GROUP).filter((server) => server.place.region === region && isReached(server)).length;
            const failed = expected - finished;
            return {
              account: "444444444444",
              region,
              group: GROUP,
              ring: "prod",
              due: drafted.window.at,
              outcome: "failed",
              expected,
              finished,
              failed,
              approved: drafted.patches.length,
              installed: lacking.filter((row) => row.region === region).length,
              leftOut: 0,
              why: `${failed} servers did not finish`,
            };
          };
          expect(asked("runs", "--since", drafted.window.at)).to.deep.equal([told("eu-west-1", 180), told("us-east-1", 124)]);
        });

        it("leaves nothing of the list missing on the servers that it reached", () => {
          const rest = open.filter(({ server }) => unreached.has(server));
          expect(rest.length).to.be.greaterThan(0);
          const found = asked<Lacking>("missing");
          expect(found.map(({ server, patch }) => `${server} ${patch}`)).to.have.members(
            rest.map(({ server, patch }) => `${server} ${patch}`),
          );
        });

        it("is seen as what changed, server by server", () => {
          const changed = asked<Changed>("changes", "--since", drafted.window.at);
          expect(changed.map((row) => `${row.server} ${row.package} ${row.version}`)).to.have.members(
            lacking.map(({ server, patch }) => {
              const title = drafted.patches.find(({ id }) => id === patch)?.title;
              return `${server} ${bare(patch)} ${title?.slice(patch.length + 1) ?? null}`;
            }),
          );
          expect(new Set(changed.map(({ installedAt }) => installedAt))).to.deep.equal(new Set(["2026-12-06T02:00:00Z"]));
        });

        it("is listed as spent afterwards, not as a problem, and its window is gone", () => {
          const said = walk.fleet("check", "--as-of", OVER);
          expect(said).to.match(/^fleet\.yaml is right: 5 stacks\n/u);
          expect(said).to.contain(`note  ${DRAFT}\n        spent, its window ended 2026-12-06T08:00:00Z; the file may go`);
          const later: Previewed = preview.parse(JSON.parse(walk.fleet("preview", "--json", "--stack", "prod", "--as-of", OVER)));
          const names = (type: string) => previewed(later, "prod", type).map(({ name }) => name);
          expect([...names("MaintenanceWindow"), ...names("Document")].filter((name) => name.includes(KEY))).to.deep.equal([]);
          expect(previewedManifests(later, "prod").map(({ key }) => key)).to.deep.equal(
            PLACES.map(() => `manifests/${drafted.digest}.yaml`),
          );
        });
      });
    });
  });
});
