import { expect } from "chai";
import fc from "fast-check";
import { setImmediate as soon } from "node:timers/promises";
import { inTurns } from "../../../evidence/engine/turns";

/** A work that ends when it is told to. */
function untilTold(): { readonly ended: Promise<void>; end(): void; fail(): void } {
  let end = (): void => undefined;
  let fail = (): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error("failed"));
  });
  return { ended, end: () => end(), fail: () => fail() };
}

describe("inTurns", () => {
  it("begins as many works as there are things, in the order asked, whatever becomes of those before", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.record({ fails: fc.boolean(), next: fc.nat() }), { minLength: 1, maxLength: 12 }),
        async (count, plans) => {
          const inTurn = inTurns(...Array.from({ length: count }, (_, thing) => thing));
          const begun: number[] = [];
          const taken = new Set<number>();
          const works = plans.map(untilTold);
          const all = Promise.allSettled(
            works.map(({ ended }, place) =>
              inTurn(async (thing) => {
                begun.push(place);
                if (taken.has(thing)) throw new Error(`thing ${thing} serves two works`);
                taken.add(thing);
                await ended.finally(() => taken.delete(thing));
              }),
            ),
          );
          const done = new Set<number>();
          for (const { fails, next } of plans) {
            await soon();
            const running = begun.filter((place) => !done.has(place));
            expect(running).to.have.length(Math.min(count, plans.length - done.size));
            const place = running[next % running.length] ?? 0;
            if (fails) works[place]?.fail();
            else works[place]?.end();
            done.add(place);
          }
          await all;
          expect(begun).to.deep.equal(plans.map((_, place) => place));
        },
      ),
    );
  });

  it("gives back what a work gives, and what it fails with", async () => {
    const inTurn = inTurns("it");
    const [right, wrong] = await Promise.allSettled([
      inTurn(async (thing) => `${thing} is here`),
      inTurn(() => Promise.reject(new Error("not here"))),
    ]);
    expect(right).to.deep.equal({ status: "fulfilled", value: "it is here" });
    expect(wrong).to.have.property("reason").that.has.property("message", "not here");
  });
});
