import rule from "fleet-patching-policy/rules/baseline/one-baseline-per-group-and-system";
import { registered, ubuntu } from "../../support/baselines";
import { json, ref, type FixtureResource } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const group = (patchGroup: unknown, baselineId: unknown): FixtureResource => ({
  type: "aws:ssm/patchGroup:PatchGroup",
  props: { patchGroup, baselineId, region: "eu-west-1" },
});

export const cases = testRule({
  rule,
  compliant: { ...registered, second: { ...ubuntu, props: { ...ubuntu.props, name: "fleet-ubuntu-second" } } },
  valid: [
    {
      name: "one group whose baseline is not known yet",
      changes: [
        ["amazon", undefined],
        ["prodAmazon", undefined],
        ["amazonDefault", undefined],
        ["prodUbuntu.props.baselineId", ref("ubuntuDefault.id")],
      ],
    },
    { name: "one baseline per system" },
    {
      name: "the same group in another region",
      changes: [
        [
          "again",
          {
            ...group("prod-auto", ref("ubuntu.id")),
            props: { patchGroup: "prod-auto", baselineId: ref("ubuntu.id"), region: "us-east-1" },
          },
        ],
      ],
    },
    { name: "another group with the same baseline", changes: [["again", group("prod-web", ref("ubuntu.id"))]] },
    { name: "a baseline elsewhere, of another system", changes: [["again", group("prod-auto", "pb-0123456789abcdef0")]] },
    {
      name: "one group whose baseline nobody knows",
      changes: [
        ["amazon", undefined],
        ["prodAmazon", undefined],
        ["amazonDefault", undefined],
        ["prodUbuntu.props.baselineId", "pb-0123456789abcdef0"],
      ],
    },
  ],
  invalid: [
    {
      name: "a baseline that may be either of two",
      change: ["prodAmazon.props.baselineId", json({ a: ref("ubuntu.id"), b: ref("amazon.id") })],
      finds: ["? prodAmazon, baselineId: prod-auto with a baseline that is not known"],
    },
    {
      name: "two groups whose names are not known",
      change: ["more", group(ref("amazon.name"), ref("amazon.id"))],
      finds: [],
      findsInPreview: ["? more, patchGroup: a value not known before the update"],
    },
    {
      name: "a second baseline of the system",
      change: ["again", group("prod-auto", ref("second.id"))],
      finds: ["prodUbuntu, baselineId: prod-auto for UBUNTU, which again has registered"],
    },
    {
      name: "the same baseline twice",
      change: ["again", group("prod-auto", ref("amazon.id"))],
      finds: ["prodAmazon, baselineId: prod-auto for AMAZON_LINUX_2023, which again has registered"],
    },
    {
      name: "a baseline turned to the system of another",
      change: ["amazon.props.operatingSystem", "UBUNTU"],
      finds: ["prodUbuntu, baselineId: prod-auto for UBUNTU, which prodAmazon has registered"],
    },
    {
      name: "a registration moved to the other's baseline",
      change: ["prodAmazon.props.baselineId", ref("ubuntu.id")],
      finds: ["prodUbuntu, baselineId: prod-auto for UBUNTU, which prodAmazon has registered"],
    },
    {
      name: "a group whose name is not known",
      change: ["again", group(ref("ubuntu.name"), ref("second.id"))],
      finds: [],
      findsInPreview: ["? again, patchGroup: a value not known before the update"],
    },
    {
      name: "a baseline that is not known",
      change: ["prodAmazon.props.baselineId", ref("ubuntuDefault.id")],
      finds: [],
      findsInPreview: ["? prodAmazon, baselineId: prod-auto with a baseline that is not known"],
    },
  ],
});

export const elsewhere = testRule({
  rule,
  compliant: { one: group("prod-auto", "pb-0123456789abcdef0"), two: group("prod-auto", "pb-00000000000000000") },
  valid: [{ name: "two baselines elsewhere" }],
  invalid: [
    {
      name: "the same baseline elsewhere twice",
      change: ["two.props.baselineId", "pb-0123456789abcdef0"],
      finds: ["two, baselineId: prod-auto for pb-0123456789abcdef0, which one has registered"],
    },
  ],
});

export const nameless = testRule({
  rule,
  compliant: { ...registered, one: group("web", ref("ubuntu.id")), two: group("web2", ref("ubuntu.id")) },
  valid: [],
  invalid: [
    {
      name: "a group whose name is not known, beside others",
      change: ["one.props.patchGroup", ref("amazon.name")],
      finds: [],
      findsInPreview: ["? one, patchGroup: a value not known before the update"],
    },
  ],
});

export const twoNameless = testRule({
  rule,
  compliant: { ...registered, one: group(ref("amazon.name"), ref("ubuntu.id")) },
  valid: [],
  invalid: [
    {
      name: "two groups of which nobody knows whether they are one",
      change: ["two", group(ref("amazon.name"), ref("ubuntu.id"))],
      finds: ["two, baselineId: name-of-amazon for UBUNTU, which one has registered"],
      findsInPreview: [
        "? one, patchGroup: a value not known before the update",
        "? two, patchGroup: a value not known before the update",
      ],
    },
  ],
});
