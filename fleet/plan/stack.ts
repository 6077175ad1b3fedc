import type { Partition } from "../partition";
import type { CentralPlan } from "./central";
import type { HybridPlan } from "./hybrid";
import type { MemberPlan } from "./member";

/** An account as every stack needs it. */
export interface AccountPlan {
  /** Its name in the fleet file. */
  readonly key: string;
  /** 12 digits. */
  readonly id: string;
  readonly partition: Partition;
}

/** What every stack has. */
interface StackBase {
  /** The Pulumi stack's name: the account's key, or the hybrid key. */
  readonly name: string;
  readonly account: AccountPlan;
  /** The regions in which this stack holds anything, sorted. */
  readonly regions: readonly string[];
  /** The tags of every resource that can have them. */
  readonly tags: Readonly<Record<string, string>>;
}

/** The stack of the account that owns what all others read, and that runs no servers of groups. */
export interface CentralStack extends StackBase {
  readonly kind: "central";
  readonly central: CentralPlan;
}

/** The stack of an execution account; `central` is there when the same account is also central. */
export interface MemberStack extends StackBase {
  readonly kind: "member";
  readonly central: CentralPlan | null;
  readonly member: MemberPlan;
}

/** The stack of a set of machines outside AWS. */
export interface HybridStack extends StackBase {
  readonly kind: "hybrid";
  readonly tagKey: string;
  readonly nodePolicy: string;
  readonly hybrid: HybridPlan;
}

/** One Pulumi stack, decided. */
export type StackPlan = CentralStack | MemberStack | HybridStack;
