/** What one unit of something costs. */
export interface Price {
  readonly usd: number;
  /** What one unit is. */
  readonly unit: string;
  /** How many units a month cost nothing, per account. @default none */
  readonly free?: number;
  /** `documented`: AWS's own documents say so. `recalled`: from memory of the price list. */
  readonly known: "documented" | "recalled";
}

/** The day on which these prices were written down, and where: they differ by region and change without notice. */
export const PRICES_AS_OF = { date: "2026-11-20", region: "us-east-1", advice: "check the price list of your regions" } as const;

/**
 * The prices that an estimate takes: US dollars in us-east-1, without taxes and discounts.
 * @see facts: cost
 */
export const PRICES = {
  advancedParameter: { usd: 0.05, unit: "parameter-month", known: "documented" },
  parameterCall: { usd: 0.05 / 10_000, unit: "call", known: "documented" },
  advancedNode: { usd: 0.00695, unit: "node-hour", known: "recalled" },
  automationStep: { usd: 0.002, unit: "step", free: 100_000, known: "recalled" },
  storage: { usd: 0.023, unit: "GB-month", known: "recalled" },
  put: { usd: 0.005 / 1000, unit: "request", known: "recalled" },
  key: { usd: 1, unit: "key-month", known: "recalled" },
  athena: { usd: 0.005, unit: "GB read", known: "recalled" },
  logIngest: { usd: 0.5, unit: "GB", known: "recalled" },
  logStorage: { usd: 0.03, unit: "GB-month", known: "recalled" },
  transition: { usd: 0.025 / 1000, unit: "transition", free: 4000, known: "recalled" },
  event: { usd: 1 / 1_000_000, unit: "event", known: "recalled" },
  schedule: { usd: 1 / 1_000_000, unit: "invocation", free: 14_000_000, known: "recalled" },
  mail: { usd: 2 / 100_000, unit: "mail", free: 1000, known: "recalled" },
  alarm: { usd: 0.1, unit: "alarm-month", free: 10, known: "recalled" },
  finding: { usd: 0.00003, unit: "finding", free: 10_000, known: "recalled" },
} as const satisfies Readonly<Record<string, Price>>;
