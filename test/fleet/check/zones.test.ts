import { zones } from "../../../fleet/check/zones";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const WANT = "an IANA time zone, spelled exactly; short names such as PST or IST mean several";

describe("zones", () => {
  accepts(zones, { "zones by their IANA names": replaced(SHARED_FLEET, "name: dev,", "name: dev, zone: America/New_York,") });
  rejects(zones, {
    "zones that AWS would not know": [
      `${replaced(
        replaced(SHARED_FLEET, "name: dev,", "name: dev, zone: Europe/Pariss,"),
        "web: { ring: dev,",
        "web: { ring: dev, install: mondays 02:00, zone: PST, rebootWindow: { at: fridays 03:00, zone: Venus },",
      )}freezes: [{ name: fr, every: fridays, zone: Mars }]\n`,
      ["11 rings[0].zone", '"Europe/Pariss"', WANT, 'Did you mean "Europe/Paris"?'],
      ["14 groups.web.zone", '"PST"', WANT, "Write for example Europe/Paris or UTC."],
      ["14 groups.web.rebootWindow.zone", '"Venus"', WANT, "Write for example Europe/Paris or UTC."],
      ["16 freezes[0].zone", '"Mars"', WANT, "Write for example Europe/Paris or UTC."],
    ],
  });
});
