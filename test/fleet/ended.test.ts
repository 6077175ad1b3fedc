import { expect } from "chai";
import { ENDED, ENDING, endedProduct, endedSystem } from "../../fleet/ended";

describe("ENDED", () => {
  it("holds what had ended by the day on which it was written, never by today", () => {
    for (const { name, on } of ENDED) expect(on <= "2026-11-20", name).to.equal(true);
  });

  it("has each name once, and a source for each", () => {
    expect(new Set(ENDED.map(({ name }) => name)).size).to.equal(ENDED.length);
    for (const { source } of ENDED) expect(source).to.match(/^https:\/\/endoflife\.date\/[a-z-]+$/);
  });

  it("finds each product by its own name", () => {
    for (const entry of ENDED) if (entry.products) expect(endedProduct(entry.system, entry.name)?.name).to.equal(entry.name);
  });
});

describe("ENDING", () => {
  it("holds what was still to end on the day on which it was written", () => {
    for (const { name, on } of ENDING) expect(on > "2026-11-20", name).to.equal(true);
  });
});

describe("endedProduct", () => {
  it("finds minor versions, in any case", () => {
    expect(endedProduct("REDHAT_ENTERPRISE_LINUX", "RedhatEnterpriseLinux7.9")?.on).to.equal("2024-06-30");
    expect(endedProduct("UBUNTU", "ubuntu20.04")?.on).to.equal("2025-05-31");
  });

  it("leaves products with support, and products of other systems", () => {
    expect(endedProduct("UBUNTU", "Ubuntu22.04")).to.equal(undefined);
    expect(endedProduct("REDHAT_ENTERPRISE_LINUX", "RedhatEnterpriseLinux70")).to.equal(undefined);
    expect(endedProduct("WINDOWS", "WindowsServer2016")).to.equal(undefined);
    expect(endedProduct("DEBIAN", "Ubuntu20.04")).to.equal(undefined);
  });
});

describe("endedSystem", () => {
  it("knows systems that have ended as a whole", () => {
    expect([endedSystem("AMAZON_LINUX_2")?.on, endedSystem("AMAZON_LINUX_2023")]).to.deep.equal(["2026-06-30", undefined]);
  });
});
