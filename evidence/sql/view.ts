import type { Dialect } from "./dialect";

/** A relation made of others, by name. */
export interface View {
  readonly name: string;
  /** The views and inputs that it reads; raw tables are not named. */
  readonly needs: readonly string[];
  /**
   * How long an engine may keep it as a table: `always` when it depends on the raw tables alone, `an instant` when it also
   * depends on the fleet and the instant that is asked for, and on nothing else that a person chooses.
   */
  readonly kept: "always" | "an instant" | "never";
  sql(dialect: Dialect): string;
}
