import { createInterface } from "node:readline/promises";
import ora from "ora";
import { createColors } from "picocolors";
import { problemText, type Problem } from "../fleet/problem";

/** Whether standard output is a terminal that wants colour. */
export const COLOUR = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;

const colours = createColors(COLOUR);
const errorColours = createColors(process.stderr.isTTY && process.env["NO_COLOR"] === undefined);

/** Says what a person asked for, on standard output. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Says a line beside the answer, on standard error. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Says one line of what went wrong, on standard error. */
export function failure(message: string): void {
  process.stderr.write(`${errorColours.red("error")} ${message}\n`);
}

/** Reports every problem at once on standard error and sets exit code 1. */
export function reportProblems(problems: readonly Problem[]): void {
  process.stderr.write(`${problems.map(problemText).join("\n\n")}\n\n`);
  failure(problems.length === 1 ? "1 problem" : `${problems.length} problems`);
  process.exitCode = 1;
}

/** Makes text bold on a terminal. */
export const bold = colours.bold;

/** Shows on standard error that work goes on, when it takes more than a second. */
export async function withProgress<T>(text: string, work: (say: (text: string) => void) => Promise<T>): Promise<T> {
  const spinner = ora({ text, stream: process.stderr, discardStdin: false, isSilent: !process.stderr.isTTY });
  const timer = setTimeout(() => spinner.start(), 1000);
  try {
    return await work((next) => {
      spinner.text = next;
    });
  } finally {
    clearTimeout(timer);
    spinner.stop();
  }
}

/** Shows what is about to happen and asks whether it may. Nothing but `yes` is a yes; without a terminal only `--yes` is. */
export async function confirmed(text: string, yes: boolean, signal: AbortSignal): Promise<boolean> {
  say(text);
  if (yes) return true;
  if (!process.stdin.isTTY) throw new Error("there is no terminal to ask: repeat the command with --yes");
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const left = new Promise<string>((gone) => {
    reader.once("close", () => gone(""));
    signal.addEventListener("abort", () => reader.close());
  });
  try {
    return (await Promise.race([reader.question("Type yes to go on: "), left])).trim() === "yes";
  } finally {
    reader.close();
  }
}
