import { expect } from "chai";
import { LINUX_SCRIPT, MACOS_SCRIPT, updatersOffText, WINDOWS_SCRIPT } from "../../../../components/aws/runbooks/updaters-off";

// shellcheck reads the shell and machines of every kind run it: .ci/runbooks. Here is the document around it.
describe("the document that turns updaters off", () => {
  it("has one step for each platform, which runs on no other", () => {
    const { schemaVersion, mainSteps } = JSON.parse(updatersOffText());
    const step = (name: string, action: string, platform: string, script: string) => ({
      action,
      name,
      precondition: { StringEquals: ["platformType", platform] },
      inputs: { runCommand: script.trimEnd().split("\n"), timeoutSeconds: "600" },
    });
    expect(schemaVersion).to.equal("2.2");
    expect(mainSteps).to.deep.equal([
      step("linuxUpdatersOff", "aws:runShellScript", "Linux", LINUX_SCRIPT),
      step("macosUpdatersOff", "aws:runShellScript", "MacOS", MACOS_SCRIPT),
      step("windowsUpdatersOff", "aws:runPowerShellScript", "Windows", WINDOWS_SCRIPT),
    ]);
  });

  it("stays below 64 KB and holds nothing that Systems Manager would take for a parameter", () => {
    expect(Buffer.byteLength(updatersOffText())).to.be.below(64 * 1024);
    expect(updatersOffText()).not.to.include("{{");
  });

  it("turns off Windows Update by the policy that it obeys", () => {
    expect(WINDOWS_SCRIPT).to.include(String.raw`HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU`);
    expect(WINDOWS_SCRIPT).to.include("-Name NoAutoUpdate -PropertyType DWord -Value 1");
  });
});
