import { windowLengths } from "../../../fleet/check/window-lengths";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

function ring(settings: string): string {
  return replaced(SHARED_FLEET, "name: dev,", `name: dev, ${settings},`);
}

describe("windowLengths", () => {
  accepts(windowLengths, {
    "the shortest and the longest window": ring("duration: 1 hour, cutoff: 0 hours").replace(
      "soak: 5 days",
      "duration: 1 day, cutoff: 23 hours",
    ),
  });
  rejects(windowLengths, {
    "a window of no time": [
      ring("duration: 0 hours"),
      ["11 rings[0].duration", "0 hours", "1 to 24 hours", "Write a length from `1 hour` to `24 hours`."],
    ],
    "a window of more than a day": [
      ring("duration: 2 days"),
      ["11 rings[0].duration", "48 hours", "1 to 24 hours", "Write a length from `1 hour` to `24 hours`."],
    ],
    "a cutoff that swallows its window": [
      ring("duration: 3 hours, cutoff: 3 hours"),
      [
        "11 rings[0].cutoff",
        "a cutoff of 3 hours in a window of 3 hours",
        "a cutoff shorter than its window",
        "Shorten the cutoff, such as `0 hours`, or lengthen the window.",
      ],
    ],
    "a short window with the default cutoff": [
      ring("duration: 1 hour"),
      [
        "11 rings[0].cutoff",
        "a cutoff of 1 hour in a window of 1 hour",
        "a cutoff shorter than its window",
        "Shorten the cutoff, such as `0 hours`, or lengthen the window.",
      ],
    ],
    "a group's own window that its ring's cutoff swallows": [
      replaced(
        ring("duration: 10 hours, cutoff: 5 hours"),
        "web: { ring: dev,",
        "web: { ring: dev, install: mondays 02:00, duration: 4 hours,",
      ),
      [
        "14 groups.web.cutoff",
        "a cutoff of 5 hours in a window of 4 hours",
        "a cutoff shorter than its window",
        "Shorten the cutoff, such as `0 hours`, or lengthen the window.",
      ],
    ],
    "restart windows of more than a day, or that their ring's cutoff swallows": [
      replaced(
        replaced(
          ring("duration: 6 hours, cutoff: 3 hours"),
          "web: { ring: dev,",
          "web: { ring: dev, rebootWindow: { at: mondays 02:00, duration: 2 hours },",
        ),
        "shop: { ring: prod,",
        "shop: { ring: prod, rebootWindow: { at: mondays 02:00, duration: 25 hours },",
      ),
      [
        "14 groups.web.rebootWindow.cutoff",
        "a cutoff of 3 hours in a window of 2 hours",
        "a cutoff shorter than its window",
        "Shorten the cutoff, such as `0 hours`, or lengthen the window.",
      ],
      ["15 groups.shop.rebootWindow.duration", "25 hours", "1 to 24 hours", "Write a length from `1 hour` to `24 hours`."],
    ],
  });
});
