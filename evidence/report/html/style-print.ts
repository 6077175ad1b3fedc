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
  figure, tr, .verdict, .heat { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll, .drawing { overflow: visible; }
  .chart, .wide-chart { min-width: 0; }
  .verdict { grid-template-columns: 52mm 1fr; gap: 8mm; }
  table, .standings .means, .heat td small { font-size: 8pt; }
  .pair { grid-template-columns: 1fr 1fr; gap: 8mm; }
  h2 { font-size: 12.5pt; }
  .of-why, .of-error { min-width: 0; }
  td, th { white-space: normal !important; }
  th, td { padding: .9mm 2.5mm .9mm 0; }
  tbody td.text, tbody th { overflow-wrap: anywhere; }
  .standings th, td.count, th.count { white-space: nowrap !important; }
  .asks, .note, figcaption p, .keys, .verdict .warn { font-size: 8.5pt; }
  .verdict .says { font-size: 10pt; }
  .sort::after { content: none; }
  [aria-sort=ascending] .sort::after, [aria-sort=descending] .sort::after { content: none; }
  .link, .sort { color: var(--ink); text-decoration: none !important; }
}
`;
