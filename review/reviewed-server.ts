import type { Row } from "../evidence/record/question";

/** A server of the group under review, as the evidence tells of it. */
export interface ReviewedServer {
  /** Twelve digits. */
  readonly accountId: string;
  /** The account's name in the fleet file; its number where the file does not know it. */
  readonly account: string;
  readonly region: string;
  readonly server: string;
  /** What the server calls itself. */
  readonly name: string | null;
  readonly system: string | null;
  /** The last day of its system's support by its vendor, YYYY-MM-DD, where that is past: nobody makes updates for it any more. */
  readonly ended: string | null;
  /** Its class of coverage. */
  readonly class: string;
  /** When its last scan ended, RFC 3339 in UTC; null when it is not known. */
  readonly lastScan: string | null;
  readonly why: string | null;
}

const textOf = (row: Row, name: string): string | null => {
  const cell = row[name] ?? null;
  return cell === null ? null : String(cell);
};

/** Reads a line of the answer to `review-servers`. `names` has each account's name by its number. */
export function reviewedServer(row: Row, names: ReadonlyMap<string, string>): ReviewedServer {
  const accountId = textOf(row, "account") ?? "";
  return {
    accountId,
    account: names.get(accountId) ?? accountId,
    region: textOf(row, "region") ?? "",
    server: textOf(row, "server") ?? "",
    name: textOf(row, "name"),
    system: textOf(row, "system"),
    ended: textOf(row, "ended"),
    class: textOf(row, "class") ?? "unknown",
    lastScan: textOf(row, "lastScan"),
    why: textOf(row, "why"),
  };
}

/** What tells a server from all others. */
export const serverKey = (accountId: string, region: string, server: string): string => `${accountId}/${region}/${server}`;

/** Classes of servers whose scan says nothing of today. */
const NOT_TOLD: readonly string[] = ["unknown", "unmanaged", "never scanned", "stale"];

/** Whether a server's last scan is there, whole and fresh: only then is it known what it lacks. */
export function isTold(server: ReviewedServer): boolean {
  return !NOT_TOLD.includes(server.class);
}
