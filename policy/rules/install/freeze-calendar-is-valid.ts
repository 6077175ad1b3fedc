import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { show, text } from "../../read";
import { DOCUMENT } from "../../vocabulary";

export default defineRule({
  name: "freeze-calendar-is-valid",
  concern: "install",
  description: "A change calendar is one that Systems Manager can read.",
  why: "Of a calendar that cannot be read nobody learns when changes are frozen. One that is closed by default turns every event round.",
  remediation: "Write iCalendar text of AWS's kind, at most 64 KB, with documentFormat TEXT, open by default.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/change-calendar-create.html",
  unless: "You want a calendar that is closed by default; then set `type`.",
  settings: {
    type: {
      schema: {
        type: "string",
        enum: ["DEFAULT_OPEN", "DEFAULT_CLOSED"],
        description: "What holds outside the calendar's events.",
      },
      fallback: "DEFAULT_OPEN",
    },
  },
  resource: DOCUMENT,
  needs: ["documentType"],
  check: ({ props }, { settings }) => {
    if (props["documentType"] !== "ChangeCalendar") return [];
    const content = text(props["content"]) ?? "";
    const findings: Finding[] = [];
    if (text(props["documentFormat"]) !== "TEXT")
      findings.push({ at: "documentFormat", got: show(props["documentFormat"]), want: "TEXT" });
    const type = /^X-CALENDAR-TYPE:(\w+)\s*$/m.exec(content)?.[1];
    if (type !== settings.type)
      findings.push({ at: "content", got: `X-CALENDAR-TYPE ${type ?? "that is not written"}`, want: settings.type });
    if (!content.startsWith("BEGIN:VCALENDAR") || !/END:VCALENDAR\s*$/.test(content)) {
      findings.push({ at: "content", got: "text that is no iCalendar", want: "BEGIN:VCALENDAR to END:VCALENDAR" });
    }
    const begun = content.match(/^BEGIN:VEVENT\s*$/gm)?.length ?? 0;
    const ended = content.match(/^END:VEVENT\s*$/gm)?.length ?? 0;
    if (begun !== ended) findings.push({ at: "content", got: `${begun} events begun, ${ended} ended`, want: "whole events" });
    const size = Buffer.byteLength(content);
    return size <= 65_536 ? findings : [...findings, { at: "content", got: `${size} bytes`, want: "at most 65536 bytes" }];
  },
});
