import type { Dialect } from "./dialect";

/** A relation made of others, by name. */
export interface View {
  readonly name: string;
  /** The views and inputs that it reads; raw tables are not named. */
  readonly needs: readonly string[];
  /** Depends on the raw tables alone, so that an engine may keep it. */
  readonly lasting: boolean;
  sql(dialect: Dialect): string;
}
