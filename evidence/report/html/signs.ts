/** A form for each standing and outcome, so that colour never speaks alone. */
const FORMS: Readonly<Record<string, string>> = {
  compliant: '<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.6 5.3-4.3 4.9-3-2.7 1.2-1.3 1.7 1.5 3-3.6Z"/>',
  flagged: '<path d="M3 1h9.5l-2 3.5 2 3.5H5v7H3Z"/>',
  "not-compliant": '<path d="M8 1 15.5 15H.5Z"/>',
  "pending-reboot": '<path d="M8 1.2V4a4.6 4.6 0 1 1-4.6 4.6H1.2A6.8 6.8 0 1 0 8 1.8Zm0-1.2 4 3-4 3Z"/>',
  failed: '<path d="m3 1 5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5-5-5Z"/>',
  stale:
    '<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6Zm-1 1.3h2v3.1l2.2 2.2-1.4 1.4L7 8.5Z"/>',
  "never-scanned": '<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6Z"/>',
  unmanaged: '<path d="M1 1h4v2H3v2H1Zm10 0h4v4h-2V3h-2ZM1 11h2v2h2v2H1Zm12 0h2v4h-4v-2h2Z"/>',
  unknown:
    '<path d="M5.2 5.8C5.2 3.9 6.4 3 8 3s2.8.9 2.8 2.4c0 2.4-2.8 2.4-2.8 4.6" fill="none" stroke="currentColor" stroke-width="2.2"/><circle cx="8" cy="13.4" r="1.5"/>',
  succeeded: '<circle cx="8" cy="8" r="6"/>',
  held: '<path d="M3 2h3.4v12H3Zm6.6 0H13v12H9.6Z"/>',
  missing: '<path d="M1 3h14L8 15Z"/>',
};

/** Every sign, once, for the page to point at. */
export const SIGNS = `<svg class="signs" aria-hidden="true">${Object.entries(FORMS)
  .map(([name, form]) => `<symbol id="sign-${name}" viewBox="0 0 16 16">${form}</symbol>`)
  .join("")}</svg>`;

/** A sign in the page. The word stands beside it. */
export function signOf(mark: string): string {
  return Object.hasOwn(FORMS, mark)
    ? `<svg class="sign mark-${mark}" viewBox="0 0 16 16" aria-hidden="true"><use href="#sign-${mark}"/></svg>`
    : "";
}
