import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { UNKNOWN } from "../../plain";
import { at, flag, show, text } from "../../read";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import { ACTIVATION, AZURE_EXTENSION, AZURE_MAINTENANCE, AZURE_RUN_COMMAND, AZURE_VM } from "../../vocabulary";

export default defineRule({
  name: "azure-does-not-patch-too",
  concern: "hybrid",
  description: "An Azure machine that Systems Manager patches is not patched by Azure as well.",
  why: "Azure's own patching knows neither ring nor review nor freeze, restarts when it likes, and blocks the package lock.",
  remediation:
    "Set patchMode to ImageDefault on Linux, to Manual with enableAutomaticUpdates false on Windows, and assign no maintenance configuration for patches in the guest.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching",
  unless: "The stack's other machines, which Systems Manager does not know, are patched by Azure on purpose.",
  resources: [AZURE_VM, AZURE_MAINTENANCE],
  check: (stack) => {
    if (!registersWithSystemsManager(stack)) return [];
    const machines = stack.of(AZURE_VM).flatMap((machine) => [...onLinux(machine), ...onWindows(machine)]);
    const maintenance = stack
      .of(AZURE_MAINTENANCE)
      .filter(({ props }) => props["maintenanceScope"] === "InGuestPatch")
      .map((one) => about(one, "maintenanceScope", "InGuestPatch", "another scope, or none"));
    return [...machines, ...maintenance];
  },
});

function registersWithSystemsManager(stack: Stack): boolean {
  if (stack.of(ACTIVATION).length > 0) return true;
  return stack
    .of(AZURE_EXTENSION, AZURE_RUN_COMMAND)
    .some(({ props }) => /amazon-ssm-agent|ssm-setup-cli/.test(JSON.stringify(props)));
}

function onLinux(machine: Resource): readonly Finding[] {
  const path = "osProfile.linuxConfiguration.patchSettings.patchMode";
  const mode = at(machine.props, path);
  if (mode === undefined || mode === "ImageDefault") return [];
  if (mode === UNKNOWN) return [undecided(machine, path, show(mode), "ImageDefault")];
  return [about(machine, path, show(mode), "ImageDefault")];
}

/** Where nothing is written, Windows machines on Azure update themselves. */
function onWindows(machine: Resource): readonly Finding[] {
  const configuration = at(machine.props, "osProfile.windowsConfiguration");
  if (configuration === undefined) return [];
  const automatic = at(configuration, "enableAutomaticUpdates");
  const mode = at(configuration, "patchSettings.patchMode");
  const path = "osProfile.windowsConfiguration";
  if (automatic === UNKNOWN || mode === UNKNOWN)
    return [undecided(machine, path, "updates that are not known", "enableAutomaticUpdates false")];
  const findings: Finding[] = [];
  if (flag(automatic) !== false)
    findings.push(
      about(
        machine,
        `${path}.enableAutomaticUpdates`,
        automatic === undefined ? "nothing, which means true" : show(automatic),
        "false",
      ),
    );
  if (mode !== undefined && text(mode) !== "Manual")
    findings.push(about(machine, `${path}.patchSettings.patchMode`, show(mode), "Manual"));
  return findings;
}
