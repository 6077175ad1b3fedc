import type { Finding } from "./finding";
import { editDistance } from "./near-miss";
import { isZone } from "./zone";

/** What is wrong with a time zone's name, with the nearest that exists; null when nothing is. */
export function zoneFinding(name: string): Finding | null {
  if (isZone(name)) return null;
  const low = name.trim().toLowerCase();
  const near = ["UTC", ...Intl.supportedValuesOf("timeZone")].find((zone) => {
    const other = zone.toLowerCase();
    return other === low || (low.length > 3 && (other.endsWith(`/${low.replaceAll(" ", "_")}`) || editDistance(other, low) <= 2));
  });
  return {
    got: `"${name}"`,
    want: "an IANA time zone, spelled exactly; short names such as PST or IST mean several",
    fix: near === undefined ? "write for example Europe/Paris or UTC" : `did you mean "${near}"?`,
  };
}
