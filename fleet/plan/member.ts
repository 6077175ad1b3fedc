import { NAMES } from "../names";
import { partitionOf, policyArn, roleArn, type Home } from "../partition";
import { associationExpression } from "../schedule/association";
import { describeSchedule } from "../schedule/describe-schedule";
import { parseSchedule } from "../schedule/parse-schedule";
import type { Fleet } from "../schema/fleet-file";
import { planForwarding, type ForwardingPlan } from "./alerts";
import type { ApprovalPlan } from "./approval";
import { homeOf, publishedBy, type PublishedPlan } from "./central";
import { evidencePlace, type EvidencePlace } from "./evidence";
import { placesOfAccount, planRegion, type RegionPlan } from "./region";
import type { RingPlan } from "./ring";

/** The roles and the policy of an account, by ARN: known before anything is made, because names are. */
export interface IdentityPlan {
  readonly windowRole: string;
  readonly runbookRole: string;
  readonly nodePolicy: string;
}

/** When all servers are scanned. */
export interface ScanPlan {
  /** As the file has it. */
  readonly schedule: string;
  /** In the grammar of associations, UTC. */
  readonly expression: string;
  readonly words: string;
}

/** What an execution account holds. */
export interface MemberPlan {
  readonly home: Home;
  readonly tagKey: string;
  readonly identity: IdentityPlan;
  readonly scan: ScanPlan;
  readonly regions: readonly RegionPlan[];
  /** The definitions of central that this account's baselines must equal; empty where nothing is shared. */
  readonly published: readonly PublishedPlan[];
  /** Null where nobody is told of anything. */
  readonly forwarding: ForwardingPlan | null;
  /** Whether patch findings go to Security Hub. */
  readonly findings: boolean;
  /** Where its evidence goes; null where none is kept. */
  readonly evidence: EvidencePlace | null;
}

/** When all servers are scanned. */
export function scanOf(fleet: Fleet): ScanPlan {
  const schedule = parseSchedule(fleet.scan);
  const expression = schedule.ok ? associationExpression(schedule.value) : schedule;
  return {
    schedule: fleet.scan,
    expression: expression.ok ? expression.value : "",
    words: schedule.ok ? describeSchedule(schedule.value, "UTC") : "",
  };
}

/** The ARNs of an account's roles. */
export function identityOf(fleet: Fleet, account: string): IdentityPlan {
  const { id = "", regions = [] } = fleet.accounts[account] ?? {};
  const partition = partitionOf(regions[0] ?? "");
  return {
    windowRole: roleArn(partition, id, NAMES.windowRole),
    runbookRole: roleArn(partition, id, NAMES.runbookRole),
    nodePolicy: policyArn(partition, id, NAMES.nodePolicy),
  };
}

/** Decides what an execution account holds. */
export function planMember(
  fleet: Fleet,
  account: string,
  rings: readonly RingPlan[],
  approvals: readonly ApprovalPlan[] = [],
): MemberPlan {
  const home = homeOf(fleet);
  const regions = placesOfAccount(fleet, account).map((place) => planRegion(fleet, place, rings, approvals));
  const used = new Set(regions.flatMap((region) => region.baselines.map((baseline) => baseline.key)));
  return {
    home: { account: home.account, region: home.region },
    tagKey: fleet.tagKey,
    identity: identityOf(fleet, account),
    scan: scanOf(fleet),
    regions,
    published: home.key === account ? [] : publishedBy(fleet).filter((definition) => used.has(definition.baseline)),
    forwarding: planForwarding(fleet, account, home),
    findings: fleet.securityHub.findings,
    evidence: evidencePlace(fleet),
  };
}
