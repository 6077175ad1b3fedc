import { PATIENCE, type Patience } from "../aws/again";
import { Refusal } from "../aws/refusal";
import type { Choice, Evidence, Unreadable } from "../engine/evidence";
import { type Column, QUESTIONS, type Row } from "../record/question";
import type { Expected } from "../sql/inputs";
import { lakeQuestion } from "../sql/lake";
import { QUESTION_SQL } from "../sql/questions";
import type { QuestionSql } from "../sql/statement";
import { readAnswer } from "./answer";
import { estimate, scanLimit } from "./estimate";
import { PRICE } from "./price";
import { runQuery } from "./query";
import { scanText, type Scan } from "./scan";
import { placeText, Service } from "./service";

/** How Athena is asked. */
export interface AthenaOptions {
  readonly expected: Expected;
  /** The fleet's home region. */
  readonly region: string;
  /** @default fleet-evidence, as central names it */
  readonly workgroup?: string;
  /** @default fleet_evidence, as central names it */
  readonly database?: string;
  /** Another endpoint than AWS's own. */
  readonly endpoint?: string;
  /** US dollars for a terabyte read. @default 5, Athena's price in most regions */
  readonly price?: number;
  /** After how many seconds a question is given up and its query cancelled. @default 1800 */
  readonly timeoutSeconds?: number;
  readonly patience?: Patience;
  /** The first pause in milliseconds between looks at a query. @default 250 */
  readonly firstPause?: number;
  /** Ends what runs, and cancels the query in Athena. */
  readonly signal?: AbortSignal;
  /** Hears what is going on, for progress. */
  readonly tell?: (what: string) => void;
  /** Hears in a line what a scan will cost, and what it did cost. */
  readonly tellCost?: (line: string, scan: Scan) => void;
}

/** Every file with damage that leaves a row. Athena does not see what leaves none, such as an empty file. */
const UNREADABLE: QuestionSql = {
  name: "unreadable",
  needs: ["damage"],
  sql: () => `SELECT file AS "file", lines AS "lines", why AS "why" FROM damage ORDER BY file, why`,
};
const UNREADABLE_COLUMNS: readonly Column[] = [
  { name: "file", heading: "file", kind: "text" },
  { name: "lines", heading: "lines", kind: "count" },
  { name: "why", heading: "why", kind: "text" },
];

/** The evidence in the lake, asked through Athena: for fleets that outgrow one machine. Fails with a `Refusal`. */
export async function openAthena(options: AthenaOptions): Promise<Evidence> {
  const { region, workgroup = "fleet-evidence", database = "fleet_evidence", endpoint, signal, price = PRICE } = options;
  const service = new Service({ region, workgroup, database, endpoint }, options.patience ?? PATIENCE);
  const limit = await ending(signal, service, () => scanLimit(service, signal));
  const tell = options.tell ?? (() => undefined);
  const tellCost = (scan: Scan) => options.tellCost?.(scanText(scan, price), scan);

  const answer = async (query: QuestionSql, columns: readonly Column[], choice: Choice): Promise<Row[]> => {
    const { name } = query;
    const sql = lakeQuestion(database, { ...choice, expected: options.expected }, query);
    if (options.tellCost !== undefined)
      tellCost({ when: "before", question: name, estimate: await estimate(service, name, sql, signal), limit });
    const { firstPause = 250, timeoutSeconds = 1_800 } = options;
    const { id, bytes } = await runQuery(service, name, sql, { firstPause, timeoutSeconds, signal, limit, tell });
    tellCost({ when: "after", question: name, bytes });
    return readAnswer(service, id, columns, signal, (rows) => tell(`${name}: ${rows} rows`));
  };

  return {
    ask: (question, choice) => {
      const query = QUESTION_SQL.get(question);
      const columns = QUESTIONS.find(({ name }) => name === question)?.columns;
      if (query === undefined || columns === undefined)
        throw new Refusal("missing", `no question ${question}`, `there are ${[...QUESTION_SQL.keys()].join(", ")}`);
      return ending(signal, service, () => answer(query, columns, choice));
    },
    unreadable: async (): Promise<Unreadable[]> => {
      // Damage depends on the files alone, so that any instant will do.
      const rows = await ending(signal, service, () => answer(UNREADABLE, UNREADABLE_COLUMNS, { asOf: "1970-01-01T00:00:00Z" }));
      return rows.map(({ file, lines, why }) => ({ file: String(file), lines: Number(lines), why: String(why) }));
    },
    close: async () => service.close(),
  };
}

/** A signal ends whatever is asked at the moment, in one line like any other refusal. */
async function ending<T>(signal: AbortSignal | undefined, service: Service, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || signal?.aborted !== true) throw error;
    throw new Refusal("cancelled", `${placeText(service.place)}: cancelled`, "repeat the command", error);
  }
}
