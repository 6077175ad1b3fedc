/** The conditions of a statement: operator, key, values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One statement of an IAM policy. Names what is allowed to what, never more. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Conditions;
}

/** One statement of the policy of a bucket or a key: it says for whom, too. */
export interface ResourceStatement extends Omit<Statement, "Effect"> {
  readonly Effect: "Allow" | "Deny";
  readonly Principal: "*" | { readonly AWS: string } | { readonly Service: string };
}

/** Nobody speaks to a bucket without TLS. `bucket` is its ARN. */
export function tlsOnly(bucket: string): ResourceStatement {
  return {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:*"],
    Resource: [bucket, `${bucket}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/**
 * A policy as the text that IAM takes: Latin letters only, where a tag's value may have any. What is beyond them is escaped, as
 * JSON allows.
 */
export function policyText(statements: readonly (Statement | ResourceStatement)[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements }).replaceAll(/[^\u0020-\u007E]/gu, (sign) =>
    [...Array(sign.length).keys()].map((place) => escaped(sign.charCodeAt(place))).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

/**
 * The trust of a role that only Systems Manager may take on, and only for this account: without the condition, another
 * account could make the service act with it (the confused deputy).
 */
export function trustSystemsManager(account: string): string {
  return trustService(account, "SystemsManager", "ssm.amazonaws.com");
}

/** The trust of a role that one service only may take on, and only for this account. */
export function trustService(account: string, sid: string, service: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: sid,
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": account } },
      },
    ],
  });
}

/**
 * The trust of a role for EC2 instances. In China EC2 goes by another name than elsewhere; Systems Manager does not.
 * @see https://docs.amazonaws.cn/en_us/aws/latest/userguide/iam.html
 */
export function trustInstances(partition: string): string {
  const service = partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com";
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "Instances", Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });
}

/** The trust of a role that people and programs take on: accounts or roles, by ARN. */
export function trustPrincipals(principals: readonly string[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "Named", Effect: "Allow", Principal: { AWS: principals }, Action: "sts:AssumeRole" }],
  });
}
