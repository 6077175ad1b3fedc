/** A list that tells after which packages a server has to be restarted. */
export interface RestartList {
  /** Whose list it is, and what stands in it. */
  readonly says: string;
  readonly platforms: readonly string[];
  /** Matches the name of a package without its architecture. */
  readonly names: RegExp;
}

/**
 * After which packages a restart is to be expected. The list for yum and dnf is that of `dnf needs-restarting -r`; nobody keeps one
 * for the others that could be read without the server, so theirs are this program's own.
 * @see https://github.com/rpm-software-management/dnf-plugins-core/blob/master/plugins/needs_restarting.py NEED_REBOOT
 */
const LISTS: readonly RestartList[] = [
  {
    says: "the rule for Windows (every update: nothing tells beforehand which ones need no restart)",
    platforms: ["WindowsServer"],
    names: /./u,
  },
  {
    says: "the list of `dnf needs-restarting`: kernel, glibc, linux-firmware, systemd, dbus",
    platforms: ["AmazonLinux", "AmazonLinuxAMI", "RedhatEnterpriseLinux", "CentOS", "OracleLinux", "Rocky", "AlmaLinux"],
    names: /^(kernel(-core|-modules.*|-rt.*|-uek.*)?|kernel\d+\.\d+|glibc|linux-firmware|systemd|dbus|dbus-broker|dbus-daemon)$/u,
  },
  {
    says: "this program's list for apt: linux-image-*, linux-modules-*, linux-base, linux-firmware, libc6, systemd, udev, dbus, microcode",
    platforms: ["Ubuntu", "Debian", "Raspbian"],
    names:
      /^(linux-(image|modules|aws|azure|generic|virtual)(-.*)?|linux-base|linux-firmware|libc6|systemd|udev|dbus|dbus-daemon|(intel|amd64)-microcode)$/u,
  },
  {
    says: "this program's list for SUSE: kernel-*, glibc, systemd, udev, dbus-1, ucode-*",
    platforms: ["Suse"],
    names: /^(kernel-.*|glibc|systemd|udev|dbus-1|ucode-.*)$/u,
  },
];

/** A package's name without its architecture. */
export const bareName = (id: string): string => id.replace(/\.[a-z0-9_]+$/u, "");

/** The list by which a restart is to be expected after an update; null when none names it. */
export function restartAfter(platform: string, id: string): RestartList | null {
  return LISTS.find(({ platforms, names }) => platforms.includes(platform) && names.test(bareName(id))) ?? null;
}
