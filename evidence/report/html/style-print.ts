/** What changes on paper: everything that is pressed goes, and nothing is cut off. */
export const PRINT_STYLE = `
.paper { display: none; }
@media print {
  @page { margin: 16mm 14mm; }
  html { color-scheme: light; }
  body { font-size: 9.5pt; background: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .contents, .skip, .tools, .pager, .grid-scroll, .drilled, dialog, details { display: none !important; }
  .paper { display: block; }
  .wide { max-width: none; padding: 0; }
  .top { padding: 0 0 6mm; }
  main section { padding: 7mm 0 0; }
  h2, figcaption, caption { break-after: avoid; }
  figure, tr, .verdict { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll, .drawing { overflow: visible; }
  .chart, .wide-chart { min-width: 0; }
  .verdict { grid-template-columns: 52mm 1fr; gap: 8mm; }
  table { font-size: 8pt; }
  th, td { padding: .9mm 2.5mm .9mm 0; overflow-wrap: anywhere; }
  .sort::after { content: none; }
  [aria-sort=ascending] .sort::after, [aria-sort=descending] .sort::after { content: none; }
  .link, .sort { color: var(--ink); text-decoration: none !important; }
}
`;
