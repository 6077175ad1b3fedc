import type { ModelledService } from "../prepare/service-models";
import { isStructure, unknownValue, type Finding } from "./finding";
import { serviceModel, wholeText, type ServiceModel, type Shape } from "./service-model";

/**
 * Judges one request by AWS's own model of the service: required members, types, enums, patterns, lengths in code points,
 * ranges, and members that do not exist. Values that are not known yet are left alone.
 *
 * @returns one finding for each constraint that AWS would refuse, with the member's path
 */
export function judgeRequest(service: ModelledService, operation: string, request: unknown): Finding[] {
  const model = serviceModel(service);
  const input = model.operations[operation]?.input?.shape;
  if (input === undefined) throw new Error(`${service} has no operation ${operation} with an input`);
  const findings: Finding[] = [];
  judge(model, input, request, "", (at, reason) => findings.push({ at, reason }));
  return findings;
}

type Report = (at: string, reason: string) => void;

function judge(model: ServiceModel, name: string, value: unknown, at: string, report: Report): void {
  const shape = model.shapes[name];
  if (shape === undefined) throw new Error(`no shape ${name} in ${model.metadata.serviceId}`);
  if (value === unknownValue || value === undefined) return;
  switch (shape.type) {
    case "structure":
      return judgeStructure(model, name, shape, value, at, report);
    case "list":
      return judgeList(model, shape, value, at, report);
    case "map":
      return judgeMap(model, shape, value, at, report);
    case "string":
      return judgeText(shape, value, at, report);
    case "blob":
      return typeof value === "string"
        ? judgeSize(shape, Buffer.byteLength(value), "length", at, report)
        : report(at, "must be text");
    case "integer":
    case "long":
      return Number.isInteger(value)
        ? judgeSize(shape, Number(value), "value", at, report)
        : report(at, "must be a whole number");
    case "float":
    case "double":
      return typeof value === "number" ? judgeSize(shape, value, "value", at, report) : report(at, "must be a number");
    case "boolean":
      return typeof value === "boolean" ? undefined : report(at, "must be true or false");
    case "timestamp":
      return judgeTime(value, at, report);
    default:
      throw new Error(`shape ${name} of ${model.metadata.serviceId} has a type this judge does not know: ${shape.type}`);
  }
}

function judgeStructure(model: ServiceModel, name: string, shape: Shape, value: unknown, at: string, report: Report): void {
  if (!isStructure(value)) return report(at, `must be a structure (${name})`);
  for (const [key, member] of Object.entries(value)) {
    const path = join(at, key);
    const known = shape.members?.[key];
    if (known === undefined) report(path, `is no member of ${name}`);
    else judge(model, known.shape, member, path, report);
  }
  for (const required of shape.required ?? []) {
    if (value[required] === undefined) report(join(at, required), "must not be null");
  }
}

function judgeList(model: ServiceModel, shape: Shape, value: unknown, at: string, report: Report): void {
  if (!Array.isArray(value)) return report(at, "must be a list");
  judgeSize(shape, value.length, "length", at, report);
  for (const [index, item] of value.entries()) judge(model, shape.member?.shape ?? "", item, `${at}.${index + 1}`, report);
}

function judgeMap(model: ServiceModel, shape: Shape, value: unknown, at: string, report: Report): void {
  if (!isStructure(value)) return report(at, "must be a map");
  judgeSize(shape, Object.keys(value).length, "length", at, report);
  for (const [key, item] of Object.entries(value)) {
    judge(model, shape.key?.shape ?? "", key, `${at}.${key}(key)`, report);
    judge(model, shape.value?.shape ?? "", item, join(at, key), report);
  }
}

function judgeText(shape: Shape, value: unknown, at: string, report: Report): void {
  if (typeof value !== "string") return report(at, "must be text");
  judgeSize(shape, codePoints(value), "length", at, report);
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    report(at, `failed to satisfy constraint: Member must satisfy enum value set: [${shape.enum.join(", ")}], got '${value}'`);
  }
  if (shape.pattern !== undefined && !wholeText(shape.pattern).test(value)) {
    report(at, `failed to satisfy constraint: Member must satisfy regular expression pattern: ${shape.pattern}, got '${value}'`);
  }
}

function judgeSize(shape: Shape, size: number, what: "length" | "value", at: string, report: Report): void {
  const have = what === "length" ? "have length " : "have value ";
  const constraint = `failed to satisfy constraint: Member must ${have}`;
  if (shape.min !== undefined && size < shape.min) report(at, `${constraint}greater than or equal to ${shape.min}, got ${size}`);
  if (shape.max !== undefined && size > shape.max) report(at, `${constraint}less than or equal to ${shape.max}, got ${size}`);
}

function judgeTime(value: unknown, at: string, report: Report): void {
  if (typeof value !== "string" || Number.isNaN(Date.parse(value))) report(at, `must be a time, got ${JSON.stringify(value)}`);
}

function join(at: string, key: string): string {
  return at === "" ? key : `${at}.${key}`;
}

// AWS counts code points, JavaScript counts UTF-16 units.
function codePoints(text: string): number {
  return Array.from(text).length;
}
