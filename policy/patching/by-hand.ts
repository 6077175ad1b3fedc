import type { Plain } from "../plain";
import { isList, isRecord } from "../read";

/** Ends a command: only flags may follow, else it updates a single package, which is not patching. */
const FLAGS = String.raw`(?:\s+-o\s+\S+|\s+-\S+)*`;
const END = String.raw`(?:\s+-\S+)*\s*(?:$|[;&|)"'\n])`;
const BY_HAND: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:apt|apt-get|aptitude)${FLAGS}\s+(?:upgrade|dist-upgrade|full-upgrade|safe-upgrade)\b${FLAGS}` + END,
    "m",
  ),
  new RegExp(String.raw`\b(?:yum|dnf|microdnf)(?:\s+-\S+)*\s+(?:update|upgrade|update-minimal|upgrade-minimal)\b` + END, "m"),
  new RegExp(String.raw`\bzypper(?:\s+-\S+)*\s+(?:up|update|patch|dup|dist-upgrade)\b` + END, "m"),
  /\bunattended-upgrades?\b(?=\s+(?:-d|-v|--debug|--verbose)\b|\s*$)(?<!(?:remove|purge|disable|stop|mask|--now)\s+unattended-upgrades?)/m,
  /\b(?:Install-WindowsUpdate|Get-WUInstall|Install-WUUpdates)\b/i,
  /\bwuauclt(?:\.exe)?\s+\/(?:detectnow|updatenow)\b/i,
  /\busoclient(?:\.exe)?\s+(?:startinstall|scaninstallwait)\b/i,
  /\bsoftwareupdate\s+(?:-i|--install)\b/,
];

/** Whether commands update a whole system past every baseline: `apt upgrade`, `yum update`, Windows Update by script. */
export function patchesByHand(commands: Plain): boolean {
  if (typeof commands === "string") return BY_HAND.some((pattern) => pattern.test(commands));
  if (isList(commands)) return commands.some(patchesByHand);
  return isRecord(commands) && Object.values(commands).some(patchesByHand);
}
