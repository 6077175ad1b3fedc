import { createReadStream, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { RequestError } from "./request";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "no permission to write there",
  EPERM: "no permission to write there",
  EROFS: "that file system is read-only",
  EISDIR: "that is a folder",
  ENOENT: "that folder is not there",
  ENOTDIR: "a part of its path is a file",
};

/** What went wrong with a file that is written, in one line. `by` is what names another place for it, if anything does. */
export function writeProblem(out: string, error: unknown, by = "--out"): Error {
  if (error instanceof RequestError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  if (/no space left/iu.test(message) || code === "ENOSPC" || code === "EDQUOT")
    return new RequestError(`${out} is not written: the disk is full: make room there, or write elsewhere${by && ` with ${by}`}`);
  if (/permission denied/iu.test(message)) return new RequestError(`${out} is not written: no permission to write there`);
  const reason = REASONS[code];
  return reason === undefined
    ? error instanceof Error
      ? error
      : new Error(message)
    : new RequestError(`${out} is not written: ${reason}`);
}

function refuse(out: string): void {
  const stat = statSync(out, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) throw new RequestError(`${out} is not written: that is a folder`);
  const folder = path.dirname(path.resolve(out));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new RequestError(`${out} is not written: there is no folder ${folder}`);
}

/** Says early that a file cannot be written, before hours go into what would stand in it. */
export function checkOut(out: string | undefined): void {
  if (out === undefined) return;
  try {
    refuse(out);
  } catch (error) {
    throw writeProblem(out, error);
  }
}

/** The file that becomes another one when it is whole. */
const partOf = (file: string): string =>
  path.join(path.dirname(path.resolve(file)), `.${path.basename(file)}.${process.pid}.part`);

/**
 * Writes a file by way of a temporary one beside it, which is renamed when it is whole: there is never half a report. Without a
 * name it goes to standard output.
 */
export async function written(out: string | undefined, write: (file: string) => Promise<void>): Promise<void> {
  if (out === undefined) return printed(write);
  refuse(out);
  const temporary = partOf(out);
  const remove = () => rmSync(temporary, { force: true });
  process.once("exit", remove);
  try {
    await write(temporary);
    renameSync(temporary, out);
  } catch (error) {
    remove();
    throw writeProblem(out, error);
  } finally {
    process.off("exit", remove);
  }
}

/** Writes several files, each whole or not at all, and none where there is no room for all of them. */
export function writeWhole(files: readonly { readonly file: string; readonly text: string }[]): void {
  const parts = files.map(({ file, text }) => ({ file, text, part: partOf(file) }));
  let current = "";
  try {
    for (const { file, text, part } of parts) {
      current = file;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(part, text);
    }
    for (const { file, part } of parts) renameSync(part, file);
  } catch (error) {
    for (const { part } of parts) rmSync(part, { force: true });
    throw writeProblem(current, error);
  }
}

async function printed(write: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-answer-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const file = path.join(folder, "answer");
    await write(file);
    await pipeline(createReadStream(file), process.stdout, { end: false });
  } catch (error) {
    throw writeProblem(folder, error, "TMPDIR");
  } finally {
    remove();
    process.off("exit", remove);
  }
}
