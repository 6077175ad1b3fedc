import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

/** What is known of a file in the cache: the object's ETag, and size and time by which a change behind our back is seen. */
const KNOWN = z.strictObject({ etag: z.string(), size: z.number(), changed: z.number() });
const INDEX = z.record(z.string(), KNOWN);
type Known = z.infer<typeof KNOWN>;

/** A body that ended before its length: cut by the network, to be fetched again. */
class Cut extends Error {
  readonly code = "CUT";
}

/**
 * What the cache holds, by object. Files are written beside and renamed into place, and the index is written after them:
 * whatever kills the process, a file is whole, and one whose ETag is not in the index is merely fetched again.
 */
export class Held {
  /** The folder that mirrors the objects. */
  readonly folder: string;
  readonly #root: string;
  readonly #known: Map<string, Known>;

  private constructor(root: string, known: Map<string, Known>) {
    this.#root = root;
    this.#known = known;
    this.folder = path.join(root, "objects");
  }

  /** Opens the cache below a folder, or begins one that only this user can read. */
  static async open(root: string): Promise<Held> {
    await mkdir(path.join(root, "objects"), { recursive: true, mode: 0o700 });
    await mkdir(path.join(root, "partial"), { recursive: true, mode: 0o700 });
    await sweep(path.join(root, "partial"));
    const text = await readFile(path.join(root, "index.json"), "utf8").catch(() => "{}");
    return new Held(root, new Map(Object.entries(parsed(text))));
  }

  /** Whether the object's content is here. The file itself is looked at, for a killed run may have changed it. */
  async has(key: string, etag: string): Promise<boolean> {
    const known = this.#known.get(key);
    if (known?.etag !== etag) return false;
    const found = await stat(this.#file(key)).catch(() => undefined);
    return found?.size === known.size && found.mtimeMs === known.changed;
  }

  /** Takes a content over, whole or not at all. */
  async take(key: string, content: { etag: string; size: number; body: Readable }, signal: AbortSignal): Promise<void> {
    const partial = path.join(this.#root, "partial", randomUUID());
    try {
      const file = createWriteStream(partial, { flags: "wx", mode: 0o600 });
      await pipeline(content.body, file, { signal });
      if (file.bytesWritten !== content.size) throw new Cut(`${key}: ${file.bytesWritten} bytes of ${content.size}`);
      const place = this.#file(key);
      const { mtimeMs: changed } = await stat(partial);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await rename(partial, place);
      this.#known.set(key, { etag: content.etag, size: content.size, changed });
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /** Removes every file that is none of these objects, a killed run's leftovers included. */
  async keepOnly(keys: ReadonlySet<string>): Promise<number> {
    let gone = 0;
    for (const key of this.#known.keys()) if (!keys.has(key)) this.#known.delete(key);
    for (const entry of await readdir(this.folder, { recursive: true, withFileTypes: true })) {
      const place = path.join(entry.parentPath, entry.name);
      const key = path.relative(this.folder, place).split(path.sep).join("/");
      if (entry.isDirectory() || keys.has(key)) continue;
      await rm(place, { force: true });
      gone++;
    }
    return gone;
  }

  /** Writes the index, whole or not at all. */
  async keep(): Promise<void> {
    const partial = path.join(this.#root, "partial", randomUUID());
    try {
      await writeFile(partial, JSON.stringify(Object.fromEntries(this.#known)), { flag: "wx", mode: 0o600 });
      await rename(partial, path.join(this.#root, "index.json"));
    } finally {
      await rm(partial, { force: true });
    }
  }

  #file(key: string): string {
    return path.join(this.folder, ...key.split("/"));
  }
}

/** Removes what killed runs left half written; what is younger than a day may be another run's. */
async function sweep(folder: string): Promise<void> {
  const old = Date.now() - 86_400_000;
  for (const name of await readdir(folder)) {
    const place = path.join(folder, name);
    const found = await stat(place).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < old) await rm(place, { force: true });
  }
}

/** An index that cannot be read is no index: everything is fetched again. */
function parsed(text: string): Readonly<Record<string, Known>> {
  try {
    return INDEX.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
