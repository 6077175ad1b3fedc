import { CHANGES_SQL } from "./changes";
import { COVERAGE_SQL } from "./coverage";
import { MISSING_SQL } from "./missing";
import type { QuestionSql } from "./statement";

/** The SQL of every question, by name. */
export const QUESTION_SQL: ReadonlyMap<string, QuestionSql> = new Map(
  [COVERAGE_SQL, CHANGES_SQL, MISSING_SQL].map((question) => [question.name, question]),
);
