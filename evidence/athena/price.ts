/**
 * What Athena charges in US dollars for a terabyte that it read, in most regions.
 * @see https://aws.amazon.com/athena/pricing/
 */
export const PRICE = 5;

const MEGABYTE = 1024 ** 2;
const TERABYTE = 1024 ** 4;
/** No query is charged less than so much. */
const LEAST = 10 * MEGABYTE;

/** What reading so many bytes costs, in US dollars: whole megabytes, and at least ten. */
export function costOf(bytes: number, price: number): number {
  return (Math.max(LEAST, Math.ceil(bytes / MEGABYTE) * MEGABYTE) / TERABYTE) * price;
}

/** An amount as people read it: `0.0001 USD` and not `0.00`. */
export function dollars(amount: number): string {
  return `${amount < 0.0001 ? "less than 0.0001" : amount < 0.1 ? amount.toFixed(4) : amount.toFixed(2)} USD`;
}

/** A limit as the fleet file writes it, where a gigabyte is a thousand megabytes: `100 GB`, `2 TB`. */
export function limitText(bytes: number): string {
  const gigabytes = bytes / 1e9;
  return gigabytes < 1000 ? `${Number(gigabytes.toPrecision(3))} GB` : `${Number((gigabytes / 1000).toPrecision(3))} TB`;
}

/** Bytes as people read them, in the units in which Athena counts. */
export function bytesText(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  const unit = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** unit;
  return `${unit === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[unit]}`;
}
