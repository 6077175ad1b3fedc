import { writeFileSync } from "node:fs";
import { rfc3339 } from "../../fleet/schedule/rfc3339";
import type { Choice, Evidence } from "../engine/evidence";
import type { FolderEvidence } from "../engine/folder";
import type { Answer } from "../record/answer";
import { QUESTIONS } from "../record/question";
import { answerText, type Paint } from "./aligned";
import { hasColumns } from "./open-evidence";
import { render } from "./render";
import type { Report } from "./report";
import type { Request } from "./request";
import { writeRows } from "./rows";
import { summaryText } from "./summary";
import { written } from "./written";

/** A request, with what it leaves out in sentences. */
export type Narrowed = Request & Required<Pick<Report, "narrowed">>;

/** The most lines of an answer on a terminal. */
const MOST_LINES = 100;

/** How far back a page tells of changes when nobody says since when. */
const PAGE_DAYS = 30;

/** What the summary needs. */
const SUMMARY = ["coverage", "pending-reboot", "runs"];

/** A page cannot hold every package of every server: it has them for the one that was asked for. */
function questionsOf({ question, package: wanted }: Request): string[] {
  if (question !== undefined) return [...new Set(["coverage", question])];
  return QUESTIONS.map(({ name }) => name).filter((name) => name !== "packages" || wanted !== undefined);
}

const daysBefore = (instant: string, days: number): string => rfc3339(Date.parse(instant) - days * 86_400_000);

/** In columns where the engine has columns: an answer may have millions of rows. */
function answerTo(evidence: Evidence, question: string, choice: Choice): Promise<Answer> {
  return hasColumns(evidence) ? evidence.look(question, choice) : evidence.ask(question, choice);
}

type Choices = ReadonlyMap<string, Choice>;
type Answers = Record<string, Answer>;

/** One after the other: in Athena each of them costs money, and what comes after a refusal would cost it in vain. */
async function askInTurn(evidence: Evidence, choices: Choices, tell: (what: string) => void): Promise<Answers> {
  const answers: Answers = {};
  for (const [question, choice] of choices) {
    tell(`asking ${question}`);
    answers[question] = await evidence.ask(question, choice);
  }
  return answers;
}

/** All at once and in columns, so that no core waits for the end of another question. When one fails, none is left running. */
async function askAtOnce(evidence: FolderEvidence, choices: Choices, tell: (what: string) => void): Promise<Answers> {
  const waiting = new Set(choices.keys());
  const tellWaiting = (): void => tell(`asking ${[...waiting].join(", ")}`);
  tellWaiting();
  const asked = [...choices].map(async ([question, choice]) => {
    const answer = await evidence.look(question, choice);
    waiting.delete(question);
    if (waiting.size > 0) tellWaiting();
    return [question, answer] as const;
  });
  await Promise.allSettled(asked);
  return Object.fromEntries(await Promise.all(asked));
}

async function ask(
  evidence: Evidence,
  questions: readonly string[],
  choice: Choice,
  request: Narrowed,
  tell: (what: string) => void,
): Promise<Report> {
  const choiceOf = (question: string): Choice =>
    question === "changes" && question !== request.question
      ? { ...choice, since: choice.since ?? daysBefore(choice.asOf, PAGE_DAYS) }
      : choice;
  const choices = new Map(questions.map((question) => [question, choiceOf(question)]));
  const answers = await (hasColumns(evidence) ? askAtOnce(evidence, choices, tell) : askInTurn(evidence, choices, tell));
  const { asOf, fleet = null, narrowed } = request;
  return { asOf, fleet, narrowed, answers, unreadable: await evidence.unreadable() };
}

async function writeAnswer(
  evidence: Evidence,
  choice: Choice,
  request: Request,
  form: "csv" | "json" | "parquet",
): Promise<void> {
  const question = request.question ?? "coverage";
  await written(request.out, async (file) => {
    if (hasColumns(evidence)) return evidence.copy(question, choice, file, form);
    await writeRows(question, await evidence.ask(question, choice), file, form);
  });
}

async function textOf(
  evidence: Evidence,
  choice: Choice,
  request: Narrowed,
  paint: Paint,
  tell: (what: string) => void,
): Promise<string> {
  const chosen = QUESTIONS.find(({ name }) => name === request.question);
  if (!chosen) return summaryText(await ask(evidence, SUMMARY, choice, request, tell), paint);
  return `${paint.bold(chosen.asks)}\n\n${answerText(chosen.columns, await answerTo(evidence, chosen.name, choice), MOST_LINES, paint)}`;
}

/** Asks the evidence and puts out what was asked for, whole or not at all. */
export async function makeReport(
  evidence: Evidence,
  choice: Choice,
  request: Narrowed,
  paint: Paint,
  tell: (what: string) => void,
): Promise<void> {
  switch (request.format) {
    case "csv":
    case "json":
    case "parquet":
      return writeAnswer(evidence, choice, request, request.format);
    case "html":
    case "md": {
      const report = await ask(evidence, questionsOf(request), choice, request, tell);
      tell("drawing");
      const text = await render(report, request.format);
      return written(request.out, async (file) => writeFileSync(file, text));
    }
    case "text": {
      const text = await textOf(evidence, choice, request, paint, tell);
      return written(request.out, async (file) => writeFileSync(file, `${text}\n`));
    }
  }
}
