import { stringify } from "yaml";
import { z } from "zod";
import { closest } from "../closest";

const UNITS: Readonly<Record<string, string>> = { m: "minutes", min: "minutes", h: "hours", hr: "hours", d: "days", w: "weeks" };
const TRUTH: Readonly<Record<string, boolean>> = { yes: true, on: true, y: true, no: false, off: false, n: false };

function withUnit(text: string): unknown[] {
  const found = /^(\d{1,4}) ?([a-z]*)\.?$/iu.exec(text);
  if (!found) return [];
  const [, count = "", word = ""] = found;
  const short = word.toLowerCase();
  const unit = UNITS[short] ?? UNITS[short.replace(/s$/u, "")] ?? short;
  if (unit === "") return ["hours", "days", "minutes"].map((each) => `${count} ${each}`);
  if (unit.startsWith("week")) return [`${Number(count) * 7} days`];
  if (unit.startsWith("hour") && Number(count) % 24 === 0) return [`${count} ${unit}`, `${Number(count) / 24} days`];
  return [`${count} ${unit}`];
}

function otherSpellings(text: string): unknown[] {
  const trimmed = text.trim();
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})/u.exec(trimmed);
  const share = /^(\d{1,3}) ?(?:percent|pct|%)$/iu.exec(trimmed);
  const truth = TRUTH[trimmed.toLowerCase()];
  return [
    trimmed.toLowerCase(),
    trimmed.toUpperCase(),
    trimmed.toLowerCase().replaceAll(/[\s_]+/gu, "-"),
    trimmed.toUpperCase().replaceAll(/[\s-]+/gu, "_"),
    trimmed.replaceAll(/\s/gu, ""),
    ...(/^\d+$/u.test(trimmed) ? [Number(trimmed)] : []),
    ...(day ? [`${day[1]}-${day[2]?.padStart(2, "0")}-${day[3]?.padStart(2, "0")}`] : []),
    ...(share ? [`${share[1]} %`] : []),
    ...(truth === undefined ? [] : [truth]),
  ];
}

function candidates(value: unknown, written: string): unknown[] {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return [];
  const single = [...(typeof value === "string" ? [] : [written]), ...withUnit(written), ...otherSpellings(written)];
  const parts = written.split(",").map((part) => part.trim());
  return [...single, [value], [written], ...(parts.length > 1 ? [parts] : [])];
}

/** A value as it would be written in YAML. Text that YAML would take for something else is quoted. */
function inYaml(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim();
}

function options(schema: z.ZodType): string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

/**
 * What a person most likely meant, as it would be written in the file; two proposals when it can't be told which, none when
 * nothing is near. Each guess is tried on the schema itself, so what is proposed is never refused in turn.
 */
export function mended(schemas: readonly z.ZodType[], value: unknown, written: string): string[] {
  if (written.length > 200) return [];
  const fits = (candidate: unknown) => schemas.some((schema) => schema.safeParse(candidate).success);
  const found = candidates(value, written).filter(fits);
  if (found.length > 0)
    return found.slice(0, /^\d+$/u.test(written) && typeof found[0] === "string" && found[0] !== written ? 2 : 1).map(inYaml);
  const name = closest(written, schemas.flatMap(options));
  return name === undefined ? [] : [inYaml(name)];
}
