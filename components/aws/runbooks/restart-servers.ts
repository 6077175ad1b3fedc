/**
 * Restarts a server that waits for it, once, by the contract of Systems Manager's agent: a script that ends with 194 (3010 on
 * Windows) is run again after the restart. The server itself decides whether it waits; a mark, written before the restart, names
 * the run and tells the script that it runs again, so that no server restarts twice in one run.
 *
 * `{{ Run }}` is the id of the run, a UUID; Systems Manager fills it in. No step for macOS: what waits there stays waiting.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/send-commands-reboot.html
 */

/**
 * For Linux, by `sh`. Debian and Ubuntu leave a file, as SUSE does; Red Hat and Amazon Linux have a tool where it is installed;
 * Patch Manager's own state counts only when it is younger than the last start.
 */
export const LINUX_RESTART = `#!/bin/sh
set -eu
umask 077
run='{{ Run }}'
folder=/var/lib/fleet-patching
mark=$folder/restart
boot=$(cat /proc/sys/kernel/random/boot_id)

if [ -f "$mark" ]; then
  read -r marked before < "$mark" || true
  if [ "$marked" = "$run" ]; then
    if [ "$before" = "$boot" ]; then
      echo "was told to restart and did not" >&2
      exit 1
    fi
    echo "has restarted"
    exit 0
  fi
fi

started=0
while read -r name value _; do
  if [ "$name" = btime ]; then started=$value; fi
done < /proc/stat

sign=
for file in /var/run/reboot-required /var/run/reboot-needed; do
  if [ -e "$file" ]; then sign=$file; fi
done
if [ -z "$sign" ] && command -v needs-restarting >/dev/null 2>&1; then
  code=0
  needs-restarting -r >/dev/null 2>&1 || code=$?
  if [ "$code" = 1 ]; then sign="needs-restarting"; fi
fi
states=/var/log/amazon/ssm/patch-configuration
for file in "$states"/patch-states-configuration.json "$states"/patch-inventory-from-last-operation.json; do
  if [ -z "$sign" ] && [ -f "$file" ] && [ "$(stat -c %Y "$file")" -gt "$started" ] &&
    grep -q '"InstalledPendingReboot"' "$file"; then
    sign=$file
  fi
done

if [ -z "$sign" ]; then
  echo "waits for no restart"
  exit 0
fi
mkdir -p "$folder"
printf '%s %s\\n' "$run" "$boot" > "$mark.new"
mv "$mark.new" "$mark"
echo "restarts: $sign"
exit 194
`;

/** For Windows, by PowerShell: the two keys by which Windows itself says that it waits. */
export const WINDOWS_RESTART = `$ErrorActionPreference = "Stop"
$run = "{{ Run }}"
$folder = Join-Path $env:ProgramData "fleet-patching"
$mark = Join-Path $folder "restart"
$started = (Get-CimInstance -ClassName Win32_OperatingSystem).LastBootUpTime.ToUniversalTime()

if (Test-Path $mark) {
  $marked, $asked = (Get-Content -Path $mark -TotalCount 1) -split " "
  if ($marked -eq $run) {
    if ($started.Ticks -le [long]$asked) {
      Write-Output "was told to restart and did not"
      exit 1
    }
    Write-Output "has restarted"
    exit 0
  }
}

$windows = "HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion"
$signs = @(
  @("$windows\\Component Based Servicing\\RebootPending", "$windows\\WindowsUpdate\\Auto Update\\RebootRequired") |
    Where-Object { Test-Path $_ }
)
if ($signs.Count -eq 0) {
  Write-Output "waits for no restart"
  exit 0
}
New-Item -ItemType Directory -Path $folder -Force | Out-Null
$now = (Get-Date).ToUniversalTime().Ticks
Set-Content -Path $mark -Value "$run $now"
Write-Output ("restarts: " + ($signs -join ", "))
exit 3010
`;

function step(name: string, platform: "Linux" | "Windows", script: string) {
  return {
    action: platform === "Windows" ? "aws:runPowerShellScript" : "aws:runShellScript",
    name,
    precondition: { StringEquals: ["platformType", platform] },
    inputs: { runCommand: script.trimEnd().split("\n"), timeoutSeconds: "{{ StepTimeoutSeconds }}" },
  };
}

/** The Command document, as text. @see https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html */
export function restartText(): string {
  return JSON.stringify(
    {
      schemaVersion: "2.2",
      description: "Restarts a server that waits for it, once a run",
      parameters: {
        Run: {
          type: "String",
          description: "The run that asks for it, by its id. A server restarts once for each.",
          allowedPattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        },
        StepTimeoutSeconds: {
          type: "String",
          description: "How long one server may take, in seconds.",
          allowedPattern: "^[1-9][0-9]{0,4}$",
        },
      },
      mainSteps: [step("linuxRestart", "Linux", LINUX_RESTART), step("windowsRestart", "Windows", WINDOWS_RESTART)],
    },
    null,
    1,
  );
}
