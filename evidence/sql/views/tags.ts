import { filled, READ } from "../reading";
import type { View } from "../view";

const KEYS = "('PatchGroup', 'Patch Group')";

/** The tags of each server, as far as they may name its group. */
export const TAGS: View = {
  name: "tags",
  needs: [],
  kept: "always",
  sql: () => `
  SELECT accountid, region, resourceid, ${filled("key")} AS tagkey, trim(value) AS tagvalue, capturetime
  FROM aws_tag
  WHERE ${READ}`,
};

/** The group that each server's tags name, and what is wrong about them. Without a fleet file either of AWS's two keys names it. */
export const TAGGED: View = {
  name: "tagged",
  needs: ["tags", "asked"],
  kept: "an instant",
  sql: () => `
  SELECT tags.accountid, tags.region, tags.resourceid,
    max(CASE WHEN tags.tagkey = asked.tagkey OR (asked.tagkey IS NULL AND tags.tagkey IN ${KEYS}) THEN nullif(tags.tagvalue, '') END) AS patchgroup,
    max(capturetime) AS captured,
    CASE
      WHEN sum(CASE WHEN tags.tagkey IS NULL OR tags.tagvalue IS NULL THEN 1 ELSE 0 END) > 0 THEN 'a tag without its key or value'
      WHEN count(DISTINCT CASE WHEN tags.tagkey IN ${KEYS} THEN tags.tagvalue END) > 1
        OR count(DISTINCT CASE WHEN tags.tagkey = asked.tagkey THEN tags.tagvalue END) > 1 THEN 'two groups by its tags'
    END AS wrong
  FROM tags CROSS JOIN asked
  GROUP BY tags.accountid, tags.region, tags.resourceid`,
};
