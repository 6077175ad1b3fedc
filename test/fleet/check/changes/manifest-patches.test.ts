import { manifestPatches } from "../../../../fleet/check/changes/manifest-patches";
import { acceptsChanges, approvalWith, DIGEST, rejectsChanges, releaseWith, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const AT = "approvals/2026-11-29-databases.yaml:9 patches[0]";
const SYSTEMS = "for UBUNTU and WINDOWS: `openssl.amd64` with the title `openssl.amd64:3.0.2-0ubuntu1.18`; or `KB5034441`";
const FULL = "Write the id in full, with its architecture; or remove the entry.";
const entry = (text: string) => approvalWith('{ id: openssl.amd64, title: "openssl.amd64:3.0.2-0ubuntu1.18" }', text);
const amazon = (text: string) => ({
  files: approvalWith('{ id: openssl.amd64, title: "openssl.amd64:3.0.2-0ubuntu1.18" }', text),
  fleet: replaced(REVIEWED_FLEET, "[ubuntu, windows]", "[amazon, windows]"),
});

describe("manifestPatches", () => {
  acceptsChanges(manifestPatches, {
    "a package of Ubuntu and an article of Windows": approvalWith("November", "December"),
    "an epoch in a version of Ubuntu": entry('{ id: vim.arm64, title: "vim.arm64:2:8.2.3995-1ubuntu2.17" }'),
    "a package for all architectures": entry('{ id: tzdata.all, title: "tzdata.all:2026b-0ubuntu0.22.04" }'),
    "the same package in two versions, for two releases": entry(
      '{ id: openssl.amd64, title: "openssl.amd64:3.0.2-0ubuntu1.18" }\n  - { id: openssl.amd64, title: "openssl.amd64:3.0.13-0ubuntu3.5" }',
    ),
    "a package of Amazon Linux with epoch, version and release": amazon(
      '{ id: libstdc++.x86_64, title: "libstdc++.x86_64:0:11.5.0-5.amzn2023.0.2" }',
    ),
    "a release's list for the systems of the ring's groups": {
      files: releaseWith(
        "by: ana@example.com\n",
        `by: ana@example.com\nmanifest: { patches: [{ id: a.amd64, title: "a.amd64:1" }], digest: ${DIGEST} }\n`,
      ),
      fleet: replaced(REVIEWED_FLEET, "web: { ring: dev,", "web: { ring: prod,"),
    },
  });
  rejectsChanges(manifestPatches, {
    "an id without an architecture": [entry("{ id: openssl, title: x }"), [`${AT}.id`, "openssl", SYSTEMS, FULL]],
    "a package of a system that the group does not have": [
      entry('{ id: openssl.x86_64, title: "openssl.x86_64:1:3.0.8-1.amzn2023" }'),
      [`${AT}.id`, "openssl.x86_64", SYSTEMS, FULL],
    ],
    "a package without its exact version": [
      entry("{ id: openssl.amd64 }"),
      [
        `${AT}.title`,
        "nothing",
        "`openssl.amd64` with the title `openssl.amd64:3.0.2-0ubuntu1.18`",
        "Add the title: the id and the exact version.",
      ],
    ],
    "a title of another package": [
      entry('{ id: openssl.amd64, title: "libssl3.amd64:3.0.2-0ubuntu1.18" }'),
      [
        `${AT}.title`,
        "libssl3.amd64:3.0.2-0ubuntu1.18",
        "`openssl.amd64` with the title `openssl.amd64:3.0.2-0ubuntu1.18`",
        "Write the title in that form.",
      ],
    ],
    "a title of another package that begins alike": [
      entry('{ id: openssl.amd64, title: "openssl.amd64-dbg:3.0.2" }'),
      [
        `${AT}.title`,
        "openssl.amd64-dbg:3.0.2",
        "`openssl.amd64` with the title `openssl.amd64:3.0.2-0ubuntu1.18`",
        "Write the title in that form.",
      ],
    ],
    "a title without a version": [
      entry('{ id: openssl.amd64, title: "openssl.amd64:" }'),
      [
        `${AT}.title`,
        "openssl.amd64:",
        "`openssl.amd64` with the title `openssl.amd64:3.0.2-0ubuntu1.18`",
        "Write the title in that form.",
      ],
    ],
    "a version of Amazon Linux without its epoch": [
      amazon('{ id: openssl.x86_64, title: "openssl.x86_64:3.0.8-1.amzn2023" }'),
      [
        `${AT}.title`,
        "openssl.x86_64:3.0.8-1.amzn2023",
        "`openssl.x86_64` with the title `openssl.x86_64:1:3.0.8-1.amzn2023`",
        "Write the title in that form.",
      ],
    ],
    "an article with a title": [
      entry("{ id: KB5034440, title: KB5034440 }"),
      [`${AT}.title`, "KB5034440", "`KB5034441` without a title", "Remove the title."],
    ],
  });
});
