import { rejectedPatches } from "../../../../fleet/check/changes/rejected-patches";
import { acceptsChanges, approvalWith, DIGEST, rejectsChanges, releaseWith, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const WANT = "nothing that a baseline of the group rejects";
const FIX = "Remove the entry, or have the rejection removed: an approved list would install it all the same.";
const AT = "approvals/2026-11-29-databases.yaml:9 patches[0].id";
const OPENSSL = '{ id: openssl.amd64, title: "openssl.amd64:3.0.2-0ubuntu1.18" }';
const entry = (text: string) => approvalWith(OPENSSL, text);
const rejecting = (patch: string, text: string) => ({
  files: entry(text),
  fleet: replaced(
    replaced(REVIEWED_FLEET, "[ubuntu, windows]", "[amazon, windows]"),
    "classification: [Security] }]",
    `classification: [Security] }], reject: [{ patch: "${patch}", owner: kernel, why: images, until: 2027-03-31 }]`,
  ),
});
const KERNEL = '{ id: kernel.x86_64, title: "kernel.x86_64:0:6.1.155-176.282.amzn2023" }';
const told = (patch: string) =>
  [AT, `kernel.x86_64, which baseline amazon rejects (${patch}; kernel: images)`, WANT, FIX] as const;

describe("rejectedPatches", () => {
  acceptsChanges(rejectedPatches, {
    "what no baseline of the group rejects": approvalWith("November", "December"),
    "a package whose name only holds the rejected one": entry('{ id: my-linux-aws.amd64, title: "my-linux-aws.amd64:1" }'),
    "a sign that means something else in a pattern": rejecting("kerne.", KERNEL),
    "what a baseline of another group rejects": {
      files: entry('{ id: linux-aws.amd64, title: "linux-aws.amd64:5.15.0" }'),
      fleet: replaced(REVIEWED_FLEET, "[ubuntu, windows]", "[AWS-UbuntuDefaultPatchBaseline, windows]"),
    },
  });
  rejectsChanges(rejectedPatches, {
    "a package by the beginning of its name": [
      entry('{ id: linux-aws.amd64, title: "linux-aws.amd64:5.15.0" }'),
      [AT, "linux-aws.amd64, which baseline ubuntu rejects (linux-*; kernel: images)", WANT, FIX],
    ],
    "a package by its bare name": [rejecting("kernel", KERNEL), told("kernel")],
    "a package with its architecture": [rejecting("kernel.x86_64", KERNEL), told("kernel.x86_64")],
    "a package with version and release": [
      rejecting("kernel-6.1.155-176.282.amzn2023", KERNEL),
      told("kernel-6.1.155-176.282.amzn2023"),
    ],
    "a package with version, release and architecture": [
      rejecting("kernel-6.1.155-176.282.amzn2023.x86_64", KERNEL),
      told("kernel-6.1.155-176.282.amzn2023.x86_64"),
    ],
    "a package with the beginning of its version": [rejecting("kernel-6.1.*", KERNEL), told("kernel-6.1.*")],
    "an article": [
      {
        files: approvalWith("November", "December"),
        fleet: replaced(
          REVIEWED_FLEET,
          "[SecurityUpdates] }]",
          "[SecurityUpdates] }], reject: [{ patch: KB5034441, owner: windows, why: breaks WinRE, until: 2027-03-31 }]",
        ),
      },
      [
        "approvals/2026-11-29-databases.yaml:10 patches[1].id",
        "KB5034441, which baseline windows rejects (KB5034441; windows: breaks WinRE)",
        WANT,
        FIX,
      ],
    ],
    "what a release would install on a group of its ring": [
      {
        files: releaseWith(
          "by: ana@example.com\n",
          `by: ana@example.com\nmanifest: { patches: [{ id: linux-aws.amd64, title: "linux-aws.amd64:5" }], digest: ${DIGEST} }\n`,
        ),
        fleet: replaced(REVIEWED_FLEET, "web: { ring: dev,", "web: { ring: prod,"),
      },
      [
        "releases/prod.yaml:4 manifest.patches[0].id",
        "linux-aws.amd64, which baseline ubuntu rejects (linux-*; kernel: images)",
        WANT,
        FIX,
      ],
    ],
  });
});
