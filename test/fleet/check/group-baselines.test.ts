import { groupBaselines } from "../../../fleet/check/group-baselines";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const WEB = "web: { ring: dev, baselines: [ubuntu] }";
function web(baselines: string): string {
  return replaced(SHARED_FLEET, WEB, `web: { ring: dev, baselines: [${baselines}] }`);
}
const KNOWN = "a baseline of this file, or one of AWS's own by name";

describe("groupBaselines", () => {
  accepts(groupBaselines, {
    "one baseline for each system": web("ubuntu, windows"),
    "AWS's own baselines by name": web("ubuntu, AWS-DefaultPatchBaseline, AWS-AmazonLinux2023DefaultPatchBaseline"),
  });
  rejects(groupBaselines, {
    "a baseline that is not there": [
      web("ubunut"),
      ["14 groups.web.baselines[0]", "ubunut", KNOWN, "Did you mean `ubuntu`? Write its exact name."],
    ],
    "a baseline that is like no other": [
      web("databases"),
      ["14 groups.web.baselines[0]", "databases", KNOWN, "Add it under `baselines`, or name another."],
    ],
    "AWS's own baseline in another spelling": [
      web("AWS-AmazonLinux2023-DefaultPatchBaseline"),
      [
        "14 groups.web.baselines[0]",
        "AWS-AmazonLinux2023-DefaultPatchBaseline",
        KNOWN,
        "Did you mean `AWS-AmazonLinux2023DefaultPatchBaseline`? Write its exact name.",
      ],
    ],
    "a name that every object of JavaScript has": [
      web("constructor"),
      ["14 groups.web.baselines[0]", "constructor", KNOWN, "Add it under `baselines`, or name another."],
    ],
    "one baseline twice": [
      web("ubuntu, ubuntu"),
      ["14 groups.web.baselines[1]", "ubuntu once more", "each baseline once", "Remove one of the two."],
    ],
    "two baselines for one system": [
      web("ubuntu, AWS-UbuntuDefaultPatchBaseline"),
      [
        "14 groups.web.baselines[1]",
        "AWS-UbuntuDefaultPatchBaseline, a second baseline for UBUNTU beside ubuntu",
        "one baseline for each system",
        "Keep one of the two, put their rules into one baseline, or make two groups.",
      ],
    ],
  });
});
