import type { Notice } from "../fleet/plan/notices";

/** A notice as people read it. */
export function noticeText({ at, message }: Notice): string {
  return `  note  ${at}\n        ${message}`;
}
