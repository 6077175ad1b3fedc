import { expect } from "chai";
import { registrationScript } from "../../../components/azure";

describe("registrationScript", () => {
  it("turns updaters off before it registers, and on Linux stops at the first failure", () => {
    expect(registrationScript({ system: "linux", register: "register\n", updatersOff: "#!/bin/sh\noff\nexit 0\n" })).to.equal(
      "#!/bin/sh\nset -eu\n(\n#!/bin/sh\noff\nexit 0\n)\nregister\n",
    );
  });

  it("takes the values on Windows as named parameters of the script", () => {
    expect(registrationScript({ system: "windows", register: "register\n", updatersOff: "off\n" })).to.equal(
      "param([string]$region, [string]$activation_id, [string]$activation_code)\n" +
        '$ErrorActionPreference = "Stop"\n' +
        "$activationId = $activation_id\n$activationCode = $activation_code\noff\nregister\n",
    );
  });
});
