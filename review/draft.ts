import { counted, grouped } from "../evidence/report/html/number";
import { manifestOf } from "../fleet/manifest";
import { rfc3339 } from "../fleet/schedule/rfc3339";
import { patchOf, type Packet } from "./packet";
import type { ReviewWindow } from "./window";
import { bySeverity, serversOf } from "./words";

/** What a draft says beside the packet. */
export interface DraftFacts {
  readonly window: ReviewWindow;
  /** Who asks; null when nobody said. */
  readonly by: string | null;
  readonly urgent: boolean;
  /** Who may approve. */
  readonly approvers: readonly string[];
}

/** A value as YAML reads it back, whatever is in it. */
export function scalar(value: string): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9@._+/-]*$/u.test(value) && !/^(true|false|null|y|n|yes|no|on|off)$/iu.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** The longest reason that an approval may give. */
const LONGEST_WHY = 200;

function whyOf({ updates, cve, scans }: Packet): string {
  const what = `${counted(updates.length, "update")} on ${counted(serversOf(updates), "server")}`;
  const when = scans === null ? "" : `, scanned by ${scans.last.slice(0, 10)}`;
  return `${cve === null ? "" : `${cve}: `}${what}${when}`.slice(0, LONGEST_WHY);
}

function approverLines({ approvers, urgent, by, window }: DraftFacts, asOf: string): string[] {
  const others = approvers.filter((approver) => approver !== by);
  const wanted = urgent ? 2 : 1;
  const example = others.slice(0, wanted).map(scalar).join(", ");
  const latest = rfc3339(Date.parse(window.at) - 3_600_000);
  const earliest = rfc3339(Date.parse(window.expires) - 30 * 86_400_000);
  return [
    `# ${urgent ? "Two approvers" : "An approver"} (${others.join(", ")}) who read all of this write${urgent ? "" : "s"} the next line, without its \`#\`, and nobody else does.`,
    `# Not after ${latest}, an hour before the window${earliest > asOf ? `; not before ${earliest}, 30 days before it expires` : ""}.`,
    `# approved: { by: [${example}], at: ${latest} }`,
  ];
}

function patchLines(packet: Packet): string[] {
  return bySeverity(packet.updates).flatMap(([severity, updates]) => [
    `  # ${severity}`,
    ...updates.map((update) => {
      const { id, title } = patchOf(update);
      const entry = title === undefined ? `{ id: ${scalar(id)} }` : `{ id: ${scalar(id)}, title: ${JSON.stringify(title)} }`;
      return `  - ${entry} # ${counted(update.servers.length, "server")}${update.restart === null ? "" : ", restart"}`;
    }),
  ]);
}

/** The draft of an approval: everything but the approval itself, so that it never installs as it stands. */
export function draftText(packet: Packet, facts: DraftFacts): string {
  const { window, by, urgent } = facts;
  const { digest } = manifestOf(packet.updates.map(patchOf));
  const hours = (count: number) => `${count} ${count === 1 ? "hour" : "hours"}`;
  return [
    `# What ${packet.group} would install: made by \`fleet review\` from the evidence as of ${packet.asOf}.`,
    "# Installs nothing until it is approved, merged and applied. Any later change of the list breaks its digest.",
    `group: ${scalar(packet.group)}`,
    `why: ${scalar(whyOf(packet))} # say it in your own words`,
    `window: { at: ${window.at}, duration: ${hours(window.durationHours)}, cutoff: ${hours(window.cutoffHours)} }`,
    by === null
      ? `requested: { at: ${packet.asOf} } # who asks writes \`by:\`, as in { by: you@example.com, at: … }`
      : `requested: { by: ${scalar(by)}, at: ${packet.asOf} }`,
    ...approverLines(facts, packet.asOf),
    `expires: ${window.expires}`,
    ...(urgent ? ["urgent: true # two approvers; crosses a freeze only where the freeze allows it"] : []),
    `digest: ${digest}`,
    `patches: # ${grouped(packet.updates.length)}`,
    ...patchLines(packet),
    "",
  ].join("\n");
}
