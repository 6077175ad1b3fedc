import { createHash } from "node:crypto";

/** One package or article of a manifest, exactly. */
export interface Patch {
  /** Linux: name and architecture, `openssl.amd64`. Windows: an article, `KB5034441`. */
  readonly id: string;
  /** Linux: with the exact version, `openssl.amd64:3.0.2-0ubuntu1.18`. Windows: none. */
  readonly title?: string | undefined;
}

/** An exact list of packages, named by the digest of its bytes. */
export interface Manifest {
  /** SHA-256 of the text's bytes in lower-case hexadecimal: what S3 checks, and part of the object's key. */
  readonly digest: string;
  /** The list as Patch Manager reads it. */
  readonly text: string;
  readonly patches: readonly Patch[];
}

function order(one: Patch, other: Patch): number {
  const [left, right] = [`${one.id} ${one.title ?? ""}`, `${other.id} ${other.title ?? ""}`];
  return left < right ? -1 : Number(left > right);
}

function lines({ id, title }: Patch): string {
  return `  - id: '${id}'\n${title === undefined ? "" : `    title: '${title}'\n`}`;
}

/**
 * The manifest of some packages: sorted by id and title, doubles removed, in exactly the form of an InstallOverrideList. The digest is
 * over the bytes that are uploaded, so that one comparison covers file, object and approval. Ids and titles hold no sign that YAML
 * would need escaped: the schema of changes sees to that.
 */
export function manifestOf(patches: readonly Patch[]): Manifest {
  const sorted = patches
    .map(({ id, title }): Patch => (title === undefined ? { id } : { id, title }))
    .toSorted(order)
    .filter((patch, place, all) => place === 0 || order(all[place - 1] ?? patch, patch) !== 0);
  const text = `patches:\n${sorted.map(lines).join("")}`;
  return { digest: createHash("sha256").update(text).digest("hex"), text, patches: sorted };
}
