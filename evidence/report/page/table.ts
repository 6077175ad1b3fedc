import { columnOf, textOf, type Cell, type Column, type Table } from "./data";
import { element, grouped } from "./element";
import { filtered, sorted, type Direction } from "./order";
import { rowElement, type OpenServer } from "./row";

/** How many rows stand on a page of a table, and how many on paper. */
const PAGE = 50;
const PAPER = 300;

/** More different values than this nobody chooses from a list. */
const CHOICES = 40;
const CHOSEN = new Set(["account", "region", "group", "class", "severity", "outcome", "ring", "state", "day"]);

/** A table of the page that sorts, filters and turns pages. */
export interface LiveTable {
  /** Shows only rows that have a value in a column; null shows all again. Other filters are taken away. */
  narrow(column: string, value: Cell): void;
}

interface State {
  text: string;
  readonly values: Map<string, Cell>;
  sort: { readonly column: string; readonly direction: Direction } | null;
  page: number;
}

function choicesOf(column: Column): readonly Cell[] {
  const isChosen = CHOSEN.has(column.name) || column.kind === "yes-or-no";
  if (!isChosen || !column.words || column.words.length < 2 || column.words.length > CHOICES) return [];
  return column.words.toSorted((a, b) => String(a).localeCompare(String(b), "en"));
}

/** Brings the table of a section to life. What stood in it before, for who has no scripts, goes. */
export function liveTable(section: HTMLElement, table: Table, open: OpenServer): LiveTable {
  const state: State = { text: "", values: new Map(), sort: null, page: 0 };
  const body = section.querySelector("tbody") ?? element("tbody");
  const status = element("p", { class: "status", role: "status" });
  const pager = element("nav", { class: "pager", "aria-label": `pages of ${table.name}` });
  const selects = new Map<string, HTMLSelectElement>();
  let rows: Uint32Array = new Uint32Array(0);

  const fill = (from: number, to: number) => {
    const shown = Array.from(rows.subarray(from, to), (row) => rowElement(table, row, open));
    body.replaceChildren(...shown);
  };
  const turn = (page: number) => {
    state.page = Math.max(0, Math.min(page, Math.ceil(rows.length / PAGE) - 1));
    const from = state.page * PAGE;
    const to = Math.min(from + PAGE, rows.length);
    fill(from, to);
    const all = rows.length === table.rows ? "" : `, of ${grouped(table.rows)} in all`;
    status.textContent =
      rows.length === 0 ? `nothing matches${all}` : `${grouped(from + 1)} to ${grouped(to)} of ${grouped(rows.length)}${all}`;
    pager.hidden = rows.length <= PAGE;
    for (const button of pager.querySelectorAll("button")) {
      const isBack = button.dataset["step"] === "-1";
      button.disabled = isBack ? state.page === 0 : to >= rows.length;
    }
  };
  const update = () => {
    rows = filtered(table, { text: state.text, values: state.values });
    const column = state.sort ? columnOf(table, state.sort.column) : undefined;
    if (column && state.sort) rows = sorted(rows, column, state.sort.direction);
    turn(0);
  };

  sortable(section, table, state, update);
  section.querySelector(".tools")?.replaceChildren(...tools(table, state, selects, update), status);
  for (const [step, text] of [
    [-1, "back"],
    [1, "on"],
  ] as const) {
    const button = element("button", { type: "button", "data-step": String(step) }, text);
    button.addEventListener("click", () => turn(state.page + step));
    pager.append(button);
  }
  section.querySelector(".scroll")?.after(pager);
  section.querySelector(".excerpt")?.remove();
  addEventListener("beforeprint", () => fill(0, PAPER));
  addEventListener("afterprint", () => turn(state.page));
  update();
  return {
    narrow(column, value) {
      // What is narrowed can be seen and undone: it stands in the column's list, or else in the text that is looked for.
      const isListed = selects.has(column);
      state.text = isListed || value === null ? "" : String(value);
      state.values.clear();
      if (isListed && value !== null) state.values.set(column, value);
      for (const input of section.querySelectorAll<HTMLInputElement>("input[type=search]")) input.value = state.text;
      for (const [name, select] of selects) select.value = name === column && value !== null ? String(value) : "*";
      update();
    },
  };
}

/** Makes the headings buttons. `aria-sort` tells which one sorts, and how. */
function sortable(section: HTMLElement, table: Table, state: State, update: () => void): void {
  const headings = [...section.querySelectorAll<HTMLTableCellElement>("thead th")];
  for (const [at, heading] of headings.entries()) {
    const column = table.columns[at];
    if (!column) continue;
    const button = element("button", { type: "button", class: "sort" }, column.heading);
    button.addEventListener("click", () => {
      const before = state.sort?.column === column.name ? state.sort.direction : null;
      state.sort = { column: column.name, direction: before === "ascending" ? "descending" : "ascending" };
      for (const each of headings) each.setAttribute("aria-sort", each === heading ? state.sort.direction : "none");
      update();
    });
    heading.replaceChildren(button);
    heading.setAttribute("aria-sort", "none");
  }
}

/** The filters above a table: a text, and a list for each column of few values. */
function tools(table: Table, state: State, selects: Map<string, HTMLSelectElement>, update: () => void): HTMLElement[] {
  const input = element("input", { type: "search", placeholder: "any text", autocomplete: "off", spellcheck: "false" });
  input.addEventListener("input", () => {
    state.text = input.value;
    update();
  });
  const lists = table.columns.flatMap((column) => {
    const choices = choicesOf(column);
    if (choices.length === 0) return [];
    const select = element("select", {}, element("option", { value: "*" }, "all"));
    for (const choice of choices) select.append(element("option", { value: String(choice) }, textOf(column, choice) || "none"));
    select.addEventListener("change", () => {
      const choice = choices.find((each) => String(each) === select.value);
      if (choice === undefined) state.values.delete(column.name);
      else state.values.set(column.name, choice);
      update();
    });
    selects.set(column.name, select);
    return [element("label", {}, element("span", {}, column.heading), select)];
  });
  return [element("label", { class: "find" }, element("span", {}, "find"), input), ...lists];
}
