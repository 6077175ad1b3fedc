import { defaultBaselines } from "../../../fleet/check/default-baselines";
import { SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("defaultBaselines", () => {
  accepts(defaultBaselines, {
    "own and predefined defaults": `${SHARED_FLEET}defaults: { UBUNTU: ubuntu, WINDOWS: AWS-DefaultPatchBaseline }\n`,
  });
  rejects(defaultBaselines, {
    "a default that is not there": [
      `${SHARED_FLEET}defaults: { UBUNTU: ubunto }\n`,
      [
        "16 defaults.UBUNTU",
        "ubunto",
        "a baseline for UBUNTU, of this file or one of AWS's own by name",
        "Did you mean `ubuntu`? Name such a baseline, or remove the line for one that shows everything missing.",
      ],
    ],
    "a default for another system": [
      `${SHARED_FLEET}defaults: { DEBIAN: ubuntu }\n`,
      [
        "16 defaults.DEBIAN",
        "ubuntu, which is for UBUNTU",
        "a baseline for DEBIAN, of this file or one of AWS's own by name",
        "Name such a baseline, or remove the line for one that shows everything missing.",
      ],
    ],
  });
});
