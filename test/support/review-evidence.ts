import { decide, NO_CHANGES, type Plan } from "../../fleet/plan";
import type { Fleet } from "../../fleet/schema/fleet-file";
import { information, patch, summary, updatersOff, type RawRecord, type SyncServer } from "./sync";
import { AS_OF, TWO_ACCOUNTS, twoAccounts } from "./two-accounts";

/** The instant of a review. */
export const REVIEWED_AT = AS_OF;

/** A fleet whose group `database` is under review in one place, with a baseline that rejects kernels. */
export function reviewFleet(): Fleet {
  const reject = [{ patch: "linux-*", owner: "kernel-team", until: "2027-03-31", why: "kernels come with the image" }];
  return twoAccounts({
    baselines: { ...TWO_ACCOUNTS.baselines, ubuntu: { ...TWO_ACCOUNTS.baselines.ubuntu, reject } },
    freezes: [{ name: "quiet", from: "2026-11-20", to: "2026-11-30", zone: "UTC", urgent: "allowed" }],
    groups: {
      ...TWO_ACCOUNTS.groups,
      database: {
        ...TWO_ACCOUNTS.groups.database,
        baselines: ["ubuntu", "windows"],
        approvers: ["ana@example.com", "bo@example.com"],
        servers: 4,
      },
    },
  });
}

/** Its plan, for an instant. */
export function reviewPlan(asOf: string = AS_OF): Plan {
  return decide(reviewFleet(), NO_CHANGES, asOf);
}

const SCANNED = "2026-11-18T12:05:05Z";
const TAG = [{ Key: "PatchGroup", Value: "database" }];

/** A patch that is missing. */
export const missing = (id: string, version: string, given: RawRecord = {}): RawRecord =>
  patch(id, {
    Title: `${id}:${version}`,
    PatchState: "Missing",
    Status: "NON_COMPLIANT",
    Severity: "CRITICAL",
    PatchGroup: "database",
    ...given,
  });

/** An article of Windows that is missing. */
export const article = (id: string, given: RawRecord = {}): RawRecord =>
  missing(id, "", { Title: `2026-11 Update (${id})`, PatchSeverity: "Important", ...given });

/** A database server of production that lacks some patches. */
export function lacking(
  id: string,
  items: readonly RawRecord[],
  given: Partial<Record<string, RawRecord[] | string>> = {},
): SyncServer {
  const failed = items.filter((item) => item["PatchState"] === "Failed").length;
  const counts = { MissingCount: String(items.length - failed), FailedCount: String(failed), PatchGroup: "database" };
  return {
    id,
    account: "444444444444",
    region: "eu-west-1",
    files: {
      "AWS:InstanceInformation": [information({ ComputerName: `db-${id.slice(-1)}` })],
      "AWS:PatchSummary": [
        summary({ InstalledCount: "1", ...counts, OperationStartTime: "2026-11-18T12:03:00Z", OperationEndTime: SCANNED }),
      ],
      "AWS:ComplianceItem": [patch("curl.amd64"), ...items, updatersOff()],
      "AWS:Tag": TAG,
      "AWS:Application": [
        { Name: "openssl", Version: "3.0.2-0ubuntu1.17", Architecture: "amd64" },
        { Name: "libc6", Version: "2.35-0ubuntu3.8", Architecture: "amd64" },
      ],
      ...given,
    },
  };
}

/** What a server of Windows says of itself. */
export const WINDOWS = [
  information({
    ComputerName: "files-1",
    PlatformName: "Microsoft Windows Server 2022 Datacenter",
    PlatformVersion: "10.0.20348",
  }),
];

/** Servers of every kind that a review has to tell apart. */
export const DATABASES: readonly SyncServer[] = [
  lacking("i-1", [missing("openssl.amd64", "3.0.2-0ubuntu1.18"), missing("libc6.amd64", "2.35-0ubuntu3.9")]),
  lacking("i-2", [
    missing("openssl.amd64", "3.0.2-0ubuntu1.18", { CVEIds: "CVE-2026-2,CVE-2026-11111" }),
    missing("linux-image-aws.amd64", "6.8.0.1024"),
  ]),
  lacking("i-3", [article("KB5034441"), missing("KB-less", "", { Title: "Defender" })], { "AWS:InstanceInformation": WINDOWS }),
  // Stale: its last scan was a month ago.
  lacking("i-4", [missing("vim.amd64", "9.1")], {
    "AWS:PatchSummary": [
      summary({
        InstalledCount: "1",
        MissingCount: "1",
        OperationStartTime: "2026-10-18T12:03:00Z",
        OperationEndTime: "2026-10-18T12:05:00Z",
      }),
    ],
  }),
  // Truncated in the middle of a line.
  lacking("i-5", [missing("vim.amd64", "9.1")], { "AWS:ComplianceItem": '{"ComplianceType":"Patch","Id":"vim.amd6' }),
  // The group's tag, in a place where the group has no servers.
  { ...lacking("i-6", [missing("vim.amd64", "9.1")]), region: "us-east-1" },
];
