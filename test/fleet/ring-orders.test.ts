import { expect } from "chai";
import { calendarText, ringOrders } from "../../fleet/ring-orders";
import { oneAccount, ONE_ACCOUNT, twoAccounts } from "../support/two-accounts";

const FREEZES = [
  { name: "audit", from: "2027-02-01", to: "2027-02-02", zone: "UTC", rings: ["prod"] },
  { name: "closing", every: "last 3 days of each month" },
];

describe("ring orders", () => {
  it("say what each ring follows, how long it waits, when its windows open and which freezes it keeps", () => {
    const orders = ringOrders(twoAccounts({ freezes: FREEZES }));
    expect(orders.map(({ name, after, soakHours }) => [name, after, soakHours])).to.deep.equal([
      ["nonprod", undefined, 0],
      ["prod", "nonprod", 72],
    ]);
    expect(orders.map(({ freezes }) => freezes.map(({ name }) => name))).to.deep.equal([["closing"], ["audit", "closing"]]);
    expect(orders[1]?.windows.map(({ key, zone, durationHours }) => [key, zone, durationHours])).to.deep.equal([
      ["prod", "Europe/Paris", 6],
      ["prod-files", "America/New_York", 5],
    ]);
  });

  it("leave out what cannot be read: the check reports it", () => {
    const [order] = ringOrders(
      oneAccount({
        rings: [{ ...ONE_ACCOUNT.rings[0], install: "whenever" }],
        freezes: [{ name: "odd", every: "blue moons" }],
      }),
    );
    expect([order?.windows, order?.freezes]).to.deep.equal([[], []]);
  });

  it("become a calendar that says which ring it holds", () => {
    const orders = ringOrders(twoAccounts({ freezes: FREEZES }));
    const text = calendarText(orders[1]!, orders);
    expect(text.ok && text.value.includes("When ring prod installs nothing")).to.equal(true);
    const summaries = text.ok ? text.value.match(/SUMMARY:freeze [a-z]+/gu) : [];
    expect([...new Set(summaries)]).to.deep.equal(["SUMMARY:freeze audit", "SUMMARY:freeze closing"]);
  });
});
