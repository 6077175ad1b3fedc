import { fitting, undotted } from "./fitting";

/** What EventBridge takes as the name of a rule, a schedule, a connection or an API destination. */
const EVENTS_NAME = 64;

const named = (what: string, of: string | null) => fitting(of === null ? `fleet-${what}` : `fleet-${what}-${of}`, EVENTS_NAME);

/**
 * The physical names of everything that a fleet makes. Each begins with `fleet-`, so that guardrails and people can
 * tell them apart, and each is a function of the fleet file alone.
 */
export const NAMES = {
  baseline: (baseline: string) => `fleet-${baseline}`,
  window: (window: string) => `fleet-${window}`,
  runbook: (group: string) => `fleet-install-${group}`,
  approvalWindow: (approval: string) => `fleet-approval-${approval}`,
  approvedRunbook: (approval: string, operation: string) => `fleet-${operation}-${approval}`,
  restart: (group: string) => `fleet-restart-${group}`,
  manifestBucket: (place: string) => `fleet-manifests-${place}`,
  urgentCalendar: (ring: string) => `fleet-calendar-${ring}-urgent`,
  calendar: (ring: string) => `fleet-calendar-${ring}`,
  definition: (baseline: string) => `/fleet/baselines/${baseline}`,
  declared: (ring: string) => `/fleet/rings/${ring}/declared`,
  proved: (ring: string) => `/fleet/rings/${ring}/proved`,
  hybridRole: (hybrid: string) => `fleet-hybrid-${hybrid}`,
  alertBus: "fleet",
  alertKey: "fleet-alerts",
  alertTopic: (group: string | null) => (group === null ? "fleet-alerts" : `fleet-alerts-${undotted(group)}`),
  alertRule: (kind: string, group: string | null) => named(kind, group),
  chat: (group: string | null) => named("chat", group),
  chatRole: "fleet-chat",
  notice: (window: string, group: string | null) => named(`notice-${window}`, group),
  noticeRole: "fleet-notice",
  forwardRule: (what: string) => `fleet-forward-${what}`,
  forwardRole: "fleet-forward",
  historyAlarm: (what: string) => `fleet-history-${what}`,
  evidenceBucket: (place: string) => `fleet-evidence-${place}`,
  evidenceLogBucket: (place: string) => `fleet-evidence-logs-${place}`,
  evidenceKey: "fleet-evidence",
  evidenceDatabase: "fleet_evidence",
  evidenceWorkgroup: "fleet-evidence",
  evidenceSync: "fleet-evidence",
  auditorRole: "fleet-auditor",
  history: "fleet-evidence-history",
  historySchedule: "fleet-evidence-history",
  historyRole: "fleet-evidence-history",
  historyScheduleRole: "fleet-evidence-schedule",
  historyLogGroup: "/fleet/evidence-history",
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
