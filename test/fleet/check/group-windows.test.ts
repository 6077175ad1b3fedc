import { groupWindows } from "../../../fleet/check/group-windows";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("groupWindows", () => {
  accepts(groupWindows, {
    "a group with a window of its own": replaced(
      SHARED_FLEET,
      "web: { ring: dev,",
      "web: { ring: dev, install: mondays 02:00, zone: Europe/Paris, duration: 6 hours, cutoff: 2 hours,",
    ),
  });
  rejects(groupWindows, {
    "settings of a window that the group does not have": [
      replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, zone: Europe/Paris, duration: 6 hours, cutoff: 2 hours,"),
      ...(["zone", "duration", "cutoff"] as const).map(
        (key) =>
          [
            `14 groups.web.${key}`,
            `\`${key}\` without \`install\``,
            "a window of the group's own",
            `Write \`${key}\` on ring dev, or add \`install:\` for a window of the group's own.`,
          ] as const,
      ),
    ],
  });
});
