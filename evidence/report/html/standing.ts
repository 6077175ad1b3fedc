import type { Row } from "../../record/question";

/** How a server stands, as people read it: green is one of these only, and a compliant server that is flagged is another. */
export interface Standing {
  readonly name: string;
  /** Its mark and colour on the page. */
  readonly mark: string;
  readonly means: string;
}

/** Every standing, from the good one to the one of which least is known. */
export const STANDINGS: readonly Standing[] = [
  {
    name: "compliant",
    mark: "compliant",
    means: "Scanned within 7 days, nothing missing, nothing failed, no restart waiting, system still mended by its vendor.",
  },
  {
    name: "compliant, flagged",
    mark: "flagged",
    means: "As compliant, but its system has ended (no patches exist for it any more) or it patches itself outside every ring.",
  },
  {
    name: "not compliant",
    mark: "not-compliant",
    means: "Something that its baseline approves is missing, or something rejected is installed.",
  },
  { name: "pending reboot", mark: "pending-reboot", means: "Installed, but not in force until the server restarts." },
  { name: "failed", mark: "failed", means: "The last operation could not install something." },
  {
    name: "stale",
    mark: "stale",
    means: "Its last operation ended more than 7 days ago: what it said then is no evidence of today.",
  },
  { name: "never scanned", mark: "never-scanned", means: "Its agent answers, and no scan or install ever ran." },
  { name: "unmanaged", mark: "unmanaged", means: "The fleet expects it, and no node tells of it." },
  {
    name: "unknown",
    mark: "unknown",
    means: "Its evidence is damaged, contradictory, or lacks something that is needed to tell.",
  },
];

function named(name: string): Standing {
  const unknown: Standing = { name: "unknown", mark: "unknown", means: "" };
  return STANDINGS.find((standing) => standing.name === name) ?? STANDINGS.at(-1) ?? unknown;
}

/** How a server of an answer to `coverage` stands. What is not known to be unflagged is flagged, and a strange class is unknown. */
export function standingOf(row: Row): Standing {
  const isFlagged = row["ended"] !== false || row["patchesItself"] !== false;
  return named(row["class"] === "compliant" && isFlagged ? "compliant, flagged" : String(row["class"]));
}
