/**
 * The physical names of everything that a fleet makes. Each begins with `fleet-`, so that guardrails and people can
 * tell them apart, and each is a function of keys of the fleet file alone.
 */
export const NAMES = {
  baseline: (baseline: string) => `fleet-${baseline}`,
  window: (window: string) => `fleet-${window}`,
  runbook: (group: string) => `fleet-install-${group}`,
  calendar: (ring: string) => `fleet-calendar-${ring}`,
  definition: (baseline: string) => `/fleet/baselines/${baseline}`,
  declared: (ring: string) => `/fleet/rings/${ring}/declared`,
  proved: (ring: string) => `/fleet/rings/${ring}/proved`,
  hybridRole: (hybrid: string) => `fleet-hybrid-${hybrid}`,
  share: "fleet",
  scan: "fleet-scan",
  updatersOff: "fleet-updaters-off",
  inventory: "fleet-inventory",
  windowRole: "fleet-window",
  runbookRole: "fleet-runbook",
  instanceRole: "fleet-instance",
  hostManagementRole: "fleet-host-management",
  nodePolicy: "fleet-node",
  logGroup: "/fleet/commands",
} as const;
