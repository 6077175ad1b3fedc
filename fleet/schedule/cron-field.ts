import type { Finding, Parsed } from "./finding";
import { parsed, refused } from "./finding";

/** One field of a cron expression: its name in messages, its range, and the names that stand for numbers. */
export interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const number = /^\d{1,4}$/;

function value(text: string, field: CronField): number | null {
  const named = field.names?.indexOf(text) ?? -1;
  const read = named >= 0 ? named + field.min : number.test(text) ? Number(text) : null;
  return read !== null && read >= field.min && read <= field.max ? read : null;
}

function wanted(field: CronField): string {
  const names = field.names === undefined ? "" : ` or ${field.names[0]} to ${field.names.at(-1)}`;
  return `${field.min} to ${field.max}${names}`;
}

function unreadable(item: string, field: CronField): Finding {
  return {
    got: `"${item}" as ${field.name}`,
    want: `${wanted(field)}, with , - * / between and after`,
    fix: `write ${field.name} as a value (${field.names?.[0] ?? field.min}), a list (a,b), a range (a-b), a step (a/n) or *`,
  };
}

function item(text: string, field: CronField): Parsed<readonly number[]> {
  const [span = "", step, ...more] = text.split("/");
  const [first = "", last, ...rest] = span.split("-");
  if (more.length > 0 || rest.length > 0) return refused(unreadable(text, field));
  const from = span === "*" ? field.min : value(first, field);
  const to = span === "*" || (last === undefined && step !== undefined) ? field.max : value(last ?? first, field);
  const by = step === undefined ? 1 : number.test(step) ? Number(step) : 0;
  if (from === null || to === null) return refused(unreadable(text, field));
  if (by < 1 || by > field.max) {
    return refused({
      got: `the step "${step}" in ${field.name}`,
      want: `a step from 1 to ${field.max}`,
      fix: `write ${field.name} as ${span}/${Math.min(field.max, 2)}, or without a step`,
    });
  }
  if (from > to) {
    return refused({
      got: `the range "${span}" in ${field.name}, which runs backwards`,
      want: "a range from the smaller to the larger value (AWS does not say what a backward one means)",
      fix:
        field.name === "hours"
          ? `write one hour (${first}): how long a window stays open is its duration`
          : `write it as a list of two ranges: ${first}-${field.names?.at(-1) ?? field.max},${field.names?.[0] ?? field.min}-${last}`,
    });
  }
  const values: number[] = [];
  for (let next = from; next <= to; next += by) values.push(next);
  return parsed(values);
}

/**
 * The values that one field of a cron expression names, sorted and without doubles.
 * Upper case is expected. `?`, `L`, `W` and `#` belong to the day fields and are not read here.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html
 */
export function parseCronField(text: string, field: CronField): Parsed<readonly number[]> {
  const values = new Set<number>();
  const findings: Finding[] = [];
  for (const part of text.split(",")) {
    const read = item(part, field);
    if (!read.ok) findings.push(...read.findings);
    else for (const each of read.value) values.add(each);
  }
  return findings.length > 0 ? refused(...findings) : parsed([...values].toSorted((a, b) => a - b));
}
