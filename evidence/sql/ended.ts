import { chosen, serverColumns, type QuestionSql } from "./statement";

/** Every server whose system had ended before the instant that is asked for. */
export const ENDED_SQL: QuestionSql = {
  name: "ended",
  needs: ["servers", "asked"],
  sql: () => `
SELECT ${serverColumns("servers")}, servers.patchgroup AS "group", servers.system AS "system", servers.endedon AS "since"
FROM servers CROSS JOIN asked
WHERE servers.ended AND ${chosen("servers")}
ORDER BY 1, 2, 3`,
};
