/** What the clouds' clock shows, in milliseconds: the harness sets it, so that no test depends on the day on which it runs. */
export function clock(): number {
  return Date.parse(process.env["FLEET_CLOUD_NOW"] ?? new Date().toISOString());
}
