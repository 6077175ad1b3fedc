/** The parts of a script that only the caller knows: how to register, and how to turn off what else would patch. */
export interface RegistrationScript {
  readonly system: "linux" | "windows";
  /** Registers by `region`, `activation_id` and `activation_code` (`$region`, `$activationId`, `$activationCode` on Windows). */
  readonly register: string;
  /** Turns off the system's own updaters: `LINUX_UPDATERS_OFF`, `WINDOWS_UPDATERS_OFF`, or nothing where something else does. */
  readonly updatersOff: string;
}

/**
 * One script for a managed Run Command: first the system's own updaters go off, then the machine registers; the first failure
 * ends it. On Linux, named parameters arrive as environment variables, for scripts that run as root; on Windows, as the
 * script's `param` block.
 * @see https://github.com/Azure/run-command-handler-linux SetEnvironmentVariables
 * @see https://learn.microsoft.com/azure/virtual-machines/linux/run-command-managed
 */
export function registrationScript({ system, register, updatersOff }: RegistrationScript): string {
  if (system === "linux") return `#!/bin/sh\nset -eu\n(\n${updatersOff || ":\n"})\n${register}`;
  return `param([string]$region, [string]$activation_id, [string]$activation_code)
$ErrorActionPreference = "Stop"
$activationId = $activation_id
$activationCode = $activation_code
${updatersOff}${register}`;
}
