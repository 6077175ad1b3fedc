import { expect } from "chai";
import { setImmediate as soon } from "node:timers/promises";
import { instants } from "../../../evidence/engine/instants";

describe("what is kept for an instant", () => {
  it("is kept once for works that run beside each other, and until the last of them has ended", async () => {
    const told: string[] = [];
    const atInstant = instants(async (instant) => void told.push(`keep ${instant}`));
    const ends: (() => void)[] = [];
    const work = (name: string) => () =>
      new Promise<void>((resolve) => {
        told.push(`begin ${name}`);
        ends.push(resolve);
      });
    const first = atInstant("monday", work("a"));
    const failing = atInstant("monday", () => Promise.reject(new Error("no answer")));
    const second = atInstant("monday", work("b"));
    const third = atInstant("tuesday", work("c"));
    await failing.catch((error: Error) => told.push(error.message));
    await soon();
    expect(told).to.deep.equal(["keep monday", "begin a", "begin b", "no answer"]);
    ends[0]?.();
    await first;
    await soon();
    expect(told).to.have.length(4);
    ends[1]?.();
    await second;
    await soon();
    ends[2]?.();
    await third;
    expect(told.slice(4)).to.deep.equal(["keep tuesday", "begin c"]);
  });

  it("is kept anew after a failure halfway, whatever instant is asked for then", async () => {
    const told: string[] = [];
    const atInstant = instants(async (instant) => {
      told.push(instant);
      if (instant === "tuesday") throw new Error("no room");
    });
    await atInstant("monday", async () => undefined);
    const failed = await atInstant("tuesday", async () => told.push("asked")).catch((error: Error) => error.message);
    await atInstant("monday", async () => undefined);
    expect([failed, told]).to.deep.equal(["no room", ["monday", "tuesday", "monday"]]);
  });
});
