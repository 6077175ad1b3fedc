import { cellOf, columnOf, textOf, type Data, type Table } from "./data";
import { element, grouped, sign } from "./element";
import type { OpenServer } from "./row";
import { rowsOfServer } from "./servers";

/** What a person wants to know of a server, in this order, and no more than so many lines of each. */
const PARTS = [
  ["missing", "Missing"],
  ["failed", "Failed"],
  ["pending-reboot", "Waits for a restart"],
  ["changes", "Changes"],
  ["packages", "Packages"],
] as const;
const MOST = 400;
const KEY = new Set(["account", "region", "server", "group"]);

function part(data: Data, name: string, heading: string, table: Table, row: number): HTMLElement[] {
  const found = rowsOfServer(data, name, table, row);
  if (!found || found.rows.length === 0) return [];
  const columns = found.table.columns.filter((column) => !KEY.has(column.name));
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col", class: column.kind }, column.heading)));
  const lines = found.rows
    .slice(0, MOST)
    .map((at) =>
      element("tr", {}, ...columns.map((column) => element("td", { class: column.kind }, textOf(column, cellOf(column, at))))),
    );
  const rest = found.rows.length > MOST ? `, the first ${MOST} of them` : "";
  return [
    element(
      "table",
      {},
      element("caption", {}, `${heading}: ${grouped(found.rows.length)}${rest}`),
      element("thead", {}, head),
      element("tbody", {}, ...lines),
    ),
  ];
}

function facts(table: Table, row: number): HTMLElement {
  const list = element("dl", { class: "facts" });
  for (const column of table.columns) {
    const text = textOf(column, cellOf(column, row));
    if (column.name === "server" || text === "") continue;
    const mark = text === "compliant, flagged" ? "flagged" : text.replaceAll(" ", "-");
    const value = column.name === "class" ? [sign(mark), text] : [text];
    list.append(element("div", {}, element("dt", {}, column.heading), element("dd", {}, ...value)));
  }
  return list;
}

/** Opens, over the page, all that is known of a server. Escape closes it, and focus goes back to where it was. */
export function serverDialog(data: Data): OpenServer {
  const dialog = element("dialog", { class: "server", "aria-labelledby": "server-name" });
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return (table, row) => {
    const coverage = rowsOfServer(data, "coverage", table, row);
    const own = coverage?.rows[0];
    const close = element("button", { type: "button", class: "close" }, "close");
    close.addEventListener("click", () => dialog.close());
    const name = String(cellOf(columnOf(table, "server"), row));
    const parts = PARTS.flatMap(([question, heading]) => part(data, question, heading, table, row));
    dialog.replaceChildren(
      element(
        "div",
        { class: "sheet" },
        element("header", {}, element("h2", { id: "server-name" }, name), close),
        coverage && own !== undefined ? facts(coverage.table, own) : facts(table, row),
        ...(parts.length > 0 ? parts : [element("p", {}, "Nothing is missing, nothing failed, and no change is known.")]),
      ),
    );
    dialog.showModal();
    dialog.scrollTop = 0;
  };
}
