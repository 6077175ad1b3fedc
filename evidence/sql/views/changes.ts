import { KEY, keyOf, sameServer } from "../reading";
import type { View } from "../view";

const THING = [...KEY, "bare", "version"].join(", ");

/** The states of a patch that is on its server. */
const PRESENT = "('installed', 'installed other', 'pending reboot', 'rejected')";

/**
 * Everything that tells when something came onto a server, each time once, with the time from which on it was known: what an
 * item tells (source 1), what the inventory tells (2), what came to light as a difference (3). A first sight is no change.
 */
export const TOLD_CHANGES: View = {
  name: "told_changes",
  needs: ["items", "packages", "sights", "first_sights"],
  kept: "always",
  sql: () => `
  SELECT ${THING}, moment, min(source) AS source, min(known) AS known
  FROM (
    SELECT ${THING}, installedat AS moment, 1 AS source, installedat AS known
    FROM items WHERE kind = 'patch' AND installedat IS NOT NULL AND state IN ${PRESENT}
    UNION ALL
    SELECT ${THING}, installedat, 2, installedat FROM packages WHERE installedat IS NOT NULL
    UNION ALL
    SELECT ${keyOf("sights")}, sights.bare, sights.version, coalesce(sights.installedat, sights.seen), 3, sights.seen
    FROM sights INNER JOIN first_sights ON ${sameServer("sights", "first_sights")} AND first_sights.kind = sights.kind
    WHERE (sights.change = 'changed' OR (sights.change = 'appeared' AND sights.seen > first_sights.firstseen))
      AND (sights.kind = 'package' OR sights.state IN ${PRESENT})) AS told
  WHERE bare IS NOT NULL AND known IS NOT NULL
  GROUP BY ${THING}, moment`,
};
