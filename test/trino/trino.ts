import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Row } from "../../evidence/record/question";

/** What Trino answered. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

const CHUNK = 2_000;

/** Trino, embedded in a Java process that answers one statement after another. */
export class Trino {
  #process: ChildProcessWithoutNullStreams | undefined;
  #lines: AsyncIterator<string> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #said = "";

  /** Starts Java; the first statement waits until Trino is there. */
  start(): void {
    const classes = process.env["TRINO_CLASSES"];
    if (classes === undefined) throw new Error("run these tests by .ci/trino, which fetches Trino");
    const java = spawn("java", ["-Xmx3g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes, "TrinoLines"], {
      stdio: "pipe",
    });
    java.stderr.on("data", (part: Buffer) => (this.#said = (this.#said + part.toString()).slice(-4_000)));
    this.#process = java;
    this.#lines = createInterface({ input: java.stdout })[Symbol.asyncIterator]();
  }

  /** Runs one statement in a catalog, which is an empty one when it is new. */
  run(catalog: string, sql: string): Promise<Answer> {
    const answered = this.#last.then(() => this.#ask(catalog, sql));
    this.#last = answered.catch(() => undefined);
    return answered;
  }

  /** The rows of a statement by column name, as the other engine answers them. */
  async rows(catalog: string, sql: string): Promise<Row[]> {
    const { columns, rows } = await this.run(catalog, sql);
    return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
  }

  /** Makes a table whose columns are all text. */
  async table(catalog: string, name: string, columns: readonly string[], rows: readonly Row[]): Promise<void> {
    const type = `ROW(${columns.map((column) => `"${column}" VARCHAR`).join(", ")})`;
    const from = (some: readonly Row[]) => {
      const lists = some.map((row) => columns.map((column) => (row[column] === null ? null : String(row[column]))));
      return `SELECT * FROM UNNEST(CAST(json_parse('${JSON.stringify(lists).replaceAll("'", "''")}') AS ARRAY(${type})))`;
    };
    await this.run(catalog, `CREATE TABLE ${name} AS ${from([])}`);
    for (let at = 0; at < rows.length; at += CHUNK)
      await this.run(catalog, `INSERT INTO ${name} ${from(rows.slice(at, at + CHUNK))}`);
  }

  async stop(): Promise<void> {
    const java = this.#process;
    if (java === undefined) return;
    const ended = new Promise((resolve) => {
      java.once("exit", resolve);
    });
    java.stdin.end();
    await ended;
  }

  async #ask(catalog: string, sql: string): Promise<Answer> {
    this.#process?.stdin.write(`${JSON.stringify({ catalog, sql })}\n`);
    const line = await this.#lines?.next();
    if (line === undefined || line.done === true) throw new Error(`Trino ended: ${this.#said}`);
    const told: Answer & { error?: string } = JSON.parse(line.value);
    if (told.error !== undefined) throw new Error(`Trino: ${told.error}\n${sql}`);
    return told;
  }
}
