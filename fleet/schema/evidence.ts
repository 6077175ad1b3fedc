import { z } from "zod";
import { manyDays, gigabytes } from "./quantity";

const auditor = z
  .string()
  .regex(/^(\d{12}|arn:aws(-us-gov|-cn)?:iam::\d{12}:role\/[\w+=,.@/-]{1,512})$/, "12 digits in quotes, or the ARN of a role");

/** What is kept of what the runs left behind, for how long, and who may read it. */
export const evidence = z.strictObject({
  retention: manyDays.prefault("400 days").describe("How long the history and the records of runs are kept: 1 to 9999 days."),
  departed: manyDays
    .prefault("60 days")
    .describe("After how many days without an update the files of a server that has gone are deleted."),
  scanLimit: gigabytes
    .prefault("100 GB")
    .describe("How much one query may read before it is cancelled: `100 GB`, `2 TB`. Athena charges by what is read."),
  auditors: z
    .array(auditor)
    .default([])
    .describe(
      "Who may take on the role that reads the evidence: account ids or ARNs of roles. Left out, the central account itself decides.",
    ),
});

/** What is kept of the evidence, as parsed. */
export type EvidenceSettings = z.output<typeof evidence>;
