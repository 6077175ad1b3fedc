import { expect } from "chai";
import { decide, NO_CHANGES } from "../../../fleet/plan";
import type { GroupPlan } from "../../../fleet/plan/group";
import { SYSTEMS } from "../../../fleet/systems";
import { unprovedSystems } from "../../../review/promote/unproved-systems";
import { AS_OF, twoAccounts } from "../../support/two-accounts";

const [group] = decide(twoAccounts(), NO_CHANGES, AS_OF).groups.filter(({ ring }) => ring === "prod");
const prod: GroupPlan = { ...group!, name: "web", systems: ["UBUNTU"] };
const row = (ring: string, given: object = {}) => ({
  ring,
  group: "web",
  system: "Ubuntu 22.04",
  architecture: "amd64",
  servers: 3,
  proving: ring === "nonprod" ? 3 : 0,
  ...given,
});
const unproved = (rows: readonly ReturnType<typeof row>[], groups: readonly GroupPlan[] = [prod]) =>
  unprovedSystems(rows, "nonprod", "prod", groups);

describe("systems that nobody proves", () => {
  it("are none where every one of the ring is proved before it", () => {
    expect(unproved([row("nonprod"), row("prod")])).to.deep.equal([]);
    // What tells no architecture may be any.
    expect(unproved([row("nonprod"), row("prod", { architecture: null })])).to.deep.equal([]);
  });

  it("are other releases, other architectures, and what only servers run that prove nothing", () => {
    const others = [row("prod", { system: "Ubuntu 20.04", servers: 1 }), row("prod", { architecture: "arm64" })];
    expect(unproved([row("nonprod"), ...others])).to.deep.equal([
      "Ubuntu 20.04 amd64, 1 server of web",
      "Ubuntu 22.04 arm64, 3 servers of web",
    ]);
    expect(unproved([row("nonprod", { proving: 0 }), row("prod")])).to.deep.equal(["Ubuntu 22.04 amd64, 3 servers of web"]);
    expect(unproved([row("nonprod", { architecture: null }), row("prod")])).to.deep.equal([
      "Ubuntu 22.04 amd64, 3 servers of web",
    ]);
  });

  it("are counted over the ring's groups, and not over those that install by something else", () => {
    const rows = [row("nonprod"), row("prod", { architecture: "arm64" }), row("prod", { architecture: "arm64", group: "files" })];
    expect(unproved(rows)).to.deep.equal(["Ubuntu 22.04 arm64, 3 servers of web"]);
    expect(unproved(rows, [prod, { ...prod, name: "files" }])).to.deep.equal(["Ubuntu 22.04 arm64, 6 servers of files and web"]);
  });

  it("are systems that a baseline stands for and no server of either ring runs", () => {
    const groups: readonly GroupPlan[] = [
      { ...prod, systems: ["UBUNTU", "WINDOWS"] },
      { ...prod, name: "files", systems: ["WINDOWS"] },
    ];
    expect(unproved([row("nonprod"), row("prod")], groups)).to.deep.equal(["WINDOWS, for which files and web have a baseline"]);
    const windows = { system: "WindowsServer 2022", architecture: null };
    expect(unproved([row("nonprod"), row("nonprod", windows), row("prod")], groups)).to.deep.equal([]);
  });

  it("know every system by the name that evidence has for it", () => {
    const names = [
      "Ubuntu 22.04",
      "Debian 12",
      "Raspbian 10",
      "AmazonLinuxAMI 2018.03",
      "AmazonLinux 2",
      "AmazonLinux 2022",
      "AmazonLinux 2023",
      "RedhatEnterpriseLinux 9.4",
      "CentOS 7",
      "OracleLinux 8",
      "Rocky 9",
      "AlmaLinux 9",
      "Suse 15.5",
      "macOS 14",
      "WindowsServer 2022",
    ];
    const groups = [{ ...prod, systems: SYSTEMS }];
    expect(SYSTEMS).to.have.length(names.length);
    expect(unproved([], groups)).to.have.length(names.length);
    expect(
      unproved(
        names.map((system) => row("nonprod", { system })),
        groups,
      ),
    ).to.deep.equal([]);
    for (const system of names) expect(unproved([row("nonprod", { system })], groups), system).to.have.length(names.length - 1);
  });
});
