import { HOUR, iso } from "./instant";
import type { Mess } from "./mess";
import type { SyncRecord } from "./records";
import type { DemoServer } from "./server";

/** The files of a server by record type, before they become text. */
export type Files = Readonly<Record<string, readonly SyncRecord[]>>;

const COUNTS = /Count$/u;
const TIMES = /Time$/u;

function each(files: Files, change: (record: SyncRecord) => SyncRecord): Files {
  return Object.fromEntries(Object.entries(files).map(([type, records]) => [type, records.map(change)]));
}

function entries(record: SyncRecord, change: (name: string, value: string | number) => [string, string | number]): SyncRecord {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => change(name, value)));
}

function summary(files: Files, change: (record: SyncRecord) => readonly SyncRecord[]): Files {
  return { ...files, PatchSummary: (files["PatchSummary"] ?? []).flatMap(change) };
}

function without(record: SyncRecord, name: string): SyncRecord {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== name));
}

const custom = (server: DemoServer, at: number): SyncRecord => ({
  ComplianceType: "Custom:Backup",
  ExecutionId: "nightly",
  ExecutionType: "",
  ExecutionTime: iso(at),
  Id: "nightly",
  Title: "nightly backup",
  Status: "NON_COMPLIANT",
  Severity: "LOW",
  resourceId: server.id,
  captureTime: iso(at),
  schemaVersion: "1.0",
});

type Change = (files: Files, server: DemoServer, asOf: number) => Files;

const increased = (record: SyncRecord, name: string, by: number): SyncRecord => ({
  ...record,
  [name]: String(Number(record[name]) + by),
});

/** What each kind of mess does to records; the others show in tags or in the text. */
const CHANGES: Partial<Readonly<Record<Mess, Change>>> = {
  "counts are numbers": (files) =>
    each(files, (record) => entries(record, (name, value) => [name, COUNTS.test(name) ? Number(value) : value])),
  "names in other case": (files) => each(files, (record) => entries(record, (name, value) => [name.toLowerCase(), value])),
  "records of other kinds between": (files, server, asOf) => ({
    ...files,
    ComplianceItem: [custom(server, asOf - HOUR), ...(files["ComplianceItem"] ?? [])],
  }),
  "times with fractions": (files) =>
    each(files, (record) =>
      entries(record, (name, value) => [name, TIMES.test(name) ? String(value).replace(/(?<=:\d\d)Z$/u, ".000Z") : value]),
    ),
  "attributes that nobody knows": (files) => each(files, (record) => ({ ...record, Novelty: "new", PatchStateOfMind: "7" })),
  "a count of -1": (files) => summary(files, (record) => [{ ...record, MissingCount: "-1" }]),
  "an empty count": (files) => summary(files, (record) => [{ ...record, FailedCount: "" }]),
  "an absent count": (files) => summary(files, (record) => [without(record, "MissingCount")]),
  "an empty file": (files) => ({ ...files, PatchSummary: [] }),
  "no patch items": (files) => ({
    ...files,
    ComplianceItem: (files["ComplianceItem"] ?? []).filter((record) => record["ComplianceType"] !== "Patch"),
  }),
  "a record of another server": (files) => summary(files, (record) => [{ ...record, resourceId: "i-0fffffffffffffff0" }]),
  "counts against items": (files) => summary(files, (record) => [increased(record, "MissingCount", 3)]),
  "a time from the future": (files, _, asOf) =>
    summary(files, (record) => [{ ...record, OperationEndTime: iso(asOf + 30 * HOUR) }]),
  "two summaries": (files) => summary(files, (record) => [record, increased(record, "MissingCount", 2)]),
};

/** Makes a mess of the records of a server, where it has one that records can show. */
export function messyRecords(server: DemoServer, files: Files, asOf: number): Files {
  return (server.mess === null ? undefined : CHANGES[server.mess])?.(files, server, asOf) ?? files;
}

/** Makes a mess of the text of a server's file. */
export function messyText(server: DemoServer, type: string, text: string): string {
  if (server.mess === "lines end as on Windows") return text.replaceAll("\n", "\r\n");
  if (server.mess === "a truncated file" && type === "ComplianceItem") return text.slice(0, text.length - 57);
  return text;
}
