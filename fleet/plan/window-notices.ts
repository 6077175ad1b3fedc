import { installWindows, type InstallWindow } from "../install-windows";
import { NAMES } from "../names";
import { placesOf } from "../places";
import { describeSchedule } from "../schedule/describe-schedule";
import { noticeBefore } from "../schedule/notice-before";
import { parseWindowSchedule } from "../schedule/window-schedule";
import type { Fleet } from "../schema/fleet-file";
import { ALL_CONTACTS, FLEET_EVENTS, FLEET_SOURCE } from "./alert-kinds";

/** What some contacts are told before a window: a schedule that puts an event on the fleet's bus. */
export interface WindowNoticePlan {
  /** Part of logical names: the window, and the group where it has contacts of its own. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** In the grammar of EventBridge Scheduler. */
  readonly expression: string;
  /** IANA. */
  readonly zone: string;
  readonly source: string;
  readonly type: string;
  /** The event's detail, JSON: text that people read, and whose contacts it is for. */
  readonly detail: string;
}

function hours(count: number): string {
  return count === 1 ? "1 hour" : `${count} hours`;
}

/** Where the groups of a window have servers: `nonprod/eu-west-1`, sorted. */
function placesIn(fleet: Fleet, groups: readonly string[]): string[] {
  const places = groups.flatMap((name) => {
    const group = fleet.groups[name];
    return group ? placesOf(fleet, group).map(({ account, region }) => `${account}/${region}`) : [];
  });
  return [...new Set(places)].toSorted();
}

/** More than this in one message is read by nobody. */
const MOST_NAMES = 20;

function some(names: readonly string[]): string {
  return names.length <= MOST_NAMES
    ? names.join(", ")
    : `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more`;
}

function noticeFor(fleet: Fleet, window: InstallWindow, groups: readonly string[], group: string | null): WindowNoticePlan[] {
  const schedule = parseWindowSchedule(window.install);
  const expression = schedule.ok ? noticeBefore(schedule.value) : null;
  if (!schedule.ok || expression === null || groups.length === 0) return [];
  const zone = schedule.value.kind === "cron" && schedule.value.utc ? "UTC" : window.zone;
  const detail = {
    contacts: group ?? ALL_CONTACTS,
    who: `${groups.length === 1 ? "group" : "groups"} ${some(groups)}`,
    when: `When: ${describeSchedule(schedule.value, window.zone)}, for ${hours(window.duration)} at most, if neither a freeze nor a hold stops it.`,
    where: `Where: ${some(placesIn(fleet, groups))}.`,
    hold: `To hold it: write hold (why, owner, until) on ring ${window.ring} in the fleet file, and apply central before it begins.`,
  };
  return [
    {
      key: group === null ? window.key : `${window.key}/${group}`,
      name: NAMES.notice(window.key, group),
      description: `Tells of window ${window.key} before it opens`,
      expression,
      zone,
      source: FLEET_SOURCE,
      type: FLEET_EVENTS.ahead,
      detail: JSON.stringify(detail),
    },
  ];
}

/** What is told before every window: to a group's own contacts about that group, to the fleet's about all others. */
export function windowNotices(fleet: Fleet): WindowNoticePlan[] {
  return installWindows(fleet).flatMap((window) => {
    const own = window.groups.filter((name) => fleet.groups[name]?.notify !== undefined);
    const others = window.groups.filter((name) => !own.includes(name));
    return [...noticeFor(fleet, window, others, null), ...own.flatMap((name) => noticeFor(fleet, window, [name], name))];
  });
}

/** The windows before which nobody can be told, by their name. */
export function untoldWindows(fleet: Fleet): InstallWindow[] {
  return installWindows(fleet).filter(({ install }) => {
    const schedule = parseWindowSchedule(install);
    return schedule.ok && noticeBefore(schedule.value) === null;
  });
}
