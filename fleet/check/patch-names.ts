import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { familyOf, type Family } from "../systems";
import { everyBaseline } from "./every-rule";

type List = "approve" | "reject";
type Verdict = { readonly want: string; readonly fix: string } | null;

const KB = /^KB\d{5,8}$/u;
const BULLETIN = /^MS\d{2}-\d{3}$/u;
const ADVISORY = /^(CVE-\d{4}-\d+|[A-Z]{2,6}\d*[A-Z]*-\d{4}[:-].*|\d+)$/u;

function stars(patch: string): number {
  return patch.split("*").length - 1;
}

function windows(patch: string): Verdict {
  const upper = patch
    .trim()
    .toUpperCase()
    .replace(/^KB\s+/u, "KB");
  if (KB.test(patch) || BULLETIN.test(patch)) return null;
  const proposal = KB.test(upper) || BULLETIN.test(upper) ? upper : KB.test(`KB${upper}`) ? `KB${upper}` : undefined;
  const fix = proposal === undefined ? "Write the article's or bulletin's number." : `Write \`${proposal}\`.`;
  return { want: "an article such as KB5034441, or a bulletin such as MS17-010", fix };
}

function apt(patch: string): Verdict {
  const want = "a package's bare name, such as openssl, without version and architecture";
  if (/^(CVE|USN|DSA|DLA)-/iu.test(patch)) {
    return { want, fix: "Write the names of the packages that it mends: apt systems know no advisories here." };
  }
  const bare = patch.split(/[=:_\s]/u)[0]?.toLowerCase() ?? "";
  if (/^[a-z0-9*][a-z0-9+.*-]*$/u.test(patch)) return null;
  return { want, fix: /^[a-z0-9][a-z0-9+.*-]*$/u.test(bare) ? `Write \`${bare}\`.` : "Write the package's name." };
}

function zypper(patch: string): Verdict {
  const want = "a package's full name, or a name with one `*`";
  if (stars(patch) > 1 || /\s/u.test(patch)) return { want, fix: "Write one entry for each name, with one `*` at most." };
  return ADVISORY.test(patch) || KB.test(patch) ? { want, fix: "Write the names of the packages that it mends." } : null;
}

function rpm(patch: string, list: List): Verdict {
  const names = "a package's full name, or a name with one `*`";
  const want = list === "approve" ? `${names}, a CVE, an advisory or a Bugzilla number` : names;
  if (stars(patch) > 1 || /\s/u.test(patch)) return { want, fix: "Write one entry for each name, with one `*` at most." };
  if (KB.test(patch)) return { want, fix: "Write what this system calls the update: an article of Microsoft is for Windows." };
  if (list === "reject" && ADVISORY.test(patch)) {
    return { want, fix: "Write the names of the packages that it mends: a rejection knows no advisories." };
  }
  return null;
}

function macos(patch: string): Verdict {
  if (stars(patch) === 0 && !KB.test(patch)) return null;
  return { want: "an update's exact name, without `*`", fix: "Write one entry for each update." };
}

const JUDGES: Readonly<Record<Family, (patch: string, list: List) => Verdict>> = { apt, rpm, zypper, macos, windows };

/**
 * Entries of `approve` and `reject` that can never match anything on their baseline's system.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-approved-rejected-package-name-formats.html
 */
export function patchNames(fleet: Fleet): Finding[] {
  return everyBaseline(fleet).flatMap(({ path, baseline }) =>
    (["approve", "reject"] as const).flatMap((list) =>
      baseline[list].flatMap(({ patch }, place): Finding[] => {
        const verdict = JUDGES[familyOf(baseline.system)](patch, list);
        if (!verdict) return [];
        return [
          { path: [...path, list, place, "patch"], got: patch, want: `for ${baseline.system} ${verdict.want}`, fix: verdict.fix },
        ];
      }),
    ),
  );
}
