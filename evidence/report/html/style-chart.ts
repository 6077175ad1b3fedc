const MARKS = [
  "compliant",
  "flagged",
  "not-compliant",
  "pending-reboot",
  "failed",
  "stale",
  "never-scanned",
  "unmanaged",
  "unknown",
];

/** The styles of signs, bars and charts. */
export const CHART_STYLE = `
${MARKS.map((mark) => `.mark-${mark} { color: var(--${mark}); fill: var(--${mark}); }`).join("\n")}
.mark-succeeded { color: var(--accent); fill: var(--accent); }
.mark-held { color: var(--soft); fill: var(--soft); }
.mark-missing { color: var(--not-compliant); fill: var(--not-compliant); }
.sign { width: .82em; height: .82em; margin-right: .45em; vertical-align: -.06em; flex: none; }
.signs { position: absolute; width: 0; height: 0; }
.bar { display: block; width: 100%; height: 1.15rem; margin: .3rem 0 1rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 3.5rem; }
figure { margin: 0; min-width: 0; }
[data-table] figure { margin-bottom: 1.8rem; }
figcaption { margin-bottom: .7rem; }
figcaption p { color: var(--soft); margin: .1rem 0 0; font-size: .87rem; }
.drawing { overflow-x: auto; }
.chart { width: 100%; min-width: 30rem; height: auto; display: block; font-family: inherit; }
.chart text { font-family: inherit; }
.wide-chart { min-width: 44rem; }
.keys { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: .4rem 0 0; padding: 0; font-size: .84rem; color: var(--soft); }
.keys li { display: flex; align-items: center; }
.swatch { width: .8em; height: .8em; margin-right: .45em; border-radius: 2px; }
${[0, 1, 2, 3, 4].map((at) => `.severity-${at} { fill: var(--severity-${at}); color: var(--severity-${at}); }`).join("\n")}
details { margin: .6rem 0 0; font-size: .87rem; color: var(--soft); }
summary { cursor: pointer; }
@media (max-width: 60rem) { .pair { grid-template-columns: 1fr; gap: 2.4rem; } }
`;
