import { windowCapacity } from "../../../fleet/check/window-capacity";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

function shop(settings: string): string {
  return replaced(SHARED_FLEET, "servers: { prod: 20 }", settings);
}

describe("windowCapacity", () => {
  accepts(windowCapacity, {
    "servers that a window can finish": SHARED_FLEET,
    "a review group, which has no window": replaced(
      SHARED_FLEET,
      "shop: { ring: prod, baselines: [ubuntu], servers: { prod: 20 }",
      "shop: { ring: prod, baselines: [ubuntu], review: required, approvers: [a], concurrency: 1, servers: { prod: 900 }",
    ),
    "a window whose length is told elsewhere": replaced(SHARED_FLEET, "soak: 5 days", "duration: 1 hour, cutoff: 1 hour"),
    "a concurrency that is told elsewhere": shop("concurrency: 0, servers: { prod: 20 }"),
  });
  rejects(windowCapacity, {
    "more servers than a window can finish": [
      shop("concurrency: 10, servers: { prod: 200 }"),
      [
        "15 groups.shop.servers",
        "20 waves of 10 minutes, 200 minutes in all, for 200 servers in prod eu-west-1",
        "at most 135 minutes: of 4 hours, gate, two scans and reconciliation take 105 minutes",
        "Lengthen the window to 6 hours, or let more servers install at once.",
      ],
      [
        "15 groups.shop.servers",
        "a last wave that begins 240 minutes after the window opens, for 200 servers in prod eu-west-1",
        "at most 180 minutes: 4 hours less a cutoff of 1",
        "Shorten the cutoff, lengthen the window, or let more servers install at once.",
      ],
    ],
    "Windows servers, which take longer, in a window for Linux": [
      replaced(SHARED_FLEET, "baselines: [ubuntu], servers: { prod: 20 }", "baselines: [windows], concurrency: 20 %"),
      [
        "15 groups.shop.concurrency",
        "5 waves of 30 minutes, 150 minutes in all",
        "at most 135 minutes: of 4 hours, gate, two scans and reconciliation take 105 minutes",
        "Lengthen the window to 5 hours, or let more servers install at once.",
      ],
    ],
    "servers that not even a whole day can finish": [
      replaced(shop("concurrency: 1, servers: { prod: 300 }"), "soak: 5 days", "duration: 24 hours, cutoff: 0 hours"),
      [
        "15 groups.shop.servers",
        "300 waves of 10 minutes, 3000 minutes in all, for 300 servers in prod eu-west-1",
        "at most 1335 minutes: of 24 hours, gate, two scans and reconciliation take 105 minutes",
        "Let more servers install at once.",
      ],
      [
        "15 groups.shop.servers",
        "a last wave that begins 3040 minutes after the window opens, for 300 servers in prod eu-west-1",
        "at most 1440 minutes: 24 hours less a cutoff of 0",
        "Shorten the cutoff, lengthen the window, or let more servers install at once.",
      ],
    ],
    "the account and region with the most servers": [
      replaced(
        SHARED_FLEET,
        "web: { ring: dev,",
        "web: { ring: dev, concurrency: 1, servers: { nonprod: { eu-west-1: 2, us-east-1: 14 } },",
      ),
      [
        "14 groups.web.servers",
        "14 waves of 10 minutes, 140 minutes in all, for 14 servers in nonprod us-east-1",
        "at most 135 minutes: of 4 hours, gate, two scans and reconciliation take 105 minutes",
        "Lengthen the window to 5 hours, or let more servers install at once.",
      ],
    ],
  });
});
