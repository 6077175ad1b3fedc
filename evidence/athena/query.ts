import {
  GetQueryExecutionCommand,
  type QueryExecution,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from "@aws-sdk/client-athena";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../aws/refusal";
import { failedQuery, placeText, type Service } from "./service";

/** How a query is waited for. */
export interface Waiting {
  /** The first pause between looks in milliseconds; each is half as long again, up to five seconds. @default 250 */
  readonly firstPause: number;
  /** After how many seconds the query is cancelled. @default 1800, when Athena ends a query by itself */
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal | undefined;
  /** The most that the workgroup lets a query read in bytes, where that is known. */
  readonly limit?: number | undefined;
  /** Hears what the query does. */
  readonly tell: (what: string) => void;
}

/** A query that succeeded. */
export interface Ran {
  readonly id: string;
  readonly bytes: number;
}

const LONGEST_PAUSE = 5_000;
/** The longest text that Athena takes. @see https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html */
const LONGEST_TEXT = 262_144;

/** The first line of the text, by which a later report finds what this question read. */
export const marked = (question: string, sql: string): string => `-- fleet report: ${question}\n${sql}`;

/** Runs a query to its end. Whatever ends the waiting (a signal, the time, an error) also stops the query. */
export async function runQuery(service: Service, question: string, sql: string, waiting: Waiting): Promise<Ran> {
  const text = marked(question, sql);
  const where = `${placeText(service.place)}: the question ${question}`;
  if (Buffer.byteLength(text) > LONGEST_TEXT) {
    const size = `${where} is ${Buffer.byteLength(text)} bytes of SQL, and Athena takes ${LONGEST_TEXT}`;
    throw new Refusal("limit", size, "ask without --fleet, or of one --account: machines expected by name stand in the text");
  }
  if (isOver(waiting)) throw cancelled(where);
  const id = await start(service, text);
  try {
    return { id, bytes: await ended(service, question, id, waiting) };
  } catch (error) {
    if (error instanceof Refusal && !["timeout", "expired", "unreachable", "throttled"].includes(error.kind)) throw error;
    const stopped = await stop(service, id);
    if (error instanceof Refusal) throw error;
    if (!isOver(waiting)) throw error;
    throw cancelled(where, stopped ? "" : ` (but query ${id} could not be stopped, and may run on)`);
  }
}

const isOver = ({ signal }: Waiting): boolean => signal?.aborted === true;
const cancelled = (where: string, but = ""): Refusal =>
  new Refusal("cancelled", `${where} was cancelled${but}`, "repeat the command");

/** Not ended by a signal: a query that started has to be known, so that it can be stopped. Its token makes a repeated start the same. */
async function start(service: Service, text: string): Promise<string> {
  const { database, workgroup } = service.place;
  const command = new StartQueryExecutionCommand({
    QueryString: text,
    QueryExecutionContext: { Database: database },
    WorkGroup: workgroup,
    ClientRequestToken: randomUUID(),
  });
  const { QueryExecutionId: id } = await service.ask((client) => client.send(command));
  if (id === undefined) throw new Refusal("failed", `${placeText(service.place)}: no query was started`, "repeat the command");
  return id;
}

async function stop(service: Service, id: string): Promise<boolean> {
  try {
    await service.ask((client) => client.send(new StopQueryExecutionCommand({ QueryExecutionId: id })));
    return true;
  } catch {
    return false;
  }
}

async function ended(
  service: Service,
  question: string,
  id: string,
  { firstPause, timeoutSeconds, signal, limit, tell }: Waiting,
): Promise<number> {
  const from = performance.now();
  for (let wait = firstPause; ; wait = Math.min(LONGEST_PAUSE, wait * 1.5)) {
    const { QueryExecution: run } = await service.ask(
      (client) =>
        client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }), signal === undefined ? {} : { abortSignal: signal }),
      signal,
    );
    const seconds = (performance.now() - from) / 1000;
    const state = run?.Status?.State;
    const bytes = run?.Statistics?.DataScannedInBytes ?? 0;
    if (state === "SUCCEEDED") return bytes;
    if (state === "FAILED" || state === "CANCELLED")
      throw failedQuery(service.place, question, { id, state, reason: reasonOf(run), bytes, limit });
    if (seconds > timeoutSeconds) {
      const what = `${placeText(service.place)}: the question ${question} took longer than ${timeoutSeconds} seconds and was cancelled`;
      throw new Refusal("timeout", what, "narrow it (--account, --group), or ask again later");
    }
    tell(`${question}: ${state === "RUNNING" ? "Athena works on it" : "waits for its turn"} (${Math.round(seconds)} s)`);
    await pause(wait, undefined, signal === undefined ? {} : { signal });
  }
}

const reasonOf = (run: QueryExecution | undefined): string =>
  run?.Status?.StateChangeReason ?? run?.Status?.AthenaError?.ErrorMessage ?? "";
