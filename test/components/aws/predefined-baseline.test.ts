import * as aws from "@pulumi/aws";
import { expect } from "chai";
import { predefinedBaselineId } from "../../../components/aws/predefined-baseline";
import { PREDEFINED } from "../../../fleet/predefined";
import { previewed } from "../../support/component-run";
import { failureOf, succeeded } from "../../support/program-run";

function look(name: string, system: (typeof PREDEFINED)[string] = "WINDOWS") {
  return previewed(() => {
    const provider = new aws.Provider("china", { region: "cn-north-1" });
    return { id: predefinedBaselineId({ name, system, region: "cn-north-1" }, { provider }) };
  });
}

describe("predefinedBaselineId", () => {
  it("finds each of AWS's baselines by its whole name, also one with which another begins", async () => {
    for (const [name, system] of Object.entries(PREDEFINED)) {
      expect(succeeded(await look(name, system)).outputs).to.deep.equal({ id: `${name} of cn-north-1` });
    }
  });

  it("rejects a name that AWS does not have there, in one line", async () => {
    expect(failureOf(await look("AWS-WindowsPredefined")).message).to.equal(
      "AWS has no baseline AWS-WindowsPredefined for WINDOWS in cn-north-1",
    );
  });
});
