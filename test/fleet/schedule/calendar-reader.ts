import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";

/** A closed time as a reader of the calendar sees it, in milliseconds. */
export interface Closed {
  readonly from: number;
  readonly to: number;
}

/**
 * How a reader takes an event that spans a change of the clocks: `wall` keeps its end on the wall clock, `exact` keeps its length.
 */
export type Reading = "wall" | "exact";

function plain(time: ICAL.Time): Temporal.PlainDateTime {
  const { year, month, day, hour, minute, second } = time;
  return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
}

/** Reads a change calendar back with ical.js and Temporal, both of which know nothing of the code that wrote it. */
export function readCalendar(text: string, reading: Reading, until: number, as?: string): readonly Closed[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").flatMap((component) => {
    const event = new ICAL.Event(component);
    const named = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
    const zone = named === undefined ? "UTC" : (as ?? named);
    const begin = plain(event.startDate);
    const length = begin.until(plain(event.endDate), { largestUnit: "hours" });
    const closed: Closed[] = [];
    const iterator = event.iterator();
    for (let next = event.isRecurring() ? iterator.next() : event.startDate; ; next = iterator.next()) {
      if (next === null) break;
      const from = plain(next).toZonedDateTime(zone);
      if (from.epochMilliseconds >= until) break;
      const to = reading === "exact" ? from.add(length) : plain(next).add(length).toZonedDateTime(zone);
      closed.push({ from: from.epochMilliseconds, to: to.epochMilliseconds });
      if (!event.isRecurring()) break;
    }
    return closed;
  });
}

/** Joins closed times that touch or overlap, in order. */
export function joined(closed: readonly Closed[]): readonly Closed[] {
  const result: Closed[] = [];
  for (const each of closed.toSorted((left, right) => left.from - right.from)) {
    const last = result.at(-1);
    if (last !== undefined && each.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, each.to) };
    else result.push(each);
  }
  return result;
}

/** What GetCalendarState would answer at an instant. */
export function stateAt(closed: readonly Closed[], at: number): "OPEN" | "CLOSED" {
  return closed.some((each) => each.from <= at && at < each.to) ? "CLOSED" : "OPEN";
}
