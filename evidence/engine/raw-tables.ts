import { RECORD_TYPES, type RecordType } from "../record/record-type";
import { quoted } from "../sql/dialect";
import { READ } from "../sql/reading";

/** The attributes of each type that the questions read: the others are not even taken from the files. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  "AWS:InstanceInformation": ["AgentType", "AgentVersion", "InstanceId", "IpAddress", "PlatformType", "AgentStatus"],
  "AWS:PatchSummary": [
    "OwnerInformation",
    "InstallOverrideList",
    "RebootOption",
    "ExecutionId",
    "NonCompliantSeverity",
    "AvailableSecurityUpdateCount",
  ],
  "AWS:ComplianceItem": [
    "ExecutionId",
    "ExecutionType",
    "DocumentVersion",
    "Classification",
    "PatchBaselineId",
    "PatchGroup",
    "InstallOverrideList",
    "DetailedLink",
  ],
  "AWS:Application": ["ApplicationType", "Publisher", "URL", "Summary", "PackageId"],
  "AWS:WindowsUpdate": ["Description", "InstalledBy"],
  "AWS:Tag": [],
};

/** What a record of each type always has. A row without one of them is read again with tolerance: it may be spelled in another way. */
const CERTAIN: Readonly<Record<string, readonly string[]>> = {
  "AWS:InstanceInformation": ["ComputerName", "PlatformName", "PlatformVersion", "InstanceStatus"],
  "AWS:PatchSummary": [
    "PatchGroup",
    "InstalledCount",
    "InstalledOtherCount",
    "InstalledPendingRebootCount",
    "InstalledRejectedCount",
    "MissingCount",
    "FailedCount",
    "OperationType",
    "OperationStartTime",
    "OperationEndTime",
  ],
  "AWS:ComplianceItem": ["ComplianceType", "Id", "Title", "Status", "Severity"],
  "AWS:Application": ["Name", "Version"],
  "AWS:WindowsUpdate": ["HotFixId"],
  "AWS:Tag": ["Key", "Value"],
};

/** The attributes by which a line of another type than its folder's is known, in lower case. */
const TELLING: readonly (readonly [type: string, attributes: readonly string[]])[] = [
  ["AWS:ComplianceItem", ["compliancetype"]],
  ["AWS:PatchSummary", ["operationtype"]],
  ["AWS:WindowsUpdate", ["hotfixid"]],
  ["AWS:InstanceInformation", ["platformname"]],
  ["AWS:Tag", ["key", "value"]],
  ["AWS:Application", ["name", "version"]],
];

const TECHNICAL = ["resourceId", "captureTime"];

const read = ({ type, attributes }: RecordType): string[] => [
  ...attributes.filter((attribute) => !UNUSED[type]?.includes(attribute)),
  ...TECHNICAL,
];

/** A folder's name as a pattern that means just itself. */
export const literal = (folder: string): string => folder.replaceAll(/[[\]*?]/gu, (sign) => `[${sign}]`);

/** The files of a type below the folders of a sync, as a list of patterns. */
export function filesOf(type: string, syncs: readonly string[]): string {
  const patterns = syncs.map((sync) => quoted(`${literal(sync)}/${type}/accountid=*/region=*/resourcetype=*/*.json`));
  return `[${patterns.join(", ")}]`;
}

const options = "filename = true, hive_partitioning = true, hive_types_autocast = false, maximum_object_size = 67108864";

/** The rows of a type as DuckDB reads them at full speed: a line that is no record gives a row of nulls. `files` is a list, in SQL. */
export function plainRows(type: RecordType, files: string): string {
  const columns = read(type).map((attribute) => `${quoted(attribute)}: 'VARCHAR'`);
  return `SELECT ${read(type)
    .map((attribute) => `"${attribute}" AS ${attribute.toLowerCase()}`)
    .join(", ")}, accountid, region, filename AS file
FROM read_json(${files}, format = 'newline_delimited', columns = {${columns.join(", ")}}, ignore_errors = true, ${options})`;
}

/** The columns of a type's rows. */
export function rawColumns(type: RecordType): string {
  return [...read(type).map((each) => each.toLowerCase()), "accountid", "region", "file"]
    .map((name) => `${name} VARCHAR`)
    .join(", ");
}

/** What is kept of each file that has any row: whether it is odd. */
export const SEEN_FILES = "seen_files (type VARCHAR, file VARCHAR, odd BOOLEAN)";

/** Each file of a type's rows, and whether one lacks what it always has, or is another server's. */
export function seenFiles(type: RecordType): string {
  const certain = (CERTAIN[type.type] ?? []).map((attribute) => `${attribute.toLowerCase()} IS NULL`);
  return `SELECT ${quoted(type.type)} AS type, file, bool_or(${[...certain, `NOT coalesce(${READ}, false)`].join(" OR ")}) AS odd
FROM ${type.table} GROUP BY file`;
}

/** The lines of odd files, with their keys in lower case and the type that they tell. */
export function oddLines(type: RecordType, files: readonly string[]): string {
  const has = (attribute: string) => `list_contains(lowered, ${quoted(attribute)})`;
  const cases = TELLING.map(([told, attributes]) => `WHEN ${attributes.map(has).join(" AND ")} THEN ${quoted(told)}`);
  return `SELECT CASE ${cases.join(" ")} ELSE ${quoted(type.type)} END AS type, * FROM (
  SELECT json, keys, list_transform(keys, lambda key: lower(key)) AS lowered, accountid, region, filename AS file
  FROM (SELECT json, CASE WHEN json_type(json) = 'OBJECT' THEN json_keys(json) ELSE [] END AS keys, accountid, region, filename
    FROM read_ndjson_objects([${files.map(quoted).join(", ")}], ignore_errors = true, ${options})))`;
}

/** The table in which the rows of a small type are kept as they stand. */
export const plainTable = ({ table }: RecordType): string => `plain_${table}`;

/** The table of the rows that were read with all tolerance. */
export const oddTable = ({ table }: RecordType): string => `odd_${table}`;

/** Puts the lines of odd files into the table for odd rows of their type, each attribute found in any spelling. */
export function tolerantRows(type: RecordType): string {
  const value = (attribute: string) =>
    `json_extract_string(json, '$."' || keys[list_position(lowered, ${quoted(attribute.toLowerCase())})] || '"')`;
  return `INSERT INTO ${oddTable(type)} SELECT ${read(type).map(value).join(", ")}, accountid, region, file FROM odd_lines WHERE type = ${quoted(type.type)}`;
}

const typesOf = (...names: readonly string[]): readonly RecordType[] => RECORD_TYPES.filter(({ type }) => names.includes(type));

/** The views that are made of types with a line for each patch and each package; of all others a server has a line or a few. */
export const LARGE_VIEWS: ReadonlyMap<string, readonly RecordType[]> = new Map([
  ["items", typesOf("AWS:ComplianceItem")],
  ["packages", typesOf("AWS:Application", "AWS:WindowsUpdate")],
]);

/** Every type of which a server has many lines. */
export const LARGE_TYPES: readonly RecordType[] = [...LARGE_VIEWS.values()].flat();

/** Every type of which a server has few lines. */
export const SMALL_TYPES: readonly RecordType[] = RECORD_TYPES.filter((type) => !LARGE_TYPES.includes(type));
