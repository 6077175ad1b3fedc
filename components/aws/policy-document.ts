/** One statement of an IAM policy. Names what is allowed to what, never more. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * A policy as the text that IAM takes: Latin letters only, where a tag's value may have any. What is beyond them is escaped, as
 * JSON allows.
 */
export function policyText(statements: readonly Statement[]): string {
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
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "SystemsManager",
        Effect: "Allow",
        Principal: { Service: "ssm.amazonaws.com" },
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
