import { expect } from "chai";
import { bareName, restartAfter } from "../../review/restart";

describe("a restart", () => {
  it("is to be expected after what a list of the system names", () => {
    const after = (platform: string, ...ids: string[]) => ids.filter((id) => restartAfter(platform, id) !== null);
    const ubuntu = [
      "libc6.amd64",
      "linux-image-6.8.0-1023-aws.amd64",
      "linux-aws.amd64",
      "systemd.amd64",
      "dbus.amd64",
      "intel-microcode.amd64",
    ];
    expect(after("Ubuntu", ...ubuntu, "openssl.amd64", "libc6-dev.amd64", "dbus-x11.amd64", "libsystemd0.amd64")).to.deep.equal(
      ubuntu,
    );
    const amazon = [
      "kernel.x86_64",
      "kernel6.12.x86_64",
      "kernel-core.x86_64",
      "glibc.x86_64",
      "systemd.x86_64",
      "dbus-broker.x86_64",
    ];
    expect(
      after(
        "AmazonLinux",
        ...amazon,
        "openssl.x86_64",
        "glibc-common.x86_64",
        "kernel-livepatch-6.1.x86_64",
        "kernel-headers.x86_64",
      ),
    ).to.deep.equal(amazon);
    expect(after("WindowsServer", "KB5034441")).to.deep.equal(["KB5034441"]);
    expect(after("macOS", "anything")).to.deep.equal([]);
  });

  it("goes by the name without the architecture, whatever dots are in it", () => {
    expect(["python3.10.amd64", "libpcap0.8.amd64", "kernel.x86_64", "KB5034441"].map(bareName)).to.deep.equal([
      "python3.10",
      "libpcap0.8",
      "kernel",
      "KB5034441",
    ]);
  });
});
