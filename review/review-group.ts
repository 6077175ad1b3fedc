import path from "node:path";
import type { Evidence } from "../evidence/engine/evidence";
import { expectedOf } from "../evidence/expected";
import type { Row } from "../evidence/record/question";
import { openEvidence, type Opening } from "../evidence/report/open-evidence";
import type { Plan } from "../fleet/plan";
import { draftText } from "./draft";
import type { NewFile } from "./files";
import { packetHtml } from "./html";
import { packetMarkdown } from "./markdown";
import { packetOf, type Packet } from "./packet";
import { rejectionsOf } from "./rejected";
import type { ReviewRequest } from "./request";
import { accountNames, refuseAbsent, refuseUntold } from "./whose-evidence";
import { windowFor, type ReviewWindow } from "./window";

/** A review, made: the packet, its draft's window, and the files that hold both. */
export interface Reviewed {
  readonly packet: Packet;
  /** Null where nothing is to be installed: then there is no draft. */
  readonly window: ReviewWindow | null;
  readonly files: readonly NewFile[];
}

/** The rows of the places in which a group has servers: the same tag elsewhere is not this group. */
function within(plan: Plan, { group }: ReviewRequest): (row: Row) => boolean {
  const ids = new Map(plan.stacks.map(({ account }) => [account.key, account.id]));
  const places = new Set(group.places.map(({ account, region }) => `${ids.get(account) ?? account} ${region}`));
  return (row) => places.has(`${row["account"]} ${row["region"]}`);
}

/** Machines that are expected without a place belong to the group wherever they are. */
const isExpected = (row: Row): boolean => row["class"] === "unmanaged";

/** Makes the packet of a group from evidence that is open. Fails with one line where the evidence says nothing of it. */
export async function packetFrom(evidence: Evidence, plan: Plan, request: ReviewRequest): Promise<Packet> {
  const { group, asOf, cve, data } = request;
  const choice = { asOf, group: group.tag };
  const isHere = within(plan, request);
  const servers = (await evidence.ask("review-servers", choice)).filter((row) => isExpected(row) || isHere(row));
  if (servers.every(isExpected)) return refuseAbsent(evidence, plan, group, data);
  const lacking = await evidence.ask("review", choice);
  const packet = packetOf({
    group: group.name,
    asOf,
    cve,
    servers,
    lacking,
    rejections: rejectionsOf(plan, [group.name]),
    systems: group.systems,
    names: accountNames(plan),
  });
  refuseUntold(packet.servers, group.name, asOf);
  return packet;
}

/** The files of a review: the packet twice, and the draft where there is anything to install. */
export function reviewFiles(packet: Packet, window: ReviewWindow | null, request: ReviewRequest): NewFile[] {
  const { out, stem, by, urgent, group } = request;
  const draft =
    window === null
      ? []
      : [
          {
            file: path.join(out, "changes", "approvals", `${stem}.yaml`),
            text: draftText(packet, { window, by, urgent, approvers: group.approvers }),
            keep: true,
          },
        ];
  return [
    { file: path.join(out, `${stem}.md`), text: packetMarkdown(packet, window), keep: false },
    { file: path.join(out, `${stem}.html`), text: packetHtml(packet, window), keep: false },
    ...draft,
  ];
}

/** Opens the evidence and turns it into a packet and a draft. Writes nothing. */
export async function reviewGroup(
  plan: Plan,
  request: ReviewRequest,
  hears: Pick<Opening, "tell" | "note" | "signal">,
): Promise<Reviewed> {
  const only = [request.group.tag];
  const evidence = await openEvidence(request.data, { ...hears, only, expected: expectedOf(plan), home: plan.home.region });
  try {
    const packet = await packetFrom(evidence, plan, request);
    const window =
      packet.updates.length === 0
        ? null
        : windowFor(plan, request.group, { asOf: request.asOf, urgent: request.urgent, asked: request.window });
    return { packet, window, files: reviewFiles(packet, window, request) };
  } finally {
    await evidence.close();
  }
}
