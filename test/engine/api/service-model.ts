import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serviceModelDirectory, type ModelledService } from "../prepare/service-models";

/** One shape of a service model: what botocore says a member of a request may be. */
export interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly union?: boolean;
}

/** A service's operations and shapes, as AWS publishes them. */
export interface ServiceModel {
  readonly metadata: { readonly serviceId: string };
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const loaded = new Map<ModelledService, ServiceModel>();

/** The model of one service, from the cache that `prepare` fills. */
export function serviceModel(service: ModelledService): ServiceModel {
  const known = loaded.get(service);
  if (known !== undefined) return known;
  const model: ServiceModel = JSON.parse(readFileSync(join(serviceModelDirectory, `${service}.json`), "utf8"));
  loaded.set(service, model);
  return model;
}

const compiled = new Map<string, RegExp>();

/** A model's pattern as a test of the whole text, the way AWS's services apply it. */
export function wholeText(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const expression = new RegExp(`^(?:${forUnicode(pattern)})$`, pattern.startsWith("(?i)") ? "usi" : "us");
  compiled.set(pattern, expression);
  return expression;
}

// The models' patterns are Java's: they escape more than JavaScript allows in Unicode mode, and know POSIX classes.
function forUnicode(pattern: string): string {
  return pattern
    .replace(/^\(\?i\)/u, "")
    .replaceAll("\\p{Alnum}", "a-zA-Z0-9")
    .replaceAll("\\p{Graph}", "\\x21-\\x7E")
    .replaceAll("\\p{Print}", "\\x20-\\x7E")
    .replaceAll("\\p{Space}", "\\s")
    .replaceAll("\\p{ASCII}", "\\x00-\\x7F")
    .replaceAll("[[:graph:]]", "[\\x21-\\x7E]")
    .replaceAll("[[:print:]]", "[\\x20-\\x7E]")
    .replaceAll("\\-", "\\x2D")
    .replaceAll(/(\\[wdsS])-(?!\])/gu, "$1\\x2D")
    .replaceAll(/\\([_:;,@#%&=!<>~"'` ])/gu, "$1");
}
