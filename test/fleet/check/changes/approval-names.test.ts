import { approvalNames } from "../../../../fleet/check/changes/approval-names";
import { acceptsChanges, APPROVAL_TEXT, rejectsChanges } from "../../../support/changes-text";

const named = (stem: string) => [{ file: `changes/approvals/${stem}.yaml`, text: APPROVAL_TEXT }];
const refused = (stem: string) =>
  [
    named(stem),
    [
      `approvals/${stem}.yaml:2`,
      `the name ${stem}.yaml`,
      "a day, the group, and one more word if need be: `<year>-<month>-<day>-<group>[-<word>].yaml`",
      "Rename the file, such as `2026-11-29-databases.yaml`.",
    ],
  ] as const;

describe("approvalNames", () => {
  acceptsChanges(approvalNames, {
    "a day and the group": named("2026-11-29-databases"),
    "another day than the window's: the day of the review": named("2026-11-24-databases"),
    "one more word": named("2026-11-29-databases-openssl"),
  });
  rejectsChanges(approvalNames, {
    "a name without a day": refused("databases"),
    "a day that is none": refused("2026-02-30-databases"),
    "another group": refused("2026-11-29-web"),
    "a group that only begins alike": refused("2026-11-29-databases2"),
    "two more words": refused("2026-11-29-databases-openssl-again"),
    "a word of nothing": refused("2026-11-29-databases-"),
  });
});
