import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import path from "node:path";
import type { Answer } from "../record/answer";
import type { Cell, Row } from "../record/question";
import { toCell } from "./cell";
import { readColumns, type KnownWords } from "./columns";
import { inTurns } from "./turns";

/**
 * An embedded DuckDB in memory, which spills into a folder of its own what does not fit; both go when it is closed. What runs does
 * so one after the other; of answers, two are read at a time.
 */
export interface Database {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  /** An answer of many rows. Instants come as seconds, `UINTEGER`. */
  columns(sql: string): Promise<Answer>;
  close(): void;
}

/** How much memory the engine may take, where it spills what does not fit, and what ends it. */
export interface Limits {
  /** Bytes. @default 3 GB, or half of what the machine or the container has */
  readonly memory?: number;
  /** The folder for temporary files. */
  readonly temporary?: string;
  /** Ends what runs, and whatever is asked after that. */
  readonly signal?: AbortSignal;
}

/** Below 4 GB with what the process itself needs. */
const MEMORY = 3e9;
/** What a thread that reads JSON takes for its lines alone is a third of this: on a machine of many cores that would be all. */
const MEMORY_A_THREAD = 400e6;

/** How often whoever does not listen is told to end. */
const INTERRUPT_MILLIS = 50;

/** Half of what there is where that is little: whoever takes more is killed without a word, and what does not fit here spills. */
function memoryHere(): number {
  const limit = process.constrainedMemory();
  return Math.min(MEMORY, (limit > 0 ? Math.min(limit, totalmem()) : totalmem()) / 2);
}

/** As many threads as there are cores, and as have memory to work with. */
const threadsFor = (memory: number): number =>
  Math.min(availableParallelism(), Math.max(1, Math.floor(memory / MEMORY_A_THREAD)));

async function readRows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const result = await connection.stream(sql);
  const names = result.columnNames();
  const rows: Row[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return rows;
    const columns = names.map((_, at) => chunk.getColumnValues(at));
    for (let line = 0; line < chunk.rowCount; line++) {
      const row: Record<string, Cell> = {};
      for (const [at, name] of names.entries()) row[name] = toCell(columns[at]?.[line]);
      rows.push(row);
    }
  }
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return connection;
}

/** Opens a database in a temporary folder. It uses what is built into DuckDB: no extension is ever asked for. */
export async function openDatabase(limits: Limits = {}): Promise<Database> {
  const memory = limits.memory ?? memoryHere();
  const folder = mkdtempSync(path.join(limits.temporary ?? tmpdir(), "fleet-evidence-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: `${Math.round(memory / 1e6)}MB`,
      threads: String(threadsFor(memory)),
      temp_directory: path.join(folder, "spilled"),
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      preserve_insertion_order: "false",
    });
    // A connection has one answer at a time: of two at once, the first ends early, and nobody is told.
    const [running, ...reading] = [await connect(instance), await connect(instance), await connect(instance)];
    const [runsInTurn, readsInTurn] = [inTurns(running), inTurns(...reading)];
    const { signal } = limits;
    const interrupt = () => [running, ...reading].forEach((connection) => connection.interrupt());
    // What has not begun yet hears nothing: it is told until it has ended.
    let interrupting: NodeJS.Timeout | undefined;
    const stop = () => void (interrupting = setInterval(interrupt, INTERRUPT_MILLIS));
    signal?.addEventListener("abort", stop, { once: true });
    const unlessAborted = <T>(work: (connection: DuckDBConnection) => Promise<T>) => {
      return (connection: DuckDBConnection): Promise<T> => {
        signal?.throwIfAborted();
        return work(connection);
      };
    };
    const known: KnownWords = new Map();
    return {
      run: (sql) => runsInTurn(unlessAborted(async (connection) => void (await connection.run(sql)))),
      rows: (sql) => readsInTurn(unlessAborted((connection) => readRows(connection, sql))),
      columns: (sql) => readsInTurn(unlessAborted((connection) => readColumns(connection, sql, known))),
      close: () => {
        signal?.removeEventListener("abort", stop);
        clearInterval(interrupting);
        for (const connection of [running, ...reading]) connection.closeSync();
        instance.closeSync();
        remove();
        process.off("exit", remove);
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** How many rows a relation has. */
export async function countOf(database: Database, relation: string): Promise<number> {
  const [row] = await database.rows(`SELECT count(*) AS count FROM ${relation}`);
  return Number(row?.["count"] ?? 0);
}
