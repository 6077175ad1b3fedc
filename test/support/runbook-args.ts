import type { InstallRunbookArgs } from "../../components/aws/runbooks/install";

/** What a guarded runbook of a test knows: ten at once, held by one calendar and two releases. */
export const RUNBOOK_ARGS: InstallRunbookArgs = {
  group: "web",
  tagKey: "PatchGroup",
  reboot: "RebootIfNeeded",
  concurrency: "10%",
  errors: "5%",
  servers: 40,
  calendars: ["fleet-calendar-prod"],
  releases: [
    "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/declared",
    "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/proved",
  ],
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
