import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided } from "../../finding";
import { harmlessSettings, installsOf } from "../../patching/operation";
import { ASSOCIATION } from "../../vocabulary";

export default defineRule({
  name: "association-does-not-install",
  concern: "install",
  description: "No association installs patches.",
  why: "An association runs at once when it is made or changed, and again on every new server: outside all windows, rings and freezes. To scan by an association is right.",
  remediation: "Set its Operation to Scan, and install from a window.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/state-manager-about.html",
  unless: "The servers are made anew from images and patched once at birth.",
  settings: harmlessSettings,
  resources: [ASSOCIATION],
  check: (stack, { settings }) =>
    installsOf(stack, settings.harmlessDocuments)
      .filter(({ by }) => by.type === ASSOCIATION)
      .map(({ by, at, does, document, why }) =>
        does === "install"
          ? about(by, at, `${document} that installs`, "an association that only scans")
          : undecided(by, at, `${document}: ${why ?? "it cannot be read"}`, "an association that only scans"),
      ),
});
