import type { Freeze } from "../../../fleet/schedule/freeze";
import type { FreezeText } from "../../../fleet/schedule/parse-freeze";
import { parseFreeze } from "../../../fleet/schedule/parse-freeze";
import type { WindowSchedule } from "../../../fleet/schedule/schedule";
import { parseWindowSchedule } from "../../../fleet/schedule/window-schedule";

/** The schedule that a text of a test means; a test with another text is wrong. */
export function windowSchedule(text: string): WindowSchedule {
  const read = parseWindowSchedule(text);
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.findings)}`);
  return read.value;
}

/** Every time zone that this Node knows by its canonical name. */
export const zones: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** The freeze that a text of a test means; a test with another text is wrong. */
export function freeze(text: FreezeText): Freeze {
  const read = parseFreeze(text);
  if (!read.ok) throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(read.findings)}`);
  return read.value;
}
