import { createHash, randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Properties } from "../api/finding";

/** Where something of the cloud lives: an account, and a region of it (`global` for services without regions). */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** One thing in the cloud, as the provider double keeps it. */
export interface Item {
  readonly id: string;
  /** The resource's type token. */
  readonly type: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/**
 * The cloud's memory: one file an item, under account, region and type. All stacks and processes of one harness share it.
 * A file appears, changes and goes in one step of the file system, so that a killed process leaves no half item and no lock.
 */
export class Store {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Adds an item; false when one with this id is there already. */
  add(place: Place, item: Item): boolean {
    const file = this.#file(place, item.type, item.id);
    const draft = this.#draft(file, item);
    try {
      linkSync(draft, file);
      return true;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
      throw error;
    } finally {
      rmSync(draft);
    }
  }

  /** Writes an item, whether it was there or not. */
  put(place: Place, item: Item): void {
    const file = this.#file(place, item.type, item.id);
    renameSync(this.#draft(file, item), file);
  }

  /** The item, or undefined when there is none. */
  get(place: Place, type: string, id: string): Item | undefined {
    const file = this.#file(place, type, id);
    return existsSync(file) ? readItem(file) : undefined;
  }

  /** Takes an item away; nothing happens when there is none. */
  remove(place: Place, type: string, id: string): void {
    rmSync(this.#file(place, type, id), { force: true });
  }

  /** All items of one type in one place, by id. */
  list(place: Place, type: string): Item[] {
    return itemsIn(join(this.directory, "items", place.account, place.region, folderName(type)));
  }

  /** Everything in the cloud with its place. */
  all(): { readonly place: Place; readonly item: Item }[] {
    const root = join(this.directory, "items");
    return names(root).flatMap((account) =>
      names(join(root, account)).flatMap((region) =>
        names(join(root, account, region)).flatMap((type) =>
          itemsIn(join(root, account, region, type)).map((item) => ({ place: { account, region }, item })),
        ),
      ),
    );
  }

  /** The next number of a counter: 1, 2, 3 …; each number is given once, whoever asks. */
  next(counter: string): number {
    const folder = join(this.directory, "counters", digest(counter));
    mkdirSync(folder, { recursive: true });
    for (let number = readdirSync(folder).length + 1; ; number++) {
      try {
        writeFileSync(join(folder, String(number)), "", { flag: "wx" });
        return number;
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      }
    }
  }

  #file(place: Place, type: string, id: string): string {
    return join(
      this.directory,
      "items",
      place.account,
      place.region,
      folderName(type),
      `${encodeURIComponent(id).slice(0, 120)}-${digest(id)}.json`,
    );
  }

  #draft(file: string, item: Item): string {
    mkdirSync(join(file, ".."), { recursive: true });
    mkdirSync(join(this.directory, "drafts"), { recursive: true });
    const draft = join(this.directory, "drafts", randomUUID());
    writeFileSync(draft, `${JSON.stringify(item, undefined, 1)}\n`);
    return draft;
  }
}

function itemsIn(folder: string): Item[] {
  return names(folder).map((name) => readItem(join(folder, name)));
}

function names(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

function readItem(file: string): Item {
  return JSON.parse(readFileSync(file, "utf8"));
}

function folderName(type: string): string {
  return type.replaceAll(/[:/]/gu, ".");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
