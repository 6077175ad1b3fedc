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
  return says(BY_HAND, commands);
}

/** Where a command may begin: on its own line, after another one, or in the quotes of `sh -c`. */
const BEGIN = String.raw`(?:^|[;&|({]|-c\s+["']|\b(?:then|do|else|sudo|exec|nohup)\s)\s*(?:-\S+\s+)*(?:/\S*/)?`;
const RESTARTS_BY_HAND: readonly RegExp[] = [
  new RegExp(String.raw`${BEGIN}(?:reboot|poweroff|halt|(?:init|telinit)\s+[06])(?![\w.=-])`, "m"),
  new RegExp(String.raw`${BEGIN}systemctl(?:\s+-\S+)*\s+(?:reboot|soft-reboot|kexec|poweroff|halt)(?![\w.=-])`, "m"),
  new RegExp(String.raw`${BEGIN}shutdown(?![\w.=-])(?!\s+(?:-[ck]|--show|/[ali])\b)`, "m"),
  /\bshutdown(?:\.exe)?(?:\s+[^\s;&|]+)*?\s+[/-][rgsp](?!\S)/im,
  /\b(?:Restart|Stop)-Computer\b/i,
  /^\s*exit\s+(?:194|3010)\b/m,
];

/**
 * Whether commands restart or stop a server: `reboot` and its like, or the exit code by which a script has the agent do it.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/send-commands-reboot.html
 */
export function restartsByHand(commands: Plain): boolean {
  return says(RESTARTS_BY_HAND, commands);
}

function says(patterns: readonly RegExp[], commands: Plain): boolean {
  if (typeof commands === "string") return patterns.some((pattern) => pattern.test(commands));
  if (isList(commands)) return commands.some((command) => says(patterns, command));
  return isRecord(commands) && Object.values(commands).some((command) => says(patterns, command));
}
