/** One type of record that a resource data sync writes: a table whose columns are all text, as the sync writes them. */
export interface RecordType {
  /** The type as the sync names it, such as `AWS:PatchSummary`. */
  readonly type: string;
  /** Its table, in lower case as Glue has it. */
  readonly table: string;
  /** The attributes as the sync spells them. A column is the same in lower case. */
  readonly attributes: readonly string[];
}

/** What stands on every record, whatever its type. The sync writes them in camel case. */
export const TECHNICAL = ["resourceId", "captureTime", "schemaVersion"] as const;

/** What the key of a file tells, as partitions. */
export const PARTITIONS = ["accountid", "region", "resourcetype"] as const;

const record = (type: string, attributes: readonly string[]): RecordType => ({
  type: `AWS:${type}`,
  table: `aws_${type.toLowerCase()}`,
  attributes,
});

/**
 * The types that the questions need.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-schema.html
 */
export const RECORD_TYPES: readonly RecordType[] = [
  record("InstanceInformation", [
    "AgentType",
    "AgentVersion",
    "ComputerName",
    "InstanceId",
    "IpAddress",
    "PlatformName",
    "PlatformType",
    "PlatformVersion",
    "AgentStatus",
    "InstanceStatus",
  ]),
  record("PatchSummary", [
    "PatchGroup",
    "BaselineId",
    "SnapshotId",
    "OwnerInformation",
    "InstalledCount",
    "InstalledPendingRebootCount",
    "InstalledOtherCount",
    "InstalledRejectedCount",
    "NotApplicableCount",
    "UnreportedNotApplicableCount",
    "MissingCount",
    "FailedCount",
    "OperationType",
    "OperationStartTime",
    "OperationEndTime",
    "InstallOverrideList",
    "RebootOption",
    "LastNoRebootInstallOperationTime",
    "ExecutionId",
    "NonCompliantSeverity",
    "SecurityNonCompliantCount",
    "CriticalNonCompliantCount",
    "OtherNonCompliantCount",
    "AvailableSecurityUpdateCount",
  ]),
  record("ComplianceItem", [
    "ComplianceType",
    "ExecutionId",
    "ExecutionType",
    "ExecutionTime",
    "Id",
    "Title",
    "Status",
    "Severity",
    "DocumentName",
    "DocumentVersion",
    "Classification",
    "PatchBaselineId",
    "PatchSeverity",
    "PatchState",
    "PatchGroup",
    "InstalledTime",
    "InstallOverrideList",
    "DetailedText",
    "DetailedLink",
    "CVEIds",
  ]),
  record("Application", [
    "Name",
    "ApplicationType",
    "Publisher",
    "Version",
    "Release",
    "Epoch",
    "InstalledTime",
    "Architecture",
    "URL",
    "Summary",
    "PackageId",
  ]),
  record("WindowsUpdate", ["HotFixId", "Description", "InstalledTime", "InstalledBy"]),
  record("Tag", ["Key", "Value"]),
];
