/**
 * The years over which what comes again is judged, in milliseconds since 1970: weekdays, leap years and the clocks' rules come round in
 * 28 years. Fixed, so that no clock is read; Morocco's clocks follow the moon and are judged as far as they are known.
 */
export const judgedYears = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2054, 0, 1) } as const;
