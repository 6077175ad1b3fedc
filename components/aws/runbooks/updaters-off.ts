/**
 * Turns off what would patch a server behind the fleet's back: unattended-upgrades, dnf-automatic, yum-cron, SUSE's online
 * and transactional updates, macOS's and Windows' own. Idempotent; a server on which something stays on fails.
 *
 * Not touched: what only tells about updates or fetches lists of them, and what a cloud image does once, on its first boot.
 */

/** For Linux, by `sh`: only what is installed is touched. */
export const LINUX_SCRIPT = `#!/bin/sh
set -eu
failed=0

# Later files win: this one stands behind 20auto-upgrades and 50unattended-upgrades.
if [ -d /etc/apt/apt.conf.d ]; then
  wanted='APT::Periodic::Enable "0";
APT::Periodic::Update-Package-Lists "0";
APT::Periodic::Unattended-Upgrade "0";'
  file=/etc/apt/apt.conf.d/99fleet-patching
  if [ "$(cat "$file" 2>/dev/null || true)" != "$wanted" ]; then
    printf '%s\\n' "$wanted" > "$file"
    echo "wrote $file"
  fi
fi

# SUSE's online update is a script of cron that asks this file.
file=/etc/sysconfig/automatic_online_update
if [ -f "$file" ] && grep -q '^AOU_ENABLE_CRONJOB="true"' "$file"; then
  sed -i 's/^AOU_ENABLE_CRONJOB=.*/AOU_ENABLE_CRONJOB="false"/' "$file"
  echo "changed $file"
fi

is_on() {
  case "$(systemctl is-enabled "$1" 2>/dev/null || true)" in
    enabled | enabled-runtime) return 0 ;;
  esac
  [ "$(systemctl is-active "$1" 2>/dev/null || true)" = active ]
}

if command -v systemctl >/dev/null 2>&1; then
  # dnf5's before dnf's: where both are there, the second is another name of the first and cannot be turned off by itself.
  for unit in apt-daily.timer apt-daily-upgrade.timer dnf5-automatic.timer \\
    dnf-automatic.timer dnf-automatic-install.timer dnf-automatic-download.timer \\
    yum-cron.service transactional-update.timer os-update.timer; do
    if is_on "$unit"; then
      systemctl disable --now "$unit" || true
      if is_on "$unit"; then
        echo "could not turn off $unit" >&2
        failed=1
      else
        echo "turned off $unit"
      fi
    fi
  done
elif command -v chkconfig >/dev/null 2>&1 && chkconfig yum-cron 2>/dev/null; then
  chkconfig yum-cron off
  service yum-cron stop
  echo "turned off yum-cron"
fi
exit "$failed"
`;

/** For macOS, by `sh`. */
export const MACOS_SCRIPT = `#!/bin/sh
set -eu
domain=/Library/Preferences/com.apple.SoftwareUpdate
for key in AutomaticCheckEnabled AutomaticDownload AutomaticallyInstallMacOSUpdates CriticalUpdateInstall; do
  if [ "$(defaults read "$domain" "$key" 2>/dev/null || true)" != 0 ]; then
    defaults write "$domain" "$key" -bool false
    echo "turned off $key"
  fi
done
`;

/**
 * For Windows, by PowerShell: the policy that Windows Update itself obeys.
 * @see https://learn.microsoft.com/windows-server/administration/windows-server-update-services/deploy/4-configure-group-policy-settings-for-automatic-updates
 */
export const WINDOWS_SCRIPT = `$ErrorActionPreference = "Stop"
$key = "HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU"
if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
$now = (Get-ItemProperty -Path $key -Name NoAutoUpdate -ErrorAction SilentlyContinue).NoAutoUpdate
if ($now -ne 1) {
  New-ItemProperty -Path $key -Name NoAutoUpdate -PropertyType DWord -Value 1 -Force | Out-Null
  Write-Output "turned off automatic updates"
}
`;

function step(name: string, platform: "Linux" | "MacOS" | "Windows", script: string) {
  return {
    action: platform === "Windows" ? "aws:runPowerShellScript" : "aws:runShellScript",
    name,
    precondition: { StringEquals: ["platformType", platform] },
    inputs: { runCommand: script.trimEnd().split("\n"), timeoutSeconds: "600" },
  };
}

/** The Command document, as text. @see https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html */
export function updatersOffText(): string {
  return JSON.stringify(
    {
      schemaVersion: "2.2",
      description: "Turns off the systems' own updaters, so that only the fleet patches",
      mainSteps: [
        step("linuxUpdatersOff", "Linux", LINUX_SCRIPT),
        step("macosUpdatersOff", "MacOS", MACOS_SCRIPT),
        step("windowsUpdatersOff", "Windows", WINDOWS_SCRIPT),
      ],
    },
    null,
    1,
  );
}
