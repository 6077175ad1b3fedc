import { createReadStream, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { RequestError } from "./request";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "no permission to write there",
  EPERM: "no permission to write there",
  EROFS: "that file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EISDIR: "that is a folder",
  ENOENT: "that folder is not there",
  ENOTDIR: "a part of its path is a file",
};

/** What went wrong with a file that is written, in one line. */
export function writeProblem(out: string, error: unknown): Error {
  if (error instanceof RequestError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  if (/no space left/iu.test(message)) return new RequestError(`${out} is not written: the disk is full`);
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

/**
 * Writes a file by way of a temporary one beside it, which is renamed when it is whole: there is never half a report. Without a
 * name it goes to standard output.
 */
export async function written(out: string | undefined, write: (file: string) => Promise<void>): Promise<void> {
  if (out === undefined) return printed(write);
  refuse(out);
  const temporary = path.join(path.dirname(path.resolve(out)), `.${path.basename(out)}.${process.pid}.part`);
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

async function printed(write: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-answer-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const file = path.join(folder, "answer");
    await write(file);
    await pipeline(createReadStream(file), process.stdout, { end: false });
  } catch (error) {
    throw writeProblem(folder, error);
  } finally {
    remove();
    process.off("exit", remove);
  }
}
