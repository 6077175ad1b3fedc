import type { Answer } from "../../record/answer";
import { QUESTIONS, type Cell, type Column, type Row } from "../../record/question";
import { escaped } from "./escape";
import { grouped } from "./number";
import { signOf } from "./signs";
import { standingOf } from "./standing";

/** How many rows stand in the page itself, for who has no scripts. */
const EXCERPT = 20;

/** How many rows of a table scripts put on paper. */
const PAPER = 300;

function cellText(column: Column, cell: Cell): string {
  // A group's count for several places expects servers without saying where.
  if (cell === null) return column.name === "account" || column.name === "region" ? "not said" : "";
  if (column.kind === "yes-or-no") return cell === true ? "yes" : "no";
  return column.kind === "instant" ? String(cell).slice(0, 16).replace("T", " ") : String(cell);
}

function cellElement(question: string, column: Column, row: Row): string {
  const text = cellText(column, row[column.name] ?? null);
  if (column.name === "server") return `<th scope="row">${escaped(text)}</th>`;
  if (question === "coverage" && column.name === "class") {
    const { name, mark } = standingOf(row);
    return `<td class="text of-class">${signOf(mark)}${name}</td>`;
  }
  const sign = column.name === "outcome" || column.name === "class" ? signOf(text.replaceAll(" ", "-")) : "";
  return `<td class="${column.kind} of-${column.name}">${sign}${escaped(text)}</td>`;
}

/** The answer to a question: its words, and its table, which scripts bring to life. */
export function section(name: string, heading: string, rows: Answer, before = ""): string {
  const question = QUESTIONS.find((each) => each.name === name);
  if (!question) return "";
  const { columns } = question;
  const begin = `<section id="${name}" aria-labelledby="${name}-heading" data-table="${name}">
<h2 id="${name}-heading" tabindex="-1">${escaped(heading)}</h2>
<p class="asks">${escaped(question.asks)}</p>
${before}`;
  if (rows.length === 0) return `${begin}<p class="none">Nothing: the answer is empty.</p></section>`;
  const head = columns.map((column) => `<th scope="col" class="${column.kind}">${escaped(column.heading)}</th>`).join("");
  const body = rows
    .slice(0, EXCERPT)
    .map((row) => `<tr>${columns.map((column) => cellElement(name, column, row)).join("")}</tr>`);
  const excerpt =
    rows.length > EXCERPT
      ? `<p class="excerpt note">The first ${EXCERPT} of ${grouped(rows.length)} rows; scripts show the rest.</p>`
      : "";
  return `${begin}<div class="tools"></div>
<div class="scroll" tabindex="0" role="region" aria-label="${escaped(heading)}"><table>
<caption class="heard">${escaped(question.asks)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table></div>
${excerpt}${rows.length > PAPER ? `<p class="paper note">Paper holds the first ${PAPER} of ${grouped(rows.length)} rows; fleet report --question ${name} --format csv writes all.</p>` : ""}</section>`;
}
