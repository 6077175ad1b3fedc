import { CHART_STYLE } from "./style-chart";
import { PALETTE } from "./style-palette";
import { PRINT_STYLE } from "./style-print";
import { TABLE_STYLE } from "./style-table";

const PAGE = `
* { box-sizing: border-box; }
html { color-scheme: light dark; scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 ui-sans-serif, system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums; }
.skip { position: absolute; left: -999px; top: 0; background: var(--ink); color: var(--paper); padding: .6rem 1rem; z-index: 9; }
.skip:focus { left: 0; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wide { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
.top { padding: 3rem 0 1.6rem; }
.top h1 { font-size: 1.05rem; font-weight: 600; letter-spacing: .01em; margin: 0 0 .2rem; }
.top .when { margin: 0; color: var(--soft); }
.contents { position: sticky; top: 0; z-index: 5; background: var(--paper); border-block: 1px solid var(--line); }
.contents ul { display: flex; gap: 1.3rem; margin: 0; padding: .65rem 0; list-style: none; overflow-x: auto; scrollbar-width: none; font-size: .87rem; white-space: nowrap; }
.contents a { color: var(--soft); text-decoration: none; }
.contents a:hover { color: var(--ink); text-decoration: underline; text-underline-offset: .25em; }
.contents .count { color: var(--faint); margin-left: .3em; }
main section { padding: 2.6rem 0 .6rem; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 600; letter-spacing: -.01em; margin: 0; }
h2:focus { outline: none; }
h3 { font-size: .95rem; font-weight: 600; margin: 0; }
.asks, .note { color: var(--soft); margin: .2rem 0 1rem; max-width: 46rem; }
.note { font-size: .87rem; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
button, input, select { font: inherit; color: inherit; }
button { cursor: pointer; }
button:disabled { cursor: default; }
.link { background: none; border: 0; padding: 0; color: var(--accent); text-align: left; font: inherit; }
.link:hover { text-decoration: underline; text-underline-offset: .2em; }
.verdict { display: grid; grid-template-columns: minmax(15rem, 21rem) 1fr; gap: 1.2rem 3.5rem; align-items: start; }
.verdict > * { min-width: 0; }
.verdict .number { font-size: clamp(3rem, 7vw, 4.4rem); line-height: 1; font-weight: 600; letter-spacing: -.035em; margin: .1rem 0 .5rem; }
.verdict .number small { font-size: .42em; font-weight: 500; letter-spacing: -.01em; color: var(--soft); margin-left: .15em; }
.verdict .says { font-size: 1.02rem; margin: 0 0 .8rem; max-width: 24rem; }
.verdict .warn { margin: .35rem 0; padding-left: .8rem; border-left: 3px solid var(--not-compliant); max-width: 24rem; font-size: .92rem; }
.notice { background: var(--tint); padding: .8rem 1rem; }
footer { color: var(--soft); font-size: .87rem; padding: 2rem 0 4rem; margin-top: 2.5rem; border-top: 1px solid var(--line); }
@media (max-width: 52rem) {
  .wide { padding: 0 1rem; }
  .verdict { grid-template-columns: 1fr; }
  .top { padding-top: 1.6rem; }
  main section { padding-top: 2rem; }
}
@media (max-width: 40rem) { .standings .means { display: none; } }
`;

/** All styles of the page, in one piece. */
export const STYLE = [PALETTE, PAGE, CHART_STYLE, TABLE_STYLE, PRINT_STYLE].join("");
