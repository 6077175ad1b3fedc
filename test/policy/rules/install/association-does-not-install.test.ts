import rule from "fleet-patching-policy/rules/install/association-does-not-install";
import { json, ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

export const cases = testRule({
  rule,
  compliant: {
    document: {
      type: "aws:ssm/document:Document",
      props: {
        name: "acme-clean",
        documentType: "Command",
        content: json({
          schemaVersion: "2.2",
          mainSteps: [{ action: "aws:runShellScript", name: "clean", inputs: { runCommand: ["apt-get clean"] } }],
        }),
      },
    },
    own: {
      type: "aws:ssm/association:Association",
      props: { name: ref("document.name"), targets: [{ key: "InstanceIds", values: ["*"] }] },
    },
    scan: {
      type: "aws:ssm/association:Association",
      props: {
        associationName: "fleet-scan",
        name: "AWS-RunPatchBaseline",
        parameters: { Operation: "Scan" },
        targets: [{ key: "InstanceIds", values: ["*"] }],
      },
    },
  },
  valid: [
    {
      name: "an installing task, which is none of its business",
      changes: [
        [
          "task",
          {
            type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
            props: { windowId: "mw-0", taskType: "AUTOMATION", taskArn: "AWS-PatchAsgInstance" },
          },
        ],
      ],
    },
    { name: "associations that scan, and that clean up" },
    { name: "an association for inventory", changes: [["scan.props", { name: "AWS-GatherSoftwareInventory" }]] },
    {
      name: "a document elsewhere that is said to be harmless",
      settings: { harmlessDocuments: ["acme-agent"] },
      changes: [["scan.props.name", "acme-agent"]],
    },
    {
      name: "a shell script that updates a single package",
      changes: [["scan.props", { name: "AWS-RunShellScript", parameters: { commands: "yum -y update amazon-ssm-agent" } }]],
    },
  ],
  invalid: [
    {
      name: "an install",
      change: ["scan.props.parameters.Operation", "Install"],
      finds: ["scan, parameters: AWS-RunPatchBaseline that installs"],
    },
    {
      name: "an install for an association of its own",
      change: ["scan.props", { name: "AWS-RunPatchBaselineAssociation", parameters: { Operation: "Install" } }],
      finds: ["scan, parameters: AWS-RunPatchBaselineAssociation that installs"],
    },
    {
      name: "a document that always installs",
      change: ["scan.props.name", "AWS-InstallWindowsUpdates"],
      finds: ["scan, parameters: AWS-InstallWindowsUpdates that installs"],
    },
    {
      name: "a shell script that updates everything",
      change: ["scan.props", { name: "AWS-RunShellScript", parameters: { commands: "apt-get -y upgrade" } }],
      finds: ["scan, parameters: AWS-RunShellScript that installs"],
    },
    {
      name: "a document of one's own that updates everything",
      change: ["document.props.content.mainSteps.0.inputs.runCommand.0", "dnf -y upgrade"],
      finds: ["own, name: name-of-document that installs"],
      findsInPreview: ["own, name: a document not known before the update that installs"],
    },
    {
      name: "an operation that is missing",
      change: ["scan.props.parameters", {}],
      finds: ["? scan, parameters: AWS-RunPatchBaseline: its Operation is neither Scan nor Install"],
    },
    {
      name: "an operation that is not known",
      change: ["scan.props.parameters.Operation", ref("document.name")],
      finds: ["? scan, parameters: AWS-RunPatchBaseline: its Operation is neither Scan nor Install"],
      findsInPreview: ["? scan, parameters: AWS-RunPatchBaseline: its Operation is not known"],
    },
    {
      name: "a document elsewhere",
      change: ["scan.props.name", "acme-patching"],
      finds: ["? scan, name: acme-patching: its document is not in this stack"],
    },
    {
      name: "parameters that are not known",
      change: ["scan.props.parameters", ref("document.name")],
      finds: ["? scan, parameters: AWS-RunPatchBaseline: its Operation is neither Scan nor Install"],
      findsInPreview: ["? scan, parameters: AWS-RunPatchBaseline: its parameters are not known"],
    },
  ],
});
