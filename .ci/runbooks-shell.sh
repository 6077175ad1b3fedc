#!/usr/bin/env bash
# Runs the shell scripts of runbooks and registrations in a scratch root with doubles of the tools that change a machine.
# Usage: runbooks-shell.sh SCRIPTS DOUBLES
set -euo pipefail
scripts=$(cd "$1" && pwd)
doubles=$(cd "$2" && pwd)
failures=0
count=0

# Begins a machine without anything on it. $1: what the test says, the rest: the doubles that the machine has.
machine() {
  count=$((count + 1))
  title=$1
  shift
  SCRATCH=$(mktemp -d)
  export SCRATCH
  mkdir -p "$SCRATCH"/{bin,units,services,tmp}
  for tool in cat cut grep sed rm mkdir mktemp chmod mv stat sh bash env; do ln -s "$(command -v "$tool")" "$SCRATCH/bin/$tool"; done
  for tool in "$@"; do ln -s "$doubles/$tool" "$SCRATCH/bin/$tool"; done
}

# Runs a script with its folders moved into the scratch root. Leaves its output, its exit code and what it changed.
go() {
  sed -e "s#/etc/#$SCRATCH/etc/#g" -e "s#/var/lib/#$SCRATCH/var/lib/#g" -e "s#/var/run/#$SCRATCH/var/run/#g" \
    -e "s#/var/log/#$SCRATCH/var/log/#g" -e "s#\([ =(]\)/proc/#\1$SCRATCH/proc/#g" "$scripts/$1" > "$SCRATCH/script"
  shift
  : > "$SCRATCH/changes"
  code=0
  output=$(cd "$SCRATCH" && env PATH="$SCRATCH/bin" TMPDIR="$SCRATCH/tmp" "$@" sh ./script 2>"$SCRATCH/errors") || code=$?
  changes=$(cat "$SCRATCH/changes")
  errors=$(cat "$SCRATCH/errors")
}

expect() {
  [[ "$2" == "$3" ]] && return
  failures=$((failures + 1))
  printf 'FAILED %s: %s\n  got   %q\n  want  %q\n' "$title" "$1" "$2" "$3" >&2
}

unit() { echo "$2 $3" > "$SCRATCH/units/$1"; }

# A second run finds nothing to do: no change, no word, no failure.
again() {
  local before
  before=$(cd "$SCRATCH" && find etc units services defaults -type f -exec cksum {} + 2>/dev/null | sort || true)
  go "$1"
  expect "second run ends well" "$code" 0
  expect "second run is silent" "$output" ""
  expect "second run changes nothing" "$changes" ""
  expect "second run leaves every file" "$(cd "$SCRATCH" && find etc units services defaults -type f -exec cksum {} + 2>/dev/null | sort || true)" "$before"
}

machine "Ubuntu with unattended-upgrades" systemctl dpkg
mkdir -p "$SCRATCH/etc/apt/apt.conf.d"
echo 'APT::Periodic::Unattended-Upgrade "1";' > "$SCRATCH/etc/apt/apt.conf.d/20auto-upgrades"
unit apt-daily.timer enabled active
unit apt-daily-upgrade.timer enabled active
go updaters-off-linux.sh
expect "code" "$code" 0
expect "output" "$output" "wrote $SCRATCH/etc/apt/apt.conf.d/99fleet-patching
turned off apt-daily.timer
turned off apt-daily-upgrade.timer"
expect "file" "$(cat "$SCRATCH/etc/apt/apt.conf.d/99fleet-patching")" 'APT::Periodic::Enable "0";
APT::Periodic::Update-Package-Lists "0";
APT::Periodic::Unattended-Upgrade "0";'
expect "the system's own file stays" "$(cat "$SCRATCH/etc/apt/apt.conf.d/20auto-upgrades")" 'APT::Periodic::Unattended-Upgrade "1";'
expect "changes" "$changes" "systemctl disable --now apt-daily.timer
systemctl disable --now apt-daily-upgrade.timer"
again updaters-off-linux.sh
echo 'APT::Periodic::Enable "1";' > "$SCRATCH/etc/apt/apt.conf.d/99fleet-patching"
go updaters-off-linux.sh
expect "what somebody changed is mended" "$output" "wrote $SCRATCH/etc/apt/apt.conf.d/99fleet-patching"

machine "Amazon Linux 2023 and RHEL with dnf-automatic" systemctl
unit dnf-automatic.timer enabled active
unit dnf-automatic-install.timer enabled-runtime inactive
unit dnf-automatic-download.timer disabled active
unit dnf-automatic-notifyonly.timer enabled active
go updaters-off-linux.sh
expect "code" "$code" 0
expect "output" "$output" "turned off dnf-automatic.timer
turned off dnf-automatic-install.timer
turned off dnf-automatic-download.timer"
expect "what only tells stays" "$(cat "$SCRATCH/units/dnf-automatic-notifyonly.timer")" "enabled active"
expect "no apt file" "$(ls "$SCRATCH/etc" 2>/dev/null)" ""
again updaters-off-linux.sh

machine "dnf5, of which dnf's timer is another name" systemctl
unit dnf5-automatic.timer enabled active
unit dnf-automatic.timer alias active
go updaters-off-linux.sh
expect "code" "$code" 0
expect "output" "$output" "turned off dnf5-automatic.timer"
again updaters-off-linux.sh

machine "Amazon Linux 2 with yum-cron" systemctl
unit yum-cron.service enabled active
go updaters-off-linux.sh
expect "output" "$output" "turned off yum-cron.service"
again updaters-off-linux.sh

machine "SUSE with transactional and online updates" systemctl
unit transactional-update.timer enabled active
unit os-update.timer enabled active
mkdir -p "$SCRATCH/etc/sysconfig"
printf 'AOU_ENABLE_CRONJOB="true"\nAOU_SKIP_INTERACTIVE_PATCHES="true"\n' > "$SCRATCH/etc/sysconfig/automatic_online_update"
go updaters-off-linux.sh
expect "output" "$output" "changed $SCRATCH/etc/sysconfig/automatic_online_update
turned off transactional-update.timer
turned off os-update.timer"
expect "file" "$(cat "$SCRATCH/etc/sysconfig/automatic_online_update")" 'AOU_ENABLE_CRONJOB="false"
AOU_SKIP_INTERACTIVE_PATCHES="true"'
again updaters-off-linux.sh

machine "Amazon Linux 1, without systemd" chkconfig service
touch "$SCRATCH/services/yum-cron"
go updaters-off-linux.sh
expect "code" "$code" 0
expect "changes" "$changes" "chkconfig yum-cron off
service yum-cron stop"
expect "output" "$output" "turned off yum-cron"
again updaters-off-linux.sh

machine "a machine with nothing that patches" systemctl
again updaters-off-linux.sh

machine "a machine without systemctl and chkconfig"
again updaters-off-linux.sh

machine "a unit that cannot be turned off, among others" systemctl
unit apt-daily.timer enabled stuck
unit apt-daily-upgrade.timer enabled active
go updaters-off-linux.sh
expect "code" "$code" 1
expect "output" "$output" "turned off apt-daily-upgrade.timer"
expect "errors" "$(tail -1 "$SCRATCH/errors")" "could not turn off apt-daily.timer"

machine "an apt folder that cannot be written" systemctl
mkdir -p "$SCRATCH/etc/apt/apt.conf.d/99fleet-patching"
go updaters-off-linux.sh
[[ "$code" != 0 ]] || expect "code" "$code" "not 0"

machine "macOS" defaults
mkdir -p "$SCRATCH/defaults"
echo 1 > "$SCRATCH/defaults/AutomaticDownload"
echo 0 > "$SCRATCH/defaults/CriticalUpdateInstall"
go updaters-off-macos.sh
expect "code" "$code" 0
expect "output" "$output" "turned off AutomaticCheckEnabled
turned off AutomaticDownload
turned off AutomaticallyInstallMacOSUpdates"
again updaters-off-macos.sh

machine "macOS that refuses" defaults
touch "$SCRATCH/read-only"
go updaters-off-macos.sh
[[ "$code" != 0 ]] || expect "code" "$code" "not 0"

# Begins a machine that started at a time, seconds since 1970, for the first, second, … time.
started() {
  machine "$1" "${@:2}"
  mkdir -p "$SCRATCH/proc/sys/kernel/random" "$SCRATCH/var/lib" "$SCRATCH/var/run" "$SCRATCH/var/log/amazon/ssm/patch-configuration"
  boots first 1764000000
}
boots() {
  echo "boot-$1" > "$SCRATCH/proc/sys/kernel/random/boot_id"
  printf 'cpu 1 2 3\nbtime %s\nprocesses 7\n' "$2" > "$SCRATCH/proc/stat"
  rm -f "$SCRATCH"/var/run/*
}
RUN=fe4576d1-e7f9-4e29-9a67-3ecc06573b32
states() { # $1 file, $2 when it was written, $3 what it holds
  echo "$3" > "$SCRATCH/var/log/amazon/ssm/patch-configuration/$1"
  touch -d "@$2" "$SCRATCH/var/log/amazon/ssm/patch-configuration/$1"
}
mark() { cat "$SCRATCH/var/lib/fleet-patching/restart" 2>/dev/null || true; }
# $1 the sign by which it waits: it restarts once, ends well when the agent runs the script again, and for a next run decides anew.
waits() {
  go restart-linux.sh
  expect "code" "$code" 194
  expect "output" "$output" "restarts: $1"
  expect "mark" "$(mark)" "$RUN boot-first"
  go restart-linux.sh
  expect "a restart that did not come" "$code" 1
  expect "and what it says" "$errors" "was told to restart and did not"
  boots second 1764009000
  go restart-linux.sh
  expect "after the restart" "$code" 0
  expect "and what it says" "$output" "has restarted"
  go restart-linux.sh
  expect "once more" "$code" 0
}

started "Ubuntu that waits for a restart"
touch "$SCRATCH/var/run/reboot-required"
waits "$SCRATCH/var/run/reboot-required"
touch "$SCRATCH/var/run/reboot-required"
go restart-linux.sh
expect "it restarts once a run, whatever it waits for" "$code" 0
echo "11111111-1111-4111-8111-111111111111 boot-first" > "$SCRATCH/var/lib/fleet-patching/restart"
go restart-linux.sh
expect "a mark of a run before holds nothing up" "$code" 194
expect "and is replaced" "$(mark)" "$RUN boot-second"

started "SUSE that waits for a restart"
touch "$SCRATCH/var/run/reboot-needed"
waits "$SCRATCH/var/run/reboot-needed"

started "Amazon Linux that waits for a restart" needs-restarting
echo 1 > "$SCRATCH/needs-restarting"
waits needs-restarting

started "Red Hat that waits for none" needs-restarting
echo 0 > "$SCRATCH/needs-restarting"
go restart-linux.sh
expect "code" "$code" 0
expect "output" "$output" "waits for no restart"
expect "no mark" "$(mark)" ""

started "Red Hat whose tool cannot tell" needs-restarting
echo 3 > "$SCRATCH/needs-restarting"
go restart-linux.sh
expect "code" "$code" 0
expect "output" "$output" "waits for no restart"

for file in patch-states-configuration.json patch-inventory-from-last-operation.json; do
  started "a server on which Patch Manager left a debt, as $file says"
  states "$file" 1764005000 '{ "State": "InstalledPendingReboot" }'
  waits "$SCRATCH/var/log/amazon/ssm/patch-configuration/$file"
  echo "11111111-1111-4111-8111-111111111111 boot-first" > "$SCRATCH/var/lib/fleet-patching/restart"
  go restart-linux.sh
  expect "a debt from before the last start is none" "$output" "waits for no restart"

  started "a server without a debt, as $file says"
  states "$file" 1764005000 '{ "InstalledPendingRebootCount": "0" }'
  go restart-linux.sh
  expect "output" "$output" "waits for no restart"
done

started "a server with nothing that could tell"
go restart-linux.sh
expect "code" "$code" 0
expect "output" "$output" "waits for no restart"

started "a server that cannot keep its mark does not restart"
touch "$SCRATCH/var/run/reboot-required" "$SCRATCH/var/lib/fleet-patching"
go restart-linux.sh
[[ "$code" != 0 && "$code" != 194 ]] || expect "code" "$code" "neither 0 nor 194"

started "a server that does not know its own start does not restart"
touch "$SCRATCH/var/run/reboot-required"
rm "$SCRATCH/proc/sys/kernel/random/boot_id"
go restart-linux.sh
[[ "$code" != 0 && "$code" != 194 ]] || expect "code" "$code" "neither 0 nor 194"

started "a mark that somebody emptied"
touch "$SCRATCH/var/run/reboot-required"
mkdir -p "$SCRATCH/var/lib/fleet-patching"
: > "$SCRATCH/var/lib/fleet-patching/restart"
go restart-linux.sh
expect "code" "$code" 194

source_of() { echo "curl https://amazon-ssm-$1.s3.$1.$2/latest/$3/ssm-setup-cli"; }
setup() { echo "setup -register -activation-code hush -activation-id 1234abcd -region $1"; }

machine "Debian registers" curl dpkg uname
go register-linux.sh
expect "code" "$code" 0
expect "changes" "$changes" "$(source_of eu-west-1 amazonaws.com debian_amd64)
$(setup eu-west-1)"
expect "nothing stays behind" "$(ls "$SCRATCH/tmp")" ""
expect "the code is not told" "${output}${errors}" ""
go register-linux.sh
expect "second run" "$output" "registered already"
expect "second run changes nothing" "$changes" ""

for pair in aarch64:arm64 arm64:arm64 armv7l:arm armv6l:arm x86_64:amd64; do
  machine "a Debian of ${pair%:*} registers" curl dpkg uname
  echo "${pair%:*}" > "$SCRATCH/machine"
  go register-linux.sh
  expect "source" "${changes%%$'\n'*}" "$(source_of eu-west-1 amazonaws.com "debian_${pair#*:}")"
done

machine "Red Hat registers" curl uname
go register-linux.sh
expect "source" "${changes%%$'\n'*}" "$(source_of eu-west-1 amazonaws.com linux_amd64)"

machine "a machine registers in China" curl uname
go register-linux-china.sh
expect "changes" "$changes" "$(source_of cn-north-1 amazonaws.com.cn linux_amd64)
$(setup cn-north-1)"

machine "a registration without a way out" curl uname
touch "$SCRATCH/offline"
go register-linux.sh
expect "code" "$code" 22
expect "changes" "$changes" ""
expect "nothing stays behind" "$(ls "$SCRATCH/tmp")" ""

machine "a registration that AWS refuses" curl uname
touch "$SCRATCH/refused"
go register-linux.sh
expect "code" "$code" 3

machine "an Azure machine turns its updaters off and registers" curl dpkg uname systemctl
unit apt-daily.timer enabled active
go register-azure-linux.sh region=eu-west-1 activation_id=1234abcd activation_code=hush
expect "code" "$code" 0
expect "output" "$output" "turned off apt-daily.timer"
expect "changes" "$changes" "systemctl disable --now apt-daily.timer
$(source_of eu-west-1 amazonaws.com debian_amd64)
$(setup eu-west-1)"
go register-azure-linux.sh region=eu-west-1 activation_id=1234abcd activation_code=hush
expect "second run" "$output" "registered already"
expect "second run changes nothing" "$changes" ""

machine "an Azure machine whose updater stays on does not register" curl dpkg uname systemctl
unit apt-daily.timer enabled stuck
go register-azure-linux.sh region=eu-west-1 activation_id=1234abcd activation_code=hush
expect "code" "$code" 1
expect "changes" "$changes" "systemctl disable --now apt-daily.timer"

machine "an Azure machine without its parameters fails" curl dpkg uname systemctl
go register-azure-linux.sh
[[ "$code" != 0 ]] || expect "code" "$code" "not 0"
expect "changes" "$changes" ""

printf '%s machines, %s failures\n' "$count" "$failures"
[[ "$failures" == 0 ]]
