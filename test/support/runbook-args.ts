import type { InstallRunbookArgs } from "../../components/aws/runbooks/install";
import type { RestartRunbookArgs } from "../../components/aws/runbooks/restart";

/** What a guarded runbook of a test knows: ten at once, held by one calendar and two releases, of which one is proved. */
export const RUNBOOK_ARGS: InstallRunbookArgs = {
  group: "web",
  tagKey: "PatchGroup",
  reboot: "RebootIfNeeded",
  concurrency: "10%",
  errors: "5%",
  servers: 40,
  calendars: ["fleet-calendar-prod"],
  releases: ["arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/declared"],
  proved: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/proved",
  home: "eu-west-1",
  role: "arn:aws:iam::444444444444:role/fleet-runbook",
  logGroup: "/fleet/commands",
  timeoutSeconds: 5700,
  stepTimeoutSeconds: 2400,
};

/** The same with evidence: the run leaves a record in central's bucket. */
export const RECORDED_ARGS: InstallRunbookArgs = {
  ...RUNBOOK_ARGS,
  record: {
    bucket: "fleet-evidence-222222222222-eu-west-1",
    bucketOwner: "222222222222",
    bucketRegion: "eu-west-1",
    account: "444444444444",
    region: "us-east-1",
    ring: "prod",
  },
};

const DIGEST = "5f".repeat(32);
const KEY = `manifests/${DIGEST}.yaml`;

/** The same by an approval: an exact list, until a day. */
export const APPROVED_ARGS: InstallRunbookArgs = {
  ...RECORDED_ARGS,
  reboot: "NoReboot",
  expires: "2026-11-30T02:00:00Z",
  manifest: {
    bucket: "fleet-manifests-444444444444-us-east-1",
    bucketOwner: "444444444444",
    key: KEY,
    digest: DIGEST,
    address: `s3://fleet-manifests-444444444444-us-east-1/${KEY}`,
  },
};

const { reboot: _reboot, errors: _errors, ...RUN } = RUNBOOK_ARGS;

/** What a guarded restart of a test knows: replicas first, then the primary, one at a time. */
export const RESTART_ARGS: RestartRunbookArgs = {
  ...RUN,
  concurrency: "1",
  document: "fleet-restart",
  waves: [
    { tag: "ClusterRole", value: "replica" },
    { tag: "ClusterRole", value: "primary" },
  ],
};

/** What a gate is told of a run, as its step has it. */
export function payloadOf(args: InstallRunbookArgs | RestartRunbookArgs): Readonly<Record<string, string | readonly string[]>> {
  const { key = "", bucket = "", bucketOwner = "", digest = "" } = ("manifest" in args ? args.manifest : undefined) ?? {};
  const { calendars, releases, home, expires = "", proved = "" } = args;
  const told = { Calendars: calendars, Releases: releases, Home: home };
  return { ...told, Manifest: key, Bucket: bucket, BucketOwner: bucketOwner, Digest: digest, Expires: expires, Proved: proved };
}
