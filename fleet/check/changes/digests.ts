import type { ChangeOrigin, Changes } from "../../changes";
import { manifestOf, type Patch } from "../../manifest";
import type { Path } from "../../problem";
import type { Fleet } from "../../schema/fleet-file";
import { inChange, type ChangeFinding } from "./change-finding";

function judge(change: ChangeOrigin, path: Path, patches: readonly Patch[], digest: string): ChangeFinding[] {
  const wanted = manifestOf(patches).digest;
  if (digest === wanted) return [];
  const got = `${digest}, the digest of another list`;
  const fix = "The list was changed after its digest. Undo that; or run `npx fleet check --fix`, and have the new list approved.";
  return inChange(change, [{ path, got, want: wanted, fix }]);
}

/** Lists of packages that are not what their digest says: somebody changed them since. */
export function digests(_fleet: Fleet, { approvals, releases }: Changes): ChangeFinding[] {
  return [
    ...approvals.flatMap((approval) =>
      approval.patches === undefined || approval.patches.length === 0 || approval.digest === undefined
        ? []
        : judge(approval, ["digest"], approval.patches, approval.digest),
    ),
    ...releases.flatMap((release) =>
      release.manifest === undefined
        ? []
        : judge(release, ["manifest", "digest"], release.manifest.patches, release.manifest.digest),
    ),
  ];
}
