import { readData, type Data } from "./data";
import { serverDialog } from "./dialog";
import { liveMatrix } from "./matrix";
import { liveTable, type LiveTable } from "./table";

function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView();
  document.querySelector<HTMLElement>(`#${id} h2`)?.focus({ preventScroll: true });
}

/** Makes the standings of the headline filters of the table of servers. */
function liveStandings(coverage: LiveTable | undefined): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-standing]")) {
    button.disabled = false;
    button.addEventListener("click", () => {
      coverage?.narrow("class", button.dataset["standing"] ?? null);
      goTo("coverage");
    });
  }
}

function bringToLife(data: Data): void {
  const open = serverDialog(data);
  const live = new Map<string, LiveTable>();
  for (const section of document.querySelectorAll<HTMLElement>("[data-table]")) {
    const name = section.dataset["table"] ?? "";
    const table = data.tables.get(name);
    if (table && table.rows > 0) live.set(name, liveTable(section, table, open));
  }
  liveStandings(live.get("coverage"));
  const matrix = document.getElementById("matrix");
  if (!matrix) return;
  liveMatrix(matrix, data, open, (patch) => {
    live.get("missing")?.narrow("patch", patch);
    goTo("missing");
  });
}

readData()
  .then(bringToLife, () => {
    const notice = document.getElementById("notice");
    if (notice) notice.hidden = false;
  })
  .finally(() => {
    document.documentElement.dataset["ready"] = "yes";
  });
