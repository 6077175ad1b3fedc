import { itemsOf, type Item } from "./item";
import { messyRecords, messyText, type Files } from "./messy";
import {
  applications,
  associations,
  instanceInformation,
  patchItems,
  patchSummary,
  tags,
  windowsUpdates,
  type SyncRecord,
} from "./records";
import type { Demo, DemoServer } from "./server";

/** A file of the demo: its path below the folder, with slashes, and what stands in it. */
export interface DemoFile {
  readonly path: string;
  readonly text: string;
}

function recordsOf(demo: Demo, server: DemoServer, items: readonly Item[]): Files {
  const { scanned } = server;
  const isWindows = server.system.family === "windows";
  const inventory: Record<string, readonly SyncRecord[]> = isWindows
    ? { WindowsUpdate: [...windowsUpdates(server, items, demo.asOf)] }
    : { Application: [...applications(server, items, demo.asOf)] };
  return {
    InstanceInformation: instanceInformation(server, demo.asOf),
    Tag: tags(server, demo.tagKey, demo.asOf),
    ...(scanned === null ? {} : { PatchSummary: patchSummary(server, items, scanned) }),
    ComplianceItem: [
      ...associations(server, demo.asOf),
      ...(scanned === null ? [] : patchItems(server, items, scanned, demo.asOf)),
    ],
    ...inventory,
  };
}

/** The files of one server. One that is unmanaged has none: nobody hears from it. */
export function filesOf(demo: Demo, server: DemoServer, items: readonly Item[] = itemsOf(demo, server)): DemoFile[] {
  if (server.fate === "unmanaged") return [];
  const { account, region } = server.place;
  const folder = `accountid=${account}/region=${region}/resourcetype=ManagedInstanceInventory`;
  return Object.entries(messyRecords(server, recordsOf(demo, server, items), demo.asOf)).map(([type, records]) => ({
    path: `AWS:${type}/${folder}/${server.id}.json`,
    text: messyText(server, type, records.map((record) => `${JSON.stringify(record)}\n`).join("")),
  }));
}
