import { expect } from "chai";
import { LINUX_REGISTER, linuxRegistration, WINDOWS_REGISTER, windowsRegistration } from "../../../components/aws";

const values = { region: "eu-west-1", activationId: "1234abcd", activationCode: "hush" };

// shellcheck reads the shell and machines of every kind run it: .ci/runbooks.
describe("registration scripts", () => {
  it("begin with their three values, on Linux as a script of sh that stops at the first failure", () => {
    expect(linuxRegistration(values)).to.equal(
      `#!/bin/sh\nset -eu\nregion='eu-west-1'\nactivation_id='1234abcd'\nactivation_code='hush'\n${LINUX_REGISTER}`,
    );
    expect(windowsRegistration(values)).to.equal(
      `$region = 'eu-west-1'\n$activationId = '1234abcd'\n$activationCode = 'hush'\n${WINDOWS_REGISTER}`,
    );
  });

  it("leave a machine alone that has registered", () => {
    expect(LINUX_REGISTER).to.include("-s /var/lib/amazon/ssm/registration").and.to.include("registered already");
    expect(WINDOWS_REGISTER)
      .to.include(String.raw`Amazon\SSM\InstanceData\registration`)
      .and.to.include("registered already");
  });

  it("come from AWS's bucket of the region, in China under China's domain", () => {
    expect(LINUX_REGISTER).to.include("https://amazon-ssm-$region.s3.$region.$domain/latest/");
    expect(WINDOWS_REGISTER).to.include("https://amazon-ssm-$region.s3.$region.$domain/latest/windows_amd64/ssm-setup-cli.exe");
    for (const script of [LINUX_REGISTER, WINDOWS_REGISTER]) expect(script).to.include("amazonaws.com.cn");
  });

  it("say nothing of the code but to the tool", () => {
    expect(LINUX_REGISTER.match(/activation_code/gu)).to.have.lengthOf(1);
    expect(WINDOWS_REGISTER.match(/activationCode/gu)).to.have.lengthOf(1);
  });
});
