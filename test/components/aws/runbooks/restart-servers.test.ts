import { expect } from "chai";
import { LINUX_RESTART, restartText, WINDOWS_RESTART } from "../../../../components/aws/runbooks/restart-servers";

// shellcheck reads the shell and machines of every kind run it: .ci/runbooks. Here is the document around it.
describe("the document that restarts servers", () => {
  const document = JSON.parse(restartText());

  it("has one step for Linux and one for Windows, each of which runs on no other system, and none for macOS", () => {
    const step = (name: string, action: string, platform: string, script: string) => ({
      action,
      name,
      precondition: { StringEquals: ["platformType", platform] },
      inputs: { runCommand: script.trimEnd().split("\n"), timeoutSeconds: "{{ StepTimeoutSeconds }}" },
    });
    expect(document.schemaVersion).to.equal("2.2");
    expect(document.mainSteps).to.deep.equal([
      step("linuxRestart", "aws:runShellScript", "Linux", LINUX_RESTART),
      step("windowsRestart", "aws:runPowerShellScript", "Windows", WINDOWS_RESTART),
    ]);
  });

  it("takes nothing but a run's id and a number, so that nothing else gets into a script", () => {
    const pattern = (name: string) => new RegExp(document.parameters[name].allowedPattern, "u");
    expect(Object.keys(document.parameters)).to.deep.equal(["Run", "StepTimeoutSeconds"]);
    expect("fe4576d1-e7f9-4e29-9a67-3ecc06573b32").to.match(pattern("Run"));
    for (const wrong of ["", "x", "fe4576d1-e7f9-4e29-9a67-3ecc06573b32'; reboot; '"]) expect(wrong).not.to.match(pattern("Run"));
    expect("36000").to.match(pattern("StepTimeoutSeconds"));
    for (const wrong of ["", "0", "-1", "1; reboot"]) expect(wrong).not.to.match(pattern("StepTimeoutSeconds"));
    const used = new Set(restartText().match(/\{\{[^}]*\}\}/gu));
    expect(used).to.deep.equal(new Set(["{{ Run }}", "{{ StepTimeoutSeconds }}"]));
    expect(Buffer.byteLength(restartText())).to.be.below(64 * 1024);
  });

  it("asks the agent for the restart, and never restarts by itself", () => {
    expect(LINUX_RESTART.match(/exit 194/gu)).to.have.lengthOf(1);
    expect(WINDOWS_RESTART.match(/exit 3010/gu)).to.have.lengthOf(1);
    for (const script of [LINUX_RESTART, WINDOWS_RESTART])
      expect(script).not.to.match(/^\s*(?:shutdown|reboot|systemctl|Restart-Computer)\b/mu);
  });

  it("writes its mark before it asks for the restart, and looks at it first", () => {
    for (const [script, read, write, ask] of [
      [LINUX_RESTART, 'if [ -f "$mark" ]', 'mv "$mark.new" "$mark"', "exit 194"],
      [WINDOWS_RESTART, "if (Test-Path $mark)", "Set-Content -Path $mark", "exit 3010"],
    ] as const) {
      const places = [read, write, ask].map((text) => script.indexOf(text));
      expect(places)
        .to.deep.equal(places.toSorted((a, b) => a - b))
        .and.not.include(-1);
    }
  });
});
