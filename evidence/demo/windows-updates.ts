import { DAY, HOUR } from "./instant";
import { pick, randomOf } from "./random";
import type { Catalogue, Update } from "./update";

const PRODUCTS: Readonly<Record<string, string>> = {
  "2016": "Windows Server 2016 for x64-based Systems",
  "2019": "Windows Server 2019 for x64-based Systems",
  "2022": "Microsoft server operating system version 21H2 for x64-based Systems",
};

/** What Microsoft publishes on a patch day: the title, and the first number of its articles. */
const KINDS = [
  { title: "Cumulative Update for", first: 5_041_000 },
  { title: "Cumulative Update for .NET Framework 3.5, 4.8 and 4.8.1 for", first: 5_042_300 },
  { title: "Servicing Stack Update for", first: 5_043_100 },
] as const;

/** The second Tuesday of a month at 17:00 UTC; months are counted from January 1970. */
function patchDay(month: number): number {
  const first = Date.UTC(1970, month, 1);
  const weekday = new Date(first).getUTCDay();
  return first + (((9 - weekday) % 7) + 7) * DAY + 17 * HOUR;
}

function monthOf(at: number): number {
  const date = new Date(at);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

const FIRST_MONTH = (2024 - 1970) * 12;

function updatesOf(month: number, product: string): Update[] {
  const name = PRODUCTS[product] ?? "Windows Server";
  return KINDS.map(({ title, first }, kind) => {
    const random = randomOf("kb", product, month, kind);
    const id = `KB${first + (month - FIRST_MONTH) * 1_870 + Number(product.slice(2)) * 7 + Math.floor(random() * 90)}`;
    const day = patchDay(month);
    return {
      id,
      name: id,
      version: "",
      was: "",
      title: `${new Date(day).toISOString().slice(0, 7)} ${title} ${name} (${id})`,
      architecture: "",
      classification: "SecurityUpdates",
      severity: kind === 2 ? "Unspecified" : pick(random, ["Critical", "Important", "Important", "Moderate"]),
      cves: "",
      released: day,
    };
  });
}

/** What Microsoft publishes for a Windows Server of some year, newest first: each month its own updates. */
export function windowsUpdates(product: string): Catalogue {
  const known = new Map<number, readonly Update[]>();
  return (at, count) => {
    const last = patchDay(monthOf(at)) <= at ? monthOf(at) : monthOf(at) - 1;
    const months = Array.from({ length: 16 }, (_, back) => last - back);
    const all = known.get(at) ?? months.flatMap((month) => updatesOf(month, product));
    known.set(at, all);
    return all.slice(0, Math.min(count, all.length));
  };
}
