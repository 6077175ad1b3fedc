import { patchSources } from "../../../fleet/check/patch-sources";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

/** The small fleet with another baseline. */
function baseline(text: string): string {
  return replaced(SMALL_FLEET, "ubuntu: { system: UBUNTU, rules: [{ priority: [Required, Important] }] }", `ubuntu: { ${text} }`);
}

/** The small fleet with patch sources of these configurations, named one after another. */
function sources(system: string, ...configurations: readonly string[]): string {
  const entries = configurations.map(
    (text, place) => `{ name: source${place}, products: ["*"], configuration: ${JSON.stringify(text)} }`,
  );
  return baseline(`system: ${system}, rules: [{ product: ["*"] }], sources: [${entries.join(", ")}]`);
}

describe("patchSources", () => {
  accepts(patchSources, {
    "one line on apt": sources(
      "UBUNTU",
      "deb [signed-by=/etc/apt/keyrings/a.gpg] https://archive.example.com/ubuntu jammy main\n",
    ),
    "a repository on rpm systems": sources(
      "AMAZON_LINUX_2023",
      "# ours\n[ours]\nname=ours\nbaseurl=https://repo.example.com/\nenabled=1",
    ),
  });
  rejects(patchSources, {
    "several lines on apt": [
      sources(
        "UBUNTU",
        "deb https://archive.example.com/ubuntu jammy main\ndeb https://archive.example.com/ubuntu jammy-security main",
      ),
      [
        "4 baselines.ubuntu.sources[0].configuration",
        "2 lines",
        "one line, as apt systems take it",
        "Write one source for each line, each with a name of its own.",
      ],
    ],
    "a bare address on apt": [
      sources("DEBIAN", "https://archive.example.com/debian"),
      [
        "4 baselines.ubuntu.sources[0].configuration",
        "a line that begins with https://archive.exam",
        "a line of sources.list",
        "Begin with `deb`, the address, the suite and the components.",
      ],
    ],
    "a repository without its name on rpm systems": [
      sources("SUSE", "baseurl=https://repo.example.com/"),
      [
        "4 baselines.ubuntu.sources[0].configuration",
        "a repository without its name in brackets",
        "a repository as in a .repo file",
        "Begin with the repository's name in brackets, then `name=`, `baseurl=` and `enabled=1` on lines of their own.",
      ],
    ],
    "two sources of one name": [
      replaced(sources("SUSE", "[a]\nname=a", "[b]\nname=b"), "source1", "source0"),
      [
        "4 baselines.ubuntu.sources[1].name",
        "a second source source0",
        "each source's name once",
        "Rename one of the two sources.",
      ],
    ],
  });
});
