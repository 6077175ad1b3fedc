/** The styles of tables, their filters, the matrix and what opens over the page. */
export const TABLE_STYLE = `
table { border-collapse: collapse; width: 100%; font-size: .89rem; }
caption { text-align: left; color: var(--soft); padding: 0 0 .4rem; }
th, td { text-align: left; padding: .36rem .9rem .36rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; font-weight: 400; }
thead th { color: var(--soft); font-size: .82rem; border-bottom-color: var(--faint); white-space: nowrap; vertical-align: bottom; }
th.count, td.count { text-align: right; }
td.count, td.instant, td.day, .of-account, .of-region, .of-group, .of-ring, .of-outcome, .of-class, tbody th[scope=row] { white-space: nowrap; }
.of-why, .of-error { min-width: 13rem; }
.file { white-space: normal !important; overflow-wrap: anywhere; }
tbody tr:hover { background: var(--tint); }
.scroll { overflow-x: auto; }
.sort { background: none; border: 0; padding: 0; font: inherit; color: inherit; }
.sort::after { content: "↕"; opacity: .35; margin-left: .3em; font-size: .9em; }
[aria-sort=ascending] .sort::after { content: "↑"; opacity: 1; }
[aria-sort=descending] .sort::after { content: "↓"; opacity: 1; }
[aria-sort=ascending] .sort, [aria-sort=descending] .sort { color: var(--ink); font-weight: 600; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: end; margin: 0 0 .8rem; font-size: .85rem; }
.tools label span { display: block; color: var(--soft); font-size: .78rem; line-height: 1.5; }
.tools input, .tools select { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: .28rem .5rem; max-width: 13rem; height: 2.1rem; }
.tools .status { margin: 0 0 .3rem auto; color: var(--soft); }
.pager { display: flex; gap: .5rem; margin-top: .8rem; }
.pager[hidden] { display: none; }
.pager button, .close { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: .22rem .8rem; font-size: .85rem; }
.pager button:disabled { opacity: .45; }
.standings td, .standings th { padding-block: .42rem; }
.standings tbody th { white-space: nowrap; padding-right: 1.4rem; }
.standings .means { color: var(--soft); font-size: .87rem; }
.standings .link { color: inherit; }
.standings .link:not(:disabled) { text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .25em; }
.standings .zero { color: var(--faint); }
.heat td { padding: 0; vertical-align: middle; text-align: right; border: 2px solid var(--paper); min-width: 5.2rem; }
.heat td > button, .heat td > span { display: block; width: 100%; padding: .36rem .6rem; background: none; border: 0; text-align: right; }
.heat td small { color: var(--soft); display: block; font-size: .78rem; line-height: 1.2; }
.heat thead th { border-bottom: 0; }
.heat tbody th { border-bottom: 2px solid var(--paper); vertical-align: middle; min-width: 9rem; }
.heat td:nth-child(2) { padding-right: .6rem; }
.heat thead th:not(:first-child) { text-align: right; padding-right: .75rem; }
.heat .heat-0 { color: var(--faint); }
.heat .heat-1 { background: var(--heat-1); } .heat .heat-2 { background: var(--heat-2); } .heat .heat-3 { background: var(--heat-3); } .heat .heat-4 { background: var(--heat-4); }
.heat td:has([aria-pressed=true]) { outline: 2px solid var(--ink); outline-offset: -2px; }
.drilled { margin: 1.6rem 0 .5rem; scroll-margin-top: 4rem; font-size: .92rem; }
.grid-scroll { max-height: 34rem; overflow: auto; border: 1px solid var(--line); border-radius: 4px; background: var(--card); overscroll-behavior: contain; }
.grid { width: auto; border-collapse: separate; border-spacing: 0; font-size: .82rem; }
.grid th, .grid td { padding: 0 .35rem; height: 28px; line-height: 27px; white-space: nowrap; background: var(--card); }
.grid td { min-width: 1.75rem; text-align: center; border-right: 1px solid var(--line); }
.grid td.count { padding-right: .6rem; color: var(--soft); }
.grid tbody th { position: sticky; left: 0; z-index: 1; border-right: 1px solid var(--line); }
.grid thead th { position: sticky; top: 0; z-index: 2; vertical-align: bottom; padding: .4rem .35rem; line-height: 1.2; }
.grid thead th:first-child { left: 0; z-index: 3; border-right: 1px solid var(--line); }
.grid thead th button { writing-mode: vertical-rl; transform: rotate(180deg); background: none; border: 0; padding: 0; max-height: 11rem; overflow: hidden; text-overflow: ellipsis; color: var(--accent); font-size: .8rem; }
.grid .space td, .grid .space { border: 0; }
dialog.server { border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: var(--ink); padding: 0; width: min(60rem, calc(100vw - 2rem)); max-height: 88vh; }
dialog.server::backdrop { background: rgb(0 0 0 / .45); }
.sheet { padding: 1.4rem 1.6rem 1.8rem; }
.sheet header { display: flex; justify-content: space-between; align-items: start; gap: 1rem; margin-bottom: 1rem; }
.sheet table { margin-top: 1.4rem; }
.sheet caption { color: var(--ink); font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .7rem 1.4rem; margin: 0; }
.facts dt { color: var(--soft); font-size: .8rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.none { color: var(--soft); }
`;
