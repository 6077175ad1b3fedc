import { Refusal } from "../aws/refusal";

/** Where objects are: a bucket, and what their keys begin with: nothing, or folders that end in a slash. */
export interface Address {
  readonly bucket: string;
  readonly prefix: string;
}

/** Reads `s3://bucket/prefix`; a slash at the end makes no difference. */
export function address(url: string): Address {
  const parts = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/u.exec(url);
  if (parts === null) throw new Refusal("missing", `${url}: not an address in S3`, "write s3://bucket or s3://bucket/prefix");
  const prefix = (parts[2] ?? "").replaceAll(/^\/+|\/+$/gu, "");
  return { bucket: parts[1] ?? "", prefix: prefix === "" ? "" : `${prefix}/` };
}

/** The address as people write it. */
export const addressText = ({ bucket, prefix }: Address): string => `s3://${bucket}/${prefix}`.replace(/\/$/u, "");
