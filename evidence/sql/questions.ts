import { CHANGES_SQL } from "./changes";
import { COVERAGE_SQL } from "./coverage";
import { DRIFT_SQL } from "./drift";
import { ENDED_SQL } from "./ended";
import { FAILED_SQL } from "./failed";
import { INSTALLED_PLACES_SQL, INSTALLED_SQL, INSTALLED_SYSTEMS_SQL } from "./installed";
import { MISSING_SQL } from "./missing";
import { PACKAGES_SQL } from "./packages";
import { PENDING_REBOOT_SQL } from "./pending-reboot";
import { REVIEW_SQL } from "./review";
import { REVIEW_SERVERS_SQL } from "./review-servers";
import { RUNS_SQL } from "./runs";
import type { QuestionSql } from "./statement";
import { TREND_SQL } from "./trend";

/** What reviews and promotions ask: questions of programs, which no report shows. */
export const INTERNAL: readonly QuestionSql[] = [
  REVIEW_SQL,
  REVIEW_SERVERS_SQL,
  INSTALLED_SQL,
  INSTALLED_PLACES_SQL,
  INSTALLED_SYSTEMS_SQL,
];

/** The SQL of every question, by name. */
export const QUESTION_SQL: ReadonlyMap<string, QuestionSql> = new Map(
  [
    COVERAGE_SQL,
    CHANGES_SQL,
    PACKAGES_SQL,
    MISSING_SQL,
    FAILED_SQL,
    PENDING_REBOOT_SQL,
    RUNS_SQL,
    ENDED_SQL,
    TREND_SQL,
    DRIFT_SQL,
    ...INTERNAL,
  ].map((question) => [question.name, question]),
);
