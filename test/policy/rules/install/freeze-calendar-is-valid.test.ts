import rule from "fleet-patching-policy/rules/install/freeze-calendar-is-valid";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const CONTENT = "calendar.props.content";
const head = "BEGIN:VCALENDAR\r\nPRODID:-//AWS//Change Calendar 1.0//EN\r\nVERSION:2.0\r\n";
const event = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261215T000000Z\r\nDTEND:20270104T000000Z\r\nEND:VEVENT\r\n";

export const cases = testRule({
  rule,
  compliant: { calendar: guarded["calendar"]! },
  valid: [
    {
      name: "a calendar of exactly 64 KB",
      changes: [[CONTENT, `${head}X-CALENDAR-TYPE:DEFAULT_OPEN\r\n${"x".repeat(65_536 - 115)}\r\nEND:VCALENDAR`]],
    },
    { name: "an empty calendar that is open by default" },
    {
      name: "a calendar with an event",
      changes: [[CONTENT, `${head}X-CALENDAR-TYPE:DEFAULT_OPEN\r\n${event}END:VCALENDAR\r\n`]],
    },
    {
      name: "a calendar that is closed by default, where that is wanted",
      settings: { type: "DEFAULT_CLOSED" },
      changes: [[CONTENT, `${head}X-CALENDAR-TYPE:DEFAULT_CLOSED\r\nEND:VCALENDAR`]],
    },
    { name: "a document of another type", changes: [["calendar.props", { documentType: "Automation", content: "{}" }]] },
  ],
  invalid: [
    {
      name: "a calendar one byte too long",
      change: [CONTENT, `${head}X-CALENDAR-TYPE:DEFAULT_OPEN\r\n${"x".repeat(65_536 - 114)}\r\nEND:VCALENDAR`],
      finds: ["calendar, content: 65537 bytes"],
    },
    { name: "another format", change: ["calendar.props.documentFormat", "JSON"], finds: ["calendar, documentFormat: JSON"] },
    {
      name: "no format, which means JSON",
      change: ["calendar.props.documentFormat", undefined],
      finds: ["calendar, documentFormat: nothing"],
    },
    {
      name: "a calendar that is closed by default",
      change: [CONTENT, `${head}X-CALENDAR-TYPE:DEFAULT_CLOSED\r\nEND:VCALENDAR`],
      finds: ["calendar, content: X-CALENDAR-TYPE DEFAULT_CLOSED"],
    },
    {
      name: "a calendar that does not say",
      change: [CONTENT, `${head}END:VCALENDAR`],
      finds: ["calendar, content: X-CALENDAR-TYPE that is not written"],
    },
    {
      name: "text that is no calendar",
      change: [CONTENT, "X-CALENDAR-TYPE:DEFAULT_OPEN"],
      finds: ["calendar, content: text that is no iCalendar"],
    },
    {
      name: "a calendar that breaks off",
      change: [CONTENT, `${head}X-CALENDAR-TYPE:DEFAULT_OPEN\r\n${event}`],
      finds: ["calendar, content: text that is no iCalendar"],
    },
    {
      name: "an event that does not end",
      change: [CONTENT, `${head}X-CALENDAR-TYPE:DEFAULT_OPEN\r\nBEGIN:VEVENT\r\nEND:VCALENDAR`],
      finds: ["calendar, content: 1 events begun, 0 ended"],
    },
    {
      name: "a calendar of more than 64 KB",
      change: [CONTENT, `${head}X-CALENDAR-TYPE:DEFAULT_OPEN\r\n${"é".repeat(40_000)}\r\nEND:VCALENDAR`],
      finds: ["calendar, content: 80115 bytes"],
    },
    {
      name: "no content",
      change: [CONTENT, undefined],
      finds: ["calendar, content: X-CALENDAR-TYPE that is not written", "calendar, content: text that is no iCalendar"],
    },
  ],
});
