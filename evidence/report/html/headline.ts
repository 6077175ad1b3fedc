import type { Row } from "../../record/question";
import { escaped } from "./escape";
import { counted, grouped, share } from "./number";
import { signOf } from "./signs";
import { STANDINGS, standingOf, type Standing } from "./standing";

/** How many servers stand how. */
function tally(coverage: readonly Row[]): (Standing & { readonly servers: number })[] {
  const counts = new Map<string, number>();
  for (const row of coverage) {
    const { name } = standingOf(row);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return STANDINGS.map((standing) => ({ ...standing, servers: counts.get(standing.name) ?? 0 }));
}

/** All servers in one bar, a part for each standing. Beside it stands the table that says the same. */
function bar(standings: readonly (Standing & { readonly servers: number })[], all: number): string {
  let before = 0;
  const parts = standings.flatMap(({ name, mark, servers }) => {
    if (servers === 0) return [];
    const x = (before / all) * 100;
    before += servers;
    const width = (servers / all) * 100;
    return [
      `<rect class="mark-${mark}" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"><title>${name}: ${grouped(servers)}</title></rect>`,
    ];
  });
  return `<svg class="bar" aria-hidden="true">${parts.join("")}</svg>`;
}

function line(standing: Standing & { readonly servers: number }, all: number): string {
  const { name, mark, means, servers } = standing;
  const zero = servers === 0 ? ' class="zero"' : "";
  return `<tr${zero}><th scope="row"><button type="button" class="link" disabled data-standing="${name}">${signOf(mark)}${name}</button></th><td class="count">${grouped(servers)}</td><td class="count">${share(servers, all)}</td><td class="means">${means}</td></tr>`;
}

function warnings(coverage: readonly Row[], files: number): string[] {
  const count = (wanted: (row: Row) => boolean) => coverage.filter(wanted).length;
  const ended = count((row) => row["ended"] === true);
  const itself = count((row) => row["patchesItself"] === true);
  return [
    ...(ended > 0
      ? [`${counted(ended, "server")} run a system that its vendor no longer patches. None of them is counted green.`]
      : []),
    ...(itself > 0
      ? [`${counted(itself, "server")} still patch themselves, outside rings and freezes. None of them is counted green.`]
      : []),
    ...(files > 0
      ? [`<a href="#unreadable">${counted(files, "file")}</a> could not be read in full; the servers they speak of are unknown.`]
      : []),
  ];
}

/** What a person must see first: how many servers are in order, how all the others stand, and what makes green less green. */
export function headline(coverage: readonly Row[], files: number): string {
  const all = coverage.length;
  const standings = tally(coverage);
  const good = standings[0]?.servers ?? 0;
  const says =
    all === 0
      ? "No server is expected and none was found."
      : good === all
        ? `All ${counted(all, "server")} are compliant by evidence of the last 7 days.`
        : `${grouped(good)} of ${counted(all, "server")} are compliant by evidence of the last 7 days. ${grouped(all - good)} are not, or nothing proves it.`;
  return `<section id="summary" aria-labelledby="summary-heading">
<h2 id="summary-heading" class="heard" tabindex="-1">Servers by class</h2>
<div class="verdict">
<div>
<p class="number">${share(good, all).replace(" %", "<small>%</small>")}</p>
<p class="says">${escaped(says)}</p>
${warnings(coverage, files)
  .map((text) => `<p class="warn">${text}</p>`)
  .join("\n")}
</div>
<div>
${bar(standings, all)}
<table class="standings"><caption class="heard">Servers by class</caption>
<thead><tr><th scope="col">class</th><th scope="col" class="count">servers</th><th scope="col" class="count">share</th><th scope="col" class="means">what it means</th></tr></thead>
<tbody>
${standings.map((standing) => line(standing, all)).join("\n")}
</tbody></table>
</div>
</div>
</section>`;
}
