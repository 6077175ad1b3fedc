import type { Report } from "../report";
import { escaped } from "./escape";
import { counted } from "./number";

/** More files than this nobody reads in a page; the count stays whole. */
const MOST = 2000;

/** What could not be read, by file. */
export function unreadableSection(unreadable: Report["unreadable"]): string {
  const rows = unreadable
    .slice(0, MOST)
    .map(
      ({ file, lines, why }) =>
        `<tr><th scope="row" class="file">${escaped(file)}</th><td class="count">${lines === 0 ? "" : String(lines)}</td><td>${escaped(why)}</td></tr>`,
    )
    .join("\n");
  const rest = unreadable.length > MOST ? ` The first ${MOST} are shown.` : "";
  const body =
    unreadable.length === 0
      ? '<p class="none">Everything that was found could be read.</p>'
      : `<p class="asks">${counted(unreadable.length, "file")}. The server that such a file speaks of is unknown, never compliant.${rest}</p>
<div class="scroll" tabindex="0" role="region" aria-label="What could not be read"><table>
<caption class="heard">Files that could not be read in full</caption>
<thead><tr><th scope="col">file</th><th scope="col" class="count">lines</th><th scope="col">why</th></tr></thead>
<tbody>
${rows}
</tbody></table></div>`;
  return `<section id="unreadable" aria-labelledby="unreadable-heading"><h2 id="unreadable-heading" tabindex="-1">What could not be read</h2>
${body}</section>`;
}
