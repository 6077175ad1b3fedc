import type { RecordedResource } from "../engine/recorded-resource";
import { type Value, isList, isProperties, isSecret } from "../engine/value";

/** Shorter texts are not hidden: they would hide half of every message, and guessing them is no feat. */
const SHORTEST = 4;

/** All texts that are secret in a stack, longest first, so that one which holds another is hidden whole. */
export function secretTexts(resources: readonly RecordedResource[]): string[] {
  const texts = new Set<string>();
  for (const { inputs, outputs } of resources) {
    collect(inputs, false, texts);
    collect(outputs, false, texts);
  }
  return [...texts].toSorted((a, b) => b.length - a.length);
}

/** A message without the secrets that may stand in it: rules see secrets laid open. */
export function withoutSecrets(message: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, "[secret]"), message);
}

function collect(value: Value, secret: boolean, texts: Set<string>): void {
  if (isSecret(value)) {
    collect(value.$secret, true, texts);
  } else if (isList(value)) {
    for (const one of value) {
      collect(one, secret, texts);
    }
  } else if (isProperties(value)) {
    for (const one of Object.values(value)) {
      collect(one, secret, texts);
    }
  } else if (secret && typeof value === "string" && value.length >= SHORTEST) {
    texts.add(value);
  }
}
