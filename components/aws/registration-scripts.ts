/** What a machine needs to know to register. The code is a secret. */
export interface Registration {
  readonly region: string;
  readonly activationId: string;
  readonly activationCode: string;
}

/**
 * The scripts by which a machine outside AWS registers with Systems Manager. Each can be run again: a machine that is
 * registered already is left as it is.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-ssm-agent-install-linux.html
 */
export function linuxRegistration({ region, activationId, activationCode }: Registration): string {
  return `#!/bin/sh
set -eu
region='${region}'
activation_id='${activationId}'
activation_code='${activationCode}'
${LINUX_REGISTER}`;
}

/** The part of the Linux script that follows its three values; Azure passes them as protected parameters instead. */
export const LINUX_REGISTER = `if [ -s /var/lib/amazon/ssm/registration ]; then
  echo "registered already"
  exit 0
fi
if command -v dpkg >/dev/null 2>&1; then flavour=debian; else flavour=linux; fi
case "$(uname -m)" in
  aarch64 | arm64) architecture=arm64 ;;
  armv6l | armv7l) architecture=arm ;;
  *) architecture=amd64 ;;
esac
case "$region" in
  cn-*) domain=amazonaws.com.cn ;;
  *) domain=amazonaws.com ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
curl --fail --silent --show-error --retry 5 --output "$folder/ssm-setup-cli" \\
  "https://amazon-ssm-$region.s3.$region.$domain/latest/\${flavour}_$architecture/ssm-setup-cli"
chmod +x "$folder/ssm-setup-cli"
"$folder/ssm-setup-cli" -register -activation-code "$activation_code" -activation-id "$activation_id" -region "$region"
`;

/** The script for Windows Server, by PowerShell as administrator. */
export function windowsRegistration({ region, activationId, activationCode }: Registration): string {
  return `$region = '${region}'
$activationId = '${activationId}'
$activationCode = '${activationCode}'
${WINDOWS_REGISTER}`;
}

/** The part of the Windows script that follows its three values. */
export const WINDOWS_REGISTER = `$ErrorActionPreference = "Stop"
if (Test-Path "$env:ProgramData\\Amazon\\SSM\\InstanceData\\registration") {
  Write-Output "registered already"
  exit 0
}
[System.Net.ServicePointManager]::SecurityProtocol = "TLS12"
$domain = if ($region.StartsWith("cn-")) { "amazonaws.com.cn" } else { "amazonaws.com" }
$file = Join-Path $env:TEMP "ssm-setup-cli.exe"
Invoke-WebRequest -UseBasicParsing -OutFile $file -Uri "https://amazon-ssm-$region.s3.$region.$domain/latest/windows_amd64/ssm-setup-cli.exe"
try {
  & $file "-register" "-activation-code=$activationCode" "-activation-id=$activationId" "-region=$region"
  if ($LASTEXITCODE -ne 0) { throw "registration ended with $LASTEXITCODE" }
} finally {
  Remove-Item -Force $file
}
`;
