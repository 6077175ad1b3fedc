import type { Reviewed } from "./review-group";
import { cveWarning, headlineText, restartText, scansText } from "./words";

/** A review for a terminal: what it found, and where to read it. */
export function reviewText({ packet, window, files }: Reviewed): string {
  const untold = packet.untold.length;
  const warning = cveWarning(packet);
  return [
    `${headlineText(packet)} ${scansText(packet)}`,
    ...(untold > 0
      ? [`${untold} of ${packet.servers.length} servers tell nothing whole and fresh: they stand first in the packet`]
      : []),
    ...(packet.ended.length > 0
      ? [`${packet.ended.length} of ${packet.servers.length} servers run a system that has ended: the packet names them`]
      : []),
    ...(packet.leftOut.length > 0 ? [`${packet.leftOut.length} missing updates are left out: the packet says why`] : []),
    ...(warning === null ? [] : [warning]),
    ...(window === null
      ? ["nothing to approve: no draft"]
      : [restartText(packet.updates), `window ${window.at} to ${window.ends}`]),
    ...files.map(({ file }) => `wrote ${file}`),
    ...(window === null ? [] : ["next: read it, open a pull request with the draft, and let an approver write `approved:`"]),
  ].join("\n");
}

/** A review for programs: servers by their ids, and the files that were written. */
export function reviewJson({ packet, window, files }: Reviewed): string {
  const { servers, untold, ended, updates, leftOut, ...rest } = packet;
  const idsOf = (places: readonly number[]) => places.flatMap((place) => servers[place]?.server ?? []);
  return JSON.stringify(
    {
      ...rest,
      servers,
      untold: idsOf(untold),
      ended: idsOf(ended),
      updates: updates.map((update) => ({ ...update, servers: idsOf(update.servers) })),
      leftOut: leftOut.map(({ update, why }) => ({ ...update, servers: idsOf(update.servers), why })),
      window,
      files: files.map(({ file }) => file),
    },
    null,
    2,
  );
}
