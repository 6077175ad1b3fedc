import rule from "fleet-patching-policy/rules/baseline/patch-source-holds-no-secret";
import { ubuntu } from "../../support/baselines";
import { changed } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const CONFIGURATION = "baseline.props.sources.0.configuration";
const secret = ["baseline, sources.0.configuration: a user name with a password, or a token"];

export const cases = testRule({
  rule,
  compliant: changed({ baseline: ubuntu }, [
    [
      "baseline.props.sources",
      [
        {
          name: "snapshot",
          products: ["Ubuntu22.04"],
          configuration: "deb https://snapshot.example/ubuntu/20261101T000000Z jammy-security main",
        },
      ],
    ],
  ]),
  valid: [
    { name: "one line without credentials" },
    { name: "a line that ends in a line break", changes: [[CONFIGURATION, "deb https://mirror.example jammy main\n"]] },
    {
      name: "several lines where a system takes them",
      changes: [
        ["baseline.props.operatingSystem", "AMAZON_LINUX_2023"],
        [CONFIGURATION, "[own]\nname=own\nbaseurl=https://mirror.example"],
      ],
    },
    { name: "no sources", changes: [["baseline.props.sources", undefined]] },
  ],
  invalid: [
    {
      name: "a user and a password in the address",
      change: [CONFIGURATION, "deb https://ana:secret@mirror.example jammy main"],
      finds: secret,
    },
    { name: "a token in the address", change: [CONFIGURATION, "deb https://ghp_token@mirror.example jammy main"], finds: secret },
    {
      name: "a password on a line of its own",
      change: [CONFIGURATION, "[own]\nbaseurl=https://mirror.example\npassword = secret"],
      finds: secret,
    },
    { name: "a client key", change: [CONFIGURATION, "sslclientkey=/etc/pki/key.pem"], finds: secret },
    {
      name: "two lines for Ubuntu",
      change: [CONFIGURATION, "deb https://a.example jammy main\ndeb https://b.example jammy main"],
      finds: ["baseline, sources.0.configuration: 2 lines"],
    },
    {
      name: "a second source with a password",
      change: ["baseline.props.sources.1", { name: "b", products: ["*"], configuration: "deb http://u:p@b.example jammy main" }],
      finds: ["baseline, sources.1.configuration: a user name with a password, or a token"],
    },
  ],
});
