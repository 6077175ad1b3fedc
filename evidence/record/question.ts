/** What a column holds: an instant is RFC 3339 in UTC, a day `2026-11-21`. Each may be null when it is not known. */
export type ColumnKind = "text" | "count" | "instant" | "day" | "yes-or-no";

/** A column of an answer, named as programs read it, with a heading for people. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly heading: string;
}

/** What can be asked of the evidence. */
export interface Question {
  readonly name: string;
  /** The question in words, for headings and help. */
  readonly asks: string;
  readonly columns: readonly Column[];
}

/** A cell of an answer. */
export type Cell = string | number | boolean | null;

/** One line of an answer, by column name. */
export type Row = Readonly<Record<string, Cell>>;

const column = (name: string, heading: string, kind: ColumnKind = "text"): Column => ({ name, heading, kind });
const SERVER = [column("account", "account"), column("region", "region"), column("server", "server")];

/** The classes of coverage, from what decides first to what decides last; `unknown` decides first and, for lack of something, last but one. */
export const CLASSES = [
  "unknown",
  "unmanaged",
  "never scanned",
  "stale",
  "failed",
  "pending reboot",
  "not compliant",
  "compliant",
] as const;

/** The class that a server is in. */
export type CoverageClass = (typeof CLASSES)[number];

/** Every question, once. Their SQL stands in `evidence/sql`, each in a file of its name. */
export const QUESTIONS: readonly Question[] = [
  {
    name: "coverage",
    asks: "What is known of every server?",
    columns: [
      ...SERVER,
      column("group", "group"),
      column("class", "class"),
      column("ended", "system ended", "yes-or-no"),
      column("lastScan", "last scan", "instant"),
      column("patchesItself", "patches itself", "yes-or-no"),
      column("why", "why"),
    ],
  },
  {
    name: "changes",
    asks: "Which package was updated on which server, and when?",
    columns: [
      ...SERVER,
      column("package", "package"),
      column("version", "version"),
      column("installedAt", "installed at", "instant"),
    ],
  },
  {
    name: "packages",
    asks: "Which servers have a package, a KB or a CVE, and which lack it?",
    columns: [
      ...SERVER,
      column("package", "package"),
      column("version", "version"),
      column("state", "state"),
      column("cves", "CVEs"),
    ],
  },
  {
    name: "missing",
    asks: "What is missing, how severe is it, and since when?",
    columns: [...SERVER, column("patch", "patch"), column("severity", "severity"), column("ageDays", "days", "count")],
  },
  {
    name: "failed",
    asks: "What failed, and with what error?",
    columns: [
      ...SERVER,
      column("patch", "patch"),
      column("severity", "severity"),
      column("at", "at", "instant"),
      column("error", "error"),
    ],
  },
  {
    name: "pending-reboot",
    asks: "Which servers wait for a restart, since when, and is it past what their group allows?",
    columns: [
      ...SERVER,
      column("group", "group"),
      column("since", "since", "instant"),
      column("hours", "hours", "count"),
      column("late", "late", "yes-or-no"),
    ],
  },
  {
    name: "runs",
    asks: "Which runs were expected, which happened, and what did they do?",
    columns: [
      column("account", "account"),
      column("region", "region"),
      column("group", "group"),
      column("ring", "ring"),
      column("due", "due", "instant"),
      column("outcome", "outcome"),
      column("expected", "expected", "count"),
      column("finished", "finished", "count"),
      column("failed", "failed", "count"),
      column("approved", "approved", "count"),
      column("installed", "installed", "count"),
      column("leftOut", "left out", "count"),
      column("why", "why"),
    ],
  },
  {
    name: "ended",
    asks: "Which servers run a system that its vendor no longer patches?",
    columns: [...SERVER, column("group", "group"), column("system", "system"), column("since", "since", "day")],
  },
  {
    name: "trend",
    asks: "How did the classes change over time?",
    columns: [column("day", "day", "day"), column("class", "class"), column("servers", "servers", "count")],
  },
  {
    name: "drift",
    asks: "Which packages differ between a ring and the ring before it?",
    columns: [
      column("ring", "ring"),
      column("before", "ring before"),
      column("package", "package"),
      column("version", "version", "text"),
      column("versionBefore", "version before"),
      column("servers", "servers", "count"),
    ],
  },
];
