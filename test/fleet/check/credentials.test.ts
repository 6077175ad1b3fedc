import { expect } from "chai";
import { credentials } from "../../../fleet/check/credentials";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, judged, rejects } from "../../support/judged";

/** The small fleet with another baseline. */
function baseline(text: string): string {
  return replaced(SMALL_FLEET, "ubuntu: { system: UBUNTU, rules: [{ priority: [Required, Important] }] }", `ubuntu: { ${text} }`);
}

/** The small fleet with patch sources of these configurations, named one after another. */
function sources(system: string, ...configurations: readonly string[]): string {
  const entries = configurations.map(
    (text, place) => `{ name: source${place}, products: ["*"], configuration: ${JSON.stringify(text)} }`,
  );
  return baseline(`system: ${system}, rules: [{ product: ["*"] }], sources: [${entries.join(", ")}]`);
}

const SECRETS = {
  "baseurl=https://deploy:hunter2hunter2@repo.example.com/": "a user or password in an address",
  "baseurl=https://hunter2hunter2@repo.example.com/": "a user or password in an address",
  "password=hunter2hunter2": "a password",
  "proxy_password = hunter2hunter2": "a password",
  "username=hunter2hunter2": "a user's name for signing in",
  "baseurl=https://repo.example.com/?access_token=hunter2hunter2": "a token or key",
  "api-key: hunter2hunter2": "a token or key",
  "headers=Bearer hunter2hunter2hunter2": "an authorization",
  "baseurl=https://bucket.example.com/x?X-Amz-Signature=hunter2hunter2": "a signature in an address",
};

describe("credentials", () => {
  accepts(credentials, {
    "sources without secrets": sources(
      "SUSE",
      "[a]\nname=a\nbaseurl=https://repo.example.com/basic/passthrough/\ngpgkey=https://repo.example.com/RPM-GPG-KEY\nsslverify=1",
      "[b]\nbaseurl=https://repo.example.com/@scope/tokens/\nsslclientkey=/etc/pki/client.pem",
    ),
  });
  rejects(
    credentials,
    Object.fromEntries(
      Object.entries(SECRETS).map(([configuration, got]) => [
        `${got}: ${configuration}`,
        [
          sources("SUSE", `[a]\n${configuration}`),
          [
            "4 baselines.ubuntu.sources[0].configuration",
            got,
            "a source without credentials",
            "Use a repository that the network protects, or put the credentials on the servers, and renew the one that stood here.",
          ],
        ] as const,
      ]),
    ),
  );

  it("never shows the secret", () => {
    for (const configuration of Object.keys(SECRETS)) {
      const shown = JSON.stringify(judged(credentials, sources("SUSE", `[a]\n${configuration}`)));
      expect(shown).to.not.contain("hunter2");
    }
  });
});
