import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";

const BUFFER = 1 << 18;

/** Many files that grow by a line at a time, with little of any of them in memory. */
export interface LineFiles {
  add(name: string, line: string): void;
  /** Writes what is left and tells the names of all. */
  close(): string[];
}

/** Opens files of lines in a folder, each when its first line comes. */
export function lineFiles(folder: string): LineFiles {
  mkdirSync(folder, { recursive: true });
  const open = new Map<string, { readonly descriptor: number; parts: string[]; length: number }>();
  const flush = (file: { readonly descriptor: number; parts: string[]; length: number }) => {
    writeSync(file.descriptor, file.parts.join(""));
    file.parts = [];
    file.length = 0;
  };
  return {
    add(name, line) {
      const file = open.get(name) ?? { descriptor: openSync(path.join(folder, name), "w"), parts: [], length: 0 };
      open.set(name, file);
      file.parts.push(line, "\n");
      file.length += line.length;
      if (file.length > BUFFER) flush(file);
    },
    close() {
      for (const file of open.values()) {
        flush(file);
        closeSync(file.descriptor);
      }
      return [...open.keys()].toSorted();
    },
  };
}
