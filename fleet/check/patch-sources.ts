import type { Finding, Path } from "../problem";
import type { PatchSource } from "../schema/baseline";
import type { Fleet } from "../schema/fleet-file";
import { familyOf, type Family } from "../systems";
import { everyBaseline } from "./every-rule";
import { repeats } from "./repeats";

function judge(family: Family, source: PatchSource, path: Path): Finding[] {
  const lines = source.configuration.trim().split(/\r?\n/u);
  const [first = ""] = lines;
  if (family === "apt" && lines.length > 1) {
    const fix = "Write one source for each line, each with a name of its own.";
    return [{ path, got: `${lines.length} lines`, want: "one line, as apt systems take it", fix }];
  }
  if (family === "apt" && !/^deb(-src)?\s/u.test(first)) {
    const fix = "Begin with `deb`, the address, the suite and the components.";
    return [{ path, got: `a line that begins with ${first.split(/\s/u)[0]?.slice(0, 20)}`, want: "a line of sources.list", fix }];
  }
  if ((family === "rpm" || family === "zypper") && !/^\s*\[[^\]\s]+\]/mu.test(source.configuration)) {
    const fix = "Begin with the repository's name in brackets, then `name=`, `baseurl=` and `enabled=1` on lines of their own.";
    return [{ path, got: "a repository without its name in brackets", want: "a repository as in a .repo file", fix }];
  }
  return [];
}

/**
 * Patch sources that the system could not read, and two of one name.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-alternative-source-repository.html
 */
export function patchSources(fleet: Fleet): Finding[] {
  return everyBaseline(fleet).flatMap(({ path, baseline }): Finding[] => {
    const sources = "sources" in baseline ? baseline.sources : [];
    const twice = repeats(sources, (source) => source.name).map((place) => ({
      path: [...path, "sources", place, "name"],
      got: `a second source ${sources[place]?.name}`,
      want: "each source's name once",
      fix: "Rename one of the two sources.",
    }));
    const family = familyOf(baseline.system);
    const each = sources.flatMap((source, place) => judge(family, source, [...path, "sources", place, "configuration"]));
    return [...twice, ...each];
  });
}
