import { filled, READ } from "../reading";
import type { View } from "../view";
import { platformOf, releaseOf } from "./platform";

/** What the agent says of each server: one line a server, with what is wrong about it. */
export const INSTANCES: View = {
  name: "instances",
  needs: [],
  kept: "always",
  sql: () => `
  SELECT accountid, region, resourceid,
    max(lower(trim(computername))) AS computername,
    max(platformname) AS platformname,
    max(platformversion) AS platformversion,
    max(${platformOf("lowername")}) AS platform,
    max(${releaseOf("lowername", "filledversion")}) AS version,
    max(CASE lowerstatus WHEN 'active' THEN 'active' WHEN 'connectionlost' THEN 'connection lost'
      WHEN 'connection lost' THEN 'connection lost' WHEN 'stopped' THEN 'stopped' WHEN 'terminated' THEN 'terminated' END) AS status,
    max(capturetime) AS captured,
    CASE
      WHEN max(CASE WHEN lowerstatus <> '' AND lowerstatus NOT IN
        ('active', 'connectionlost', 'connection lost', 'stopped', 'terminated') THEN 1 ELSE 0 END) = 1 THEN 'its state cannot be read'
      WHEN count(DISTINCT coalesce(platformname, '') || '|' || coalesce(platformversion, '') || '|' || coalesce(lowerstatus, ''))
        > 1 THEN 'two different records of the server'
    END AS wrong,
    max(file) AS file,
    count(*) AS lines
  FROM (
    SELECT accountid, region, resourceid, computername, platformname, platformversion, capturetime, file, lower(trim(platformname)) AS lowername,
      ${filled("platformversion")} AS filledversion, lower(trim(instancestatus)) AS lowerstatus
    FROM aws_instanceinformation
    WHERE ${READ}) AS told
  GROUP BY accountid, region, resourceid`,
};
