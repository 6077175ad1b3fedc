/** An instant as fleet files, changes and answers write it: RFC 3339 in UTC, to the second. `millis` counts from 1970. */
export function rfc3339(millis: number): string {
  return new Date(millis).toISOString().replace(/\.\d+Z$/u, "Z");
}
