import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Row } from "../../evidence/record/question";

/** What Trino answered. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

const CHUNK = 2_000;

interface Waiting {
  readonly sql: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Trino, embedded in a Java process that answers as many statements at a time as there are cores. */
export class Trino {
  #process: ChildProcessWithoutNullStreams | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #said = "";

  /** Starts Java; the first statement waits until Trino is there. */
  start(): void {
    const classes = process.env["TRINO_CLASSES"];
    if (classes === undefined) throw new Error("run these tests by .ci/trino, which fetches Trino");
    const java = spawn(
      "java",
      ["-Xmx3g", "-Xss16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes, "TrinoLines"],
      { stdio: "pipe" },
    );
    java.stderr.on("data", (part: Buffer) => (this.#said = (this.#said + part.toString()).slice(-4_000)));
    java.once("exit", () => this.#end());
    createInterface({ input: java.stdout }).on("line", (line) => this.#hear(line));
    this.#process = java;
  }

  /** Runs one statement in a catalog, which is an empty one when it is new. */
  run(catalog: string, sql: string): Promise<Answer> {
    const java = this.#process;
    if (java === undefined) throw new Error("Trino is not started");
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      this.#waiting.set(id, { sql, resolve, reject });
      java.stdin.write(`${JSON.stringify({ id, catalog, sql })}\n`);
    });
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
    await this.run(catalog, `CREATE TABLE ${name} AS ${from(rows.slice(0, CHUNK))}`);
    for (let at = CHUNK; at < rows.length; at += CHUNK)
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

  #hear(line: string): void {
    const { id, error, ...answer }: Answer & { readonly id: number; readonly error?: string } = JSON.parse(line);
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(`Trino: ${error}\n${asked.sql}`));
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(`Trino ended: ${this.#said}`));
    this.#waiting.clear();
  }
}
