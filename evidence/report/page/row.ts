import { cellOf, textOf, type Column, type Table } from "./data";
import { element, sign } from "./element";

/** Columns whose words have a sign of their own. */
const SIGNED = new Set(["class", "outcome"]);

/** Names a word's sign: `not compliant` has `not-compliant`. */
function markOf(word: string): string {
  return word === "compliant, flagged" ? "flagged" : word.replaceAll(" ", "-");
}

/** What opens what is known of a server, by the row of its table. */
export type OpenServer = (table: Table, row: number) => void;

function content(column: Column, text: string): readonly (Node | string)[] {
  return SIGNED.has(column.name) && text !== "" ? [sign(markOf(text)), text] : [text];
}

/** A row of a table as it stands on the page. The server is its heading, and opens all that is known of it. */
export function rowElement(table: Table, row: number, open: OpenServer): HTMLTableRowElement {
  const cells = table.columns.map((column) => {
    const text = textOf(column, cellOf(column, row));
    if (column.name === "server") {
      const button = element("button", { type: "button", class: "link" }, text);
      button.addEventListener("click", () => open(table, row));
      return element("th", { scope: "row" }, button);
    }
    return element("td", { class: `${column.kind} of-${column.name}` }, ...content(column, text));
  });
  return element("tr", {}, ...cells);
}
