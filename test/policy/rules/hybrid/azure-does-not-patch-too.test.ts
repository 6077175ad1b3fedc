import rule from "fleet-patching-policy/rules/hybrid/azure-does-not-patch-too";
import { ref, type Fixture } from "../../support/fixture";
import { activation } from "../../support/hybrid";
import { testRule } from "../../support/test-rule";

const machines: Fixture = {
  linux: {
    type: "azure-native:compute:VirtualMachine",
    props: { vmName: "web-1", osProfile: { linuxConfiguration: { patchSettings: { patchMode: "ImageDefault" } } } },
  },
  windows: {
    type: "azure-native:compute:VirtualMachine",
    props: {
      vmName: "app-1",
      osProfile: { windowsConfiguration: { enableAutomaticUpdates: false, patchSettings: { patchMode: "Manual" } } },
    },
  },
};
const LINUX = "linux.props.osProfile.linuxConfiguration";
const WINDOWS = "windows.props.osProfile.windowsConfiguration";
const onWindows = "windows, osProfile.windowsConfiguration";

export const cases = testRule({
  rule,
  compliant: { activation, ...machines },
  valid: [
    { name: "machines that Azure leaves alone" },
    { name: "Linux without a mode, which means the image's own", changes: [[LINUX, {}]] },
    { name: "Windows without a mode, its updates off", changes: [[WINDOWS, { enableAutomaticUpdates: false }]] },
    {
      name: "machines that Systems Manager does not know",
      changes: [
        ["activation", undefined],
        [`${LINUX}.patchSettings.patchMode`, "AutomaticByPlatform"],
      ],
    },
    {
      name: "maintenance of the host",
      changes: [
        ["maintenance", { type: "azure-native:maintenance:MaintenanceConfiguration", props: { maintenanceScope: "Host" } }],
      ],
    },
  ],
  invalid: [
    {
      name: "Linux patched by the platform",
      change: [`${LINUX}.patchSettings.patchMode`, "AutomaticByPlatform"],
      finds: ["linux, osProfile.linuxConfiguration.patchSettings.patchMode: AutomaticByPlatform"],
    },
    {
      name: "Windows patched by the platform",
      change: [`${WINDOWS}.patchSettings.patchMode`, "AutomaticByPlatform"],
      finds: [`${onWindows}.patchSettings.patchMode: AutomaticByPlatform`],
    },
    {
      name: "Windows patched by itself",
      change: [`${WINDOWS}.patchSettings.patchMode`, "AutomaticByOS"],
      finds: [`${onWindows}.patchSettings.patchMode: AutomaticByOS`],
    },
    {
      name: "Windows with its updates on",
      change: [`${WINDOWS}.enableAutomaticUpdates`, true],
      finds: [`${onWindows}.enableAutomaticUpdates: true`],
    },
    {
      name: "Windows that says nothing, which means on",
      change: [WINDOWS, {}],
      finds: [`${onWindows}.enableAutomaticUpdates: nothing, which means true`],
    },
    {
      name: "a maintenance configuration for patches",
      change: [
        "maintenance",
        { type: "azure-native:maintenance:MaintenanceConfiguration", props: { maintenanceScope: "InGuestPatch" } },
      ],
      finds: ["maintenance, maintenanceScope: InGuestPatch"],
    },
    {
      name: "a mode that is not known",
      change: [`${LINUX}.patchSettings.patchMode`, ref("activation.id")],
      finds: ["linux, osProfile.linuxConfiguration.patchSettings.patchMode: id-of-activation"],
      findsInPreview: ["? linux, osProfile.linuxConfiguration.patchSettings.patchMode: a value not known before the update"],
    },
    {
      name: "updates that are not known",
      change: [`${WINDOWS}.enableAutomaticUpdates`, ref("activation.id")],
      finds: [`${onWindows}.enableAutomaticUpdates: id-of-activation`],
      findsInPreview: [`? ${onWindows}: updates that are not known`],
    },
  ],
});

export const byScript = testRule({
  rule,
  compliant: {
    ...machines,
    register: {
      type: "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
      props: { source: { script: "ssm-setup-cli -register" } },
    },
  },
  valid: [
    { name: "machines that Azure leaves alone, registered by a script" },
    {
      name: "machines patched by the platform, and a script that registers nothing",
      changes: [
        ["register.props.source.script", "uptime"],
        [`${LINUX}.patchSettings.patchMode`, "AutomaticByPlatform"],
      ],
    },
  ],
  invalid: [
    {
      name: "a machine patched by the platform, registered by a script",
      change: [`${LINUX}.patchSettings.patchMode`, "AutomaticByPlatform"],
      finds: ["linux, osProfile.linuxConfiguration.patchSettings.patchMode: AutomaticByPlatform"],
    },
  ],
});
