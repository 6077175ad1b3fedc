const ARCHITECTURES = ["amd64", "x86_64", "noarch", "all", "arm64", "aarch64", "i386", "i686"];

/** A package's name without the architecture that items and some agents put behind it. */
export function bare(name: string): string {
  const cases = ARCHITECTURES.map(
    (each) =>
      `WHEN ${name} LIKE '%.${each.replace("_", "!_")}' ESCAPE '!' THEN substr(${name}, 1, length(${name}) - ${each.length + 1})`,
  );
  // Most names of packages hold no dot at all.
  return `CASE WHEN strpos(${name}, '.') = 0 THEN ${name} ${cases.join(" ")} ELSE ${name} END`;
}
