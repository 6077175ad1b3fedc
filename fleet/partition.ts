/** A partition of AWS: the first part of every ARN. */
export type Partition = "aws" | "aws-us-gov" | "aws-cn";

/** The partition that a region belongs to. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function partitionOf(region: string): Partition {
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  if (region.startsWith("cn-")) return "aws-cn";
  return "aws";
}

/** Where something lives: enough to write its ARN. */
export interface Home {
  readonly account: string;
  readonly region: string;
}

/** The ARN of an SSM parameter. The name's leading slash is merged, not doubled. */
export function parameterArn(home: Home, name: string): string {
  return `arn:${partitionOf(home.region)}:ssm:${home.region}:${home.account}:parameter${name}`;
}

/** The ARN of an IAM role. `path` begins and ends with a slash. */
export function roleArn(partition: Partition, account: string, name: string, path = "/"): string {
  return `arn:${partition}:iam::${account}:role${path}${name}`;
}

/** The ARN of a customer-managed IAM policy. */
export function policyArn(partition: Partition, account: string, name: string): string {
  return `arn:${partition}:iam::${account}:policy/${name}`;
}
