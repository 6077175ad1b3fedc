import rule from "fleet-patching-policy/rules/baseline/each-system-has-own-default-baseline";
import { registered, windows } from "../../support/baselines";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const got = (system: string, region = "eu-west-1") => `${system} without a default baseline in ${region}`;

export const cases = testRule({
  rule,
  compliant: registered,
  valid: [
    { name: "a default baseline for each system" },
    { name: "a second baseline of a system that has a default", changes: [["second", registered["ubuntu"]]] },
    {
      name: "a default for a system without baselines",
      changes: [
        ["amazon", undefined],
        ["prodAmazon", undefined],
        ["amazonDefault.props.baselineId", "pb-0123456789abcdef0"],
      ],
    },
    {
      name: "AWS's own baseline made the default by hand",
      changes: [["ubuntuDefault.props.baselineId", "arn:aws:ssm:eu-west-1:075727635805:patchbaseline/pb-0123456789abcdef0"]],
    },
  ],
  invalid: [
    {
      name: "a system that is not known",
      change: ["second", { ...windows, props: { ...windows.props, operatingSystem: ref("ubuntu.name") } }],
      finds: ["second, operatingSystem: name-of-ubuntu without a default baseline in eu-west-1"],
      findsInPreview: ["? second, operatingSystem: a system not known before the update"],
    },
    {
      name: "a system without a default",
      change: ["ubuntuDefault", undefined],
      finds: [`ubuntu, operatingSystem: ${got("UBUNTU")}`],
    },
    {
      name: "a default of another system",
      change: ["amazonDefault.props.operatingSystem", "AMAZON_LINUX_2"],
      finds: [`amazon, operatingSystem: ${got("AMAZON_LINUX_2023")}`],
    },
    { name: "a new system", change: ["windows", windows], finds: [`windows, operatingSystem: ${got("WINDOWS")}`] },
    {
      name: "a baseline in a region without a default",
      change: ["ubuntu.props.region", "us-east-1"],
      finds: [`ubuntu, operatingSystem: ${got("UBUNTU", "us-east-1")}`],
    },
    {
      name: "a default in another region",
      change: ["ubuntuDefault.props.region", "us-east-1"],
      finds: [`ubuntu, operatingSystem: ${got("UBUNTU")}`],
    },
    {
      name: "a default whose system is not written",
      change: ["ubuntuDefault.props", { baselineId: ref("ubuntu.id"), region: "eu-west-1" }],
      finds: [`ubuntu, operatingSystem: ${got("UBUNTU")}`],
    },
  ],
});
