import rule from "fleet-patching-policy/rules/evidence/output-log-is-retained";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const DAYS = "log.props.retentionInDays";

export const cases = testRule({
  rule,
  compliant: { log: { type: "aws:cloudwatch/logGroup:LogGroup", props: { name: "/fleet/commands", retentionInDays: 400 } } },
  valid: [
    { name: "a little more than a year" },
    { name: "exactly a year", changes: [[DAYS, 365]] },
    {
      name: "another log",
      changes: [
        ["log.props.name", "/aws/lambda/web"],
        [DAYS, undefined],
      ],
    },
    { name: "a shorter time that is enough here", settings: { least: 90 }, changes: [[DAYS, 90]] },
  ],
  invalid: [
    { name: "no end", change: [DAYS, undefined], finds: ["log, retentionInDays: nothing, so for ever"] },
    { name: "no end, written as zero", change: [DAYS, 0], finds: ["log, retentionInDays: nothing, so for ever"] },
    { name: "a month", change: [DAYS, 30], finds: ["log, retentionInDays: 30 days"] },
    {
      name: "a log of one's own",
      settings: { prefixes: ["/patching"] },
      change: ["log.props", { name: "/patching/output", retentionInDays: 7 }],
      finds: ["log, retentionInDays: 7 days"],
    },
    {
      name: "less than is wanted here",
      settings: { least: 731 },
      change: [DAYS, 545],
      finds: ["log, retentionInDays: 545 days"],
    },
    {
      name: "a time that is not known",
      change: [DAYS, ref("log.id")],
      finds: ["log, retentionInDays: nothing, so for ever"],
      findsInPreview: ["? log, retentionInDays: a value not known before the update"],
    },
  ],
});
