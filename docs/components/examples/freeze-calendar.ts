import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { FreezeCalendar } from "fleet-patching/components/aws";
import { changeCalendar } from "fleet-patching/fleet/schedule/change-calendar";
import { closedEvents } from "fleet-patching/fleet/schedule/closed-events";
import { parseFreeze } from "fleet-patching/fleet/schedule/parse-freeze";
import { parseWindowSchedule } from "fleet-patching/fleet/schedule/window-schedule";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

const freeze = parseFreeze({ name: "year-end", zone: "Europe/Paris", every: "12-20 to 01-03 each year" });
const schedule = parseWindowSchedule("sundays 02:00");
if (!freeze.ok || !schedule.ok) throw new pulumi.RunError("the freeze or the schedule cannot be read");

// The calendar closes a window's length before the freeze: it needs to know the window.
const ring = {
  name: "prod",
  soakHours: 0,
  windows: [{ key: "prod", schedule: schedule.value, zone: "Europe/Paris", durationHours: 4 }],
  freezes: [freeze.value],
};
const text = changeCalendar({ description: "When prod installs nothing", events: closedEvents(ring, [ring]) });
if (!text.ok) throw new pulumi.RunError("the calendar is larger than AWS takes");

const calendar = new FreezeCalendar(
  "freezes",
  { region: "eu-west-1", calendarName: "patching-calendar", text: text.value, tags: {} },
  { providers: [prod] },
);

export const calendarName = calendar.calendarName;
