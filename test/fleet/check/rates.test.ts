import { rates } from "../../../fleet/check/rates";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("rates", () => {
  accepts(rates, {
    "one at a time and no failure at all": replaced(
      SHARED_FLEET,
      "web: { ring: dev,",
      "web: { ring: dev, concurrency: 1, errors: 0,",
    ),
  });
  rejects(rates, {
    "a concurrency of nothing": [
      replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, concurrency: 0,"),
      [
        "14 groups.web.concurrency",
        "0",
        "at least one server at once",
        "Write at least `1` or `1 %`. To install nothing, hold the ring.",
      ],
    ],
    "a restart of nothing": [
      replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, rebootConcurrency: 0,"),
      [
        "14 groups.web.rebootConcurrency",
        "0",
        "at least one server at once",
        "Write at least `1` or `1 %`. To restart nothing, leave out restart windows and approvals.",
      ],
    ],
    "a share of nothing": [
      replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, concurrency: 0 %,"),
      [
        "14 groups.web.concurrency",
        "0%",
        "at least one server at once",
        "Write at least `1` or `1 %`. To install nothing, hold the ring.",
      ],
    ],
  });
});
