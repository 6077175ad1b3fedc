import type { Temporal } from "temporal-polyfill";

/** A time in which a change calendar is closed: once, between two instants, or again and again on the wall clock of a zone. */
export type ClosedEvent =
  | { readonly kind: "once"; readonly summary: string; readonly from: Temporal.Instant; readonly to: Temporal.Instant }
  | {
      readonly kind: "recurring";
      readonly summary: string;
      readonly zone: string;
      readonly from: Temporal.PlainDateTime;
      readonly to: Temporal.PlainDateTime;
      /** An RFC 5545 recurrence rule that the first occurrence obeys, such as `FREQ=MONTHLY;BYMONTHDAY=-3`. */
      readonly rule: string;
    };
