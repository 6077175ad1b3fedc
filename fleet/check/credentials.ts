import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { everyBaseline } from "./every-rule";

/** What gives a secret away, with what to call it: the secret itself is never shown. */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ["a user or password in an address", /\/\/[^\s/@]+@/u],
  ["a password", /pass(word|wd|phrase)?\s*[=:]\s*\S/iu],
  ["a user's name for signing in", /\b(user|login)(name)?\s*[=:]\s*\S/iu],
  ["a token or key", /(token|secret|api[_-]?key|access[_-]?key|credential)s?\s*[=:]\s*\S/iu],
  ["an authorization", /authorization\s*[:=]|\bbearer\s+[a-z0-9+/=._-]{16,}/iu],
  ["a signature in an address", /[?&](x-amz-signature|sig|signature)=/iu],
  ["an access key of AWS", /\b(AKIA|ASIA)[0-9A-Z]{16}\b/u],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY/u],
];

/** Secrets in patch sources: a definition is shared with every account, and shows up in previews, states and logs. */
export function credentials(fleet: Fleet): Finding[] {
  return everyBaseline(fleet).flatMap(({ path, baseline }) =>
    ("sources" in baseline ? baseline.sources : []).flatMap((source, place): Finding[] => {
      const sign = SIGNS.find(([, pattern]) => pattern.test(source.configuration));
      if (!sign) return [];
      return [
        {
          path: [...path, "sources", place, "configuration"],
          got: sign[0],
          want: "a source without credentials",
          fix: "Use a repository that the network protects, or put the credentials on the servers, and renew the one that stood here.",
        },
      ];
    }),
  );
}
