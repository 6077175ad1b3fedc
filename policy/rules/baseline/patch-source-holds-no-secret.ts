import { familyOf } from "../../baseline/baseline";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { at, list, text } from "../../read";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "patch-source-holds-no-secret",
  concern: "baseline",
  description: "A patch source has no credentials in it, and for Ubuntu and Debian is one line.",
  why: "A baseline is readable for everybody who may read patch baselines, and is shared with other accounts as a parameter. And apt takes one line per source: of two, the second is not used.",
  remediation: "Let servers reach the source by network or by their own configuration, and give each line a source of its own.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.authenticators],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-alternative-source-repository.html",
  unless: "Never.",
  resource: BASELINE,
  needs: ["operatingSystem", "sources"],
  check: (baseline) =>
    list(baseline.props["sources"]).flatMap((source, index): readonly Finding[] => {
      const configuration = text(at(source, "configuration")) ?? "";
      const path = `sources.${index}.configuration`;
      if (SECRET.test(configuration))
        return [{ at: path, got: "a user name with a password, or a token", want: "a source that needs none" }];
      const lines = configuration.trim().split("\n").length;
      return familyOf(baseline) === "apt" && lines > 1 ? [{ at: path, got: `${lines} lines`, want: "one line" }] : [];
    }),
});

const SECRET = /:\/\/[^/\s@]+@|^\s*(?:password|passwd|sslclientkey|proxy_password|token)\s*=/im;
