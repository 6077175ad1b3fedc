import rule from "fleet-patching-policy/rules/hybrid/registration-code-is-protected";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const REGISTER = "ssm-setup-cli -register -activation-code abcdEFGH1234 -activation-id 0f0f -region eu-west-1";

export const byExtension = testRule({
  rule,
  compliant: {
    extension: {
      type: "azure-native:compute:VirtualMachineExtension",
      props: {
        vmName: "web-1",
        publisher: "Microsoft.Azure.Extensions",
        type: "CustomScript",
        settings: { timestamp: 1 },
        protectedSettings: { commandToExecute: REGISTER },
      },
    },
  },
  valid: [
    { name: "a command in protected settings" },
    { name: "no open settings", changes: [["extension.props.settings", undefined]] },
    { name: "an open command that registers nothing", changes: [["extension.props.settings.commandToExecute", "uptime"]] },
    { name: "addresses of files", changes: [["extension.props.settings.fileUris", ["https://files.example/install.sh"]]] },
  ],
  invalid: [
    {
      name: "a command in open settings",
      change: ["extension.props.settings.commandToExecute", REGISTER],
      finds: ["extension, settings.commandToExecute: a command that registers with Systems Manager"],
    },
    {
      name: "a setting named after the code",
      change: ["extension.props.settings.activationCode", "abcdEFGH1234"],
      finds: ["extension, settings.activationCode: a secret's name among open settings"],
    },
    {
      name: "a token inside a map",
      change: ["extension.props.settings.environment", { AGENT_TOKEN: "abcdEFGH1234" }],
      finds: ["extension, settings.environment.AGENT_TOKEN: a secret's name among open settings"],
    },
    {
      name: "a command in a list",
      change: ["extension.props.settings.commands", ["uptime", REGISTER]],
      finds: ["extension, settings.commands.1: a command that registers with Systems Manager"],
    },
    {
      name: "settings as a text",
      change: ["extension.props.settings", JSON.stringify({ commandToExecute: REGISTER })],
      finds: ["extension, settings: a command that registers with Systems Manager"],
    },
    {
      name: "an open command that waits for another resource's output",
      change: ["extension.props.settings.commandToExecute", ref("extension.id")],
      finds: [],
      findsInPreview: ["? extension, settings.commandToExecute: a value not known before the update"],
    },
  ],
});

const COMMAND = "command.props";

export const byRunCommand = testRule({
  rule,
  compliant: {
    command: {
      type: "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
      props: {
        vmName: "web-1",
        source: { script: 'ssm-setup-cli -register -activation-code "$activation_code" -activation-id "$activation_id"' },
        protectedParameters: [{ name: "activation_code", value: "abcdEFGH1234" }],
      },
    },
  },
  valid: [
    { name: "a code by protected parameters" },
    {
      name: "an open parameter that is no secret",
      changes: [[`${COMMAND}.parameters`, [{ name: "region", value: "eu-west-1" }]]],
    },
    {
      name: "a variable of PowerShell",
      changes: [[`${COMMAND}.source.script`, "ssm-setup-cli.exe -register -activation-code=$activationCode"]],
    },
  ],
  invalid: [
    {
      name: "a code in the script",
      change: [`${COMMAND}.source.script`, REGISTER],
      finds: ["command, source.script: an activation code in plain text"],
    },
    {
      name: "a code in quotes",
      change: [`${COMMAND}.source.script`, 'amazon-ssm-agent -register -code "abcdEFGH1234" -id x'],
      finds: ["command, source.script: an activation code in plain text"],
    },
    {
      name: "a code behind an equals sign",
      change: [`${COMMAND}.source.script`, 'ssm-setup-cli.exe -register -activation-code="abcdEFGH1234"'],
      finds: ["command, source.script: an activation code in plain text"],
    },
    {
      name: "a code among the open parameters",
      change: [
        `${COMMAND}.parameters`,
        [
          { name: "region", value: "x" },
          { name: "activation_code", value: "abcdEFGH1234" },
        ],
      ],
      finds: ["command, parameters.1: activation_code among the open parameters"],
    },
    {
      name: "a script that waits for another resource's output",
      change: [`${COMMAND}.source.script`, ref("command.id")],
      finds: [],
      findsInPreview: ["? command, source.script: a value not known before the update"],
    },
  ],
});
