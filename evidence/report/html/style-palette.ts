const LIGHT = `
  --paper: #fdfdfb; --card: #fff; --tint: #f4f4ef; --ink: #1c2024; --soft: #5b626b; --faint: #70777f; --line: #e3e3dc; --accent: #1d4f91;
  --compliant: #1f7a4d; --flagged: #6b86a8; --not-compliant: #c58400; --pending-reboot: #7a55b5; --failed: #b3261e; --stale: #a0694f;
  --never-scanned: #9a9a92; --unmanaged: #66707b; --unknown: #24292f;
  --severity-0: #a3261b; --severity-1: #cf6a1c; --severity-2: #d9a520; --severity-3: #8fa3b8; --severity-4: #767d86;
  --heat-1: #faf1e3; --heat-2: #f6e1c2; --heat-3: #f0ca96; --heat-4: #e7ae68;
`;

const DARK = `
  --paper: #14171a; --card: #1a1e22; --tint: #1f2428; --ink: #e8e9e6; --soft: #a6adb5; --faint: #8d949c; --line: #31373d; --accent: #8db8f0;
  --compliant: #4cb782; --flagged: #8fabcf; --not-compliant: #e0a63a; --pending-reboot: #b294e8; --failed: #f0746a; --stale: #cd9274;
  --never-scanned: #8b8b84; --unmanaged: #9aa5b1; --unknown: #f2f3f0;
  --severity-0: #ef6b5f; --severity-1: #e8935a; --severity-2: #e0b64a; --severity-3: #8ea6bf; --severity-4: #9aa1a9;
  --heat-1: #2a251d; --heat-2: #3a301f; --heat-3: #523f20; --heat-4: #6e5122;
`;

/** The colours of the page. Green stands for one thing: a server that is compliant and not flagged. */
export const PALETTE = `
:root {${LIGHT}}
@media screen and (prefers-color-scheme: dark) { :root {${DARK}} }
`;
