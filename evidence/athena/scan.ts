import { bytesText, costOf, dollars, limitText } from "./price";

/** What is known of a scan before it runs, and after. */
export type Scan =
  | {
      readonly when: "before";
      readonly question: string;
      /** What is expected and why; undefined when nobody can know before it ran. */
      readonly estimate: Estimate | undefined;
      /** The most that the workgroup lets one query read; undefined when it has no limit or does not tell. */
      readonly limit: number | undefined;
    }
  | { readonly when: "after"; readonly question: string; readonly bytes: number };

/** How much a query may read, and how that is known. */
export interface Estimate {
  readonly bytes: number;
  readonly from: string;
}

/** A scan in one line for people. */
export function scanText(scan: Scan, price: number): string {
  const amount = (bytes: number) => `${bytesText(bytes)} (${dollars(costOf(bytes, price))})`;
  if (scan.when === "after") return `${scan.question}: Athena read ${amount(scan.bytes)}`;
  const cost =
    scan.estimate === undefined ? "unknown until it ran" : `about ${amount(scan.estimate.bytes)}, ${scan.estimate.from}`;
  const limit =
    scan.limit === undefined
      ? "no limit of the workgroup is known"
      : `the workgroup stops it at ${limitText(scan.limit)} (${dollars(costOf(scan.limit, price))})`;
  return `${scan.question}: what Athena will read is ${cost}; ${limit}`;
}
