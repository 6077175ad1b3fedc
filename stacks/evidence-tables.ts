import type { EvidenceTable } from "../components/aws";
import { CHANGES, COVERAGE, type HistoryTable } from "../evidence/record/history";
import { RECORD_TYPES, TECHNICAL, type RecordType } from "../evidence/record/record-type";
import { RUN_PLACES, RUN_RECORDS, RUN_STARTS, type RunsTable } from "../evidence/record/runs";
import { FLEET_TABLES } from "../evidence/sql/lake";
import type { EvidencePlan } from "../fleet/plan/evidence";

/** The only one that a data sync writes, whatever the server is. */
const RESOURCE_TYPE = "ManagedInstanceInventory";

/** The first day that any history has. Before it there was no fleet. */
const FIRST_DAY = "2026-01-01";

function rawTable({ table, type, attributes }: RecordType, { accounts, regions }: EvidencePlan): EvidenceTable {
  return {
    name: table,
    description: `${type}, as the data syncs write it`,
    folder: type,
    format: "json",
    columns: [...attributes, ...TECHNICAL].map((attribute) => attribute.toLowerCase()),
    partitions: {
      accountid: { type: "enum", values: accounts },
      region: { type: "enum", values: regions },
      resourcetype: { type: "enum", values: [RESOURCE_TYPE] },
    },
  };
}

function historyTable({ table, folder, columns }: HistoryTable, description: string): EvidenceTable {
  return { name: table, description, folder, format: "parquet", columns, partitions: { day: { type: "day", from: FIRST_DAY } } };
}

function runsTable({ table, folder, columns }: RunsTable, description: string): EvidenceTable {
  return { name: table, description, folder, format: "json", columns };
}

/** Every table of the evidence: what the syncs write, the history, the runs, and what the fleet file expects. */
export function evidenceTables(plan: EvidencePlan): EvidenceTable[] {
  return [
    ...RECORD_TYPES.map((type) => rawTable(type, plan)),
    historyTable(CHANGES, "What appeared, changed or went on each server"),
    historyTable(COVERAGE, "The class of each server, day by day"),
    runsTable(RUN_RECORDS, "What each run left behind"),
    runsTable(RUN_STARTS, "When each schedule starts"),
    runsTable(RUN_PLACES, "Which group installs where, and by which schedule"),
    ...FLEET_TABLES.map(({ table, folder, columns }) =>
      runsTable({ table, folder, columns: Object.keys(columns) }, "What the fleet file says of the servers"),
    ),
  ];
}
