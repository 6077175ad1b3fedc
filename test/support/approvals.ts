import type { Approval, Changes } from "../../fleet/changes";
import { manifestOf } from "../../fleet/manifest";

const OPENSSL = { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" };

/** The list of the approval below. */
export const MANIFEST = manifestOf([OPENSSL]);

/** The approval of an install on the databases of the two accounts: its window opens in a week. */
export const APPROVAL: Approval = {
  key: "2026-11-28-database",
  file: "changes/approvals/2026-11-28-database.yaml",
  source: null,
  group: "database",
  why: "OpenSSL of November",
  window: { at: "2026-11-28T02:00:00Z", duration: 4, cutoff: 1 },
  requested: { by: "carla@example.com", at: "2026-11-20T09:00:00Z" },
  approved: { by: ["ana@example.com"], at: "2026-11-20T10:00:00Z" },
  expires: "2026-11-29T02:00:00Z",
  urgent: false,
  patches: [OPENSSL],
  digest: MANIFEST.digest,
};

const { patches: _patches, digest: _digest, ...REST } = APPROVAL;

/** The approval of a restart of the same servers, a day later. */
export const RESTART_APPROVAL: Approval = {
  ...REST,
  key: "2026-11-29-database-restart",
  file: "changes/approvals/2026-11-29-database-restart.yaml",
  window: { at: "2026-11-29T02:00:00Z", duration: 4, cutoff: 1 },
  expires: "2026-11-30T02:00:00Z",
  reboot: true,
};

/** These approvals and nothing else. */
export function approved(...approvals: readonly Approval[]): Changes {
  return { approvals, releases: [] };
}
