import { expect } from "chai";
import { parse } from "yaml";
import { itemsOf } from "../../evidence/demo/item";
import { rfc3339 } from "../../fleet/schedule/rfc3339";
import { preview } from "../../preview/preview";
import { CALM } from "../../simulator/fate";
import type { RunLog } from "../../simulator/group-run";
import { simulate } from "../../simulator/year";
import { isReached } from "../support/finished-run";
import { replaced } from "../support/fleet-text";
import { input, previewed, previewedDocuments, previewedManifests, type Previewed } from "../support/previewed-documents";
import { DATA, referenceWalk, SCANNED_BY, type ReferenceWalk } from "../support/reference-walk";

const AS_OF = ["--as-of", SCANNED_BY];
const RELEASE = "changes/releases/prod.yaml";
const PLACES = ["eu-west-1", "us-east-1"] as const;
const AUTOMATIC = ["jump-log", "prod-auto", "prod-windows"] as const;
/** The window after the evidence, and the one after the release. */
const NEXT = "2026-11-22T01:00:00Z";
const LAPSED = "2026-12-06T01:00:00Z";

interface Released {
  readonly until: string;
  readonly manifest: { readonly digest: string; readonly patches: readonly { readonly id: string; readonly title?: string }[] };
}

describe("one path, from what a ring was proved with", function () {
  this.timeout(240_000);
  let walk: ReferenceWalk;
  let released: Released;
  let shown: Previewed;

  before(async () => {
    walk = await referenceWalk((text) => replaced(text, "    after: nonprod\n", "    after: nonprod\n    promote: exact\n"));
    walk.fleet("promote", "prod", "--data", DATA, "--by", "ana@example.com", ...AS_OF);
    released = parse(walk.text(RELEASE));
    shown = preview.parse(JSON.parse(walk.fleet("preview", "--json", ...AS_OF)));
  });
  after(() => walk.discard());

  it("to a release of exactly what its servers carry, as they were made", () => {
    const carried = walk
      .servers("nonprod")
      .filter(isReached)
      .flatMap((server) => itemsOf(walk.demo, server).filter(({ state }) => state === "Installed"));
    // The lists of dnf name an epoch, be it none.
    const titles = new Set(carried.map(({ update }) => (update.version === "" ? update.id : update.title)));
    const listed = released.manifest.patches.map(({ id, title }) => title?.replace(/^([^:]+):0:/u, "$1:") ?? id);
    expect(listed.filter((each) => !titles.has(each))).to.deep.equal([]);
    expect(new Set(released.manifest.patches.map(({ id }) => id))).to.deep.equal(new Set(carried.map(({ update }) => update.id)));
  });

  it("that is right, and held again after the window that it is for", () => {
    expect(released.until).to.equal("2026-11-22T05:00:00Z");
    const said = walk.fleet("check", ...AS_OF);
    expect(said).to.match(/^fleet\.yaml is right: 5 stacks\n/u);
    expect(said)
      .to.contain("ring prod is open until 2026-11-22T05:00:00Z by ana@example.com: ")
      .and.contain("; held from then on");
  });

  it("that the preview uploads to each region, and that every automatic group of the ring installs from", () => {
    const { digest, patches } = released.manifest;
    const manifests = previewedManifests(shown, "prod");
    expect(manifests.map(({ region, key, digest: uploaded }) => [region, key, uploaded])).to.deep.equal(
      PLACES.map((region) => [region, `manifests/${digest}.yaml`, digest]),
    );
    for (const manifest of manifests) expect(manifest.patches).to.have.deep.members(patches);
    const exact = previewed(shown, "prod", "Document").filter((document) => input(document, "content").includes(digest));
    expect(exact.map((document) => input(document, "name")).toSorted()).to.deep.equal(
      AUTOMATIC.flatMap((group) => PLACES.map(() => `fleet-install-${group}`)),
    );
  });

  it("is what the very runbooks of the preview install in that window, and nothing is installed in the next", () => {
    const year = simulate({
      plan: walk.opened(SCANNED_BY).plan,
      fate: CALM,
      // With the run of the ring before, which proves this one.
      from: Date.parse("2026-11-16T00:00:00Z"),
      to: Date.parse("2026-12-07T00:00:00Z"),
      document: previewedDocuments(shown),
    });
    const runs = (at: string): RunLog[] =>
      year.runs.filter(({ kind, ring, opens }) => kind === "standing" && ring === "prod" && rfc3339(opens) === at);
    expect(runs(NEXT).map(({ group, region, result }) => `${group} ${region} ${result}`)).to.have.members(
      AUTOMATIC.flatMap((group) => PLACES.map((region) => `${group} ${region} succeeded`)),
    );
    for (const { changes } of runs(NEXT))
      expect(changes.map(({ patches }) => patches)).to.deep.equal([released.manifest.patches]);
    expect(runs(LAPSED)).to.have.lengthOf(6);
    for (const { result, why, changes } of runs(LAPSED)) {
      expect([result, changes]).to.deep.equal(["held", []]);
      expect(why).to.contain("release /fleet/rings/prod/declared lapsed: open until 2026-11-22T05:00:00Z");
    }
  });

  it("rejects a release whose list was edited", () => {
    const text = walk.text(RELEASE);
    walk.write(RELEASE, replaced(text, "bash.amd64:5.1-6ubuntu1.", "bash.amd64:5.1-6ubuntu9."));
    const { code, err } = walk.tried("check", ...AS_OF);
    walk.write(RELEASE, text);
    expect([code, err.includes(`got   ${released.manifest.digest}, the digest of another list`)]).to.deep.equal([1, true]);
  });
});
