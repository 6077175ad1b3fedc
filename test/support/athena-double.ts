import { loopback, type Loopback } from "./loopback";

/** What a request asks, by operation: `StartQueryExecution` with its input. */
export interface AthenaCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** An error of the service: its code, its message and the status of the answer. */
export interface AthenaFault {
  readonly code: string;
  readonly message?: string;
  readonly status?: number;
}

type Reply = Readonly<Record<string, unknown>> | AthenaFault;
const isFault = (reply: Reply): reply is AthenaFault => typeof reply["code" as keyof Reply] === "string";

/** Speaks Athena's protocol: each operation answers as it is told. */
export class AthenaDouble {
  readonly calls: AthenaCall[] = [];
  /** What an operation answers, given its input and how often it was asked before. */
  readonly replies = new Map<string, (input: Readonly<Record<string, unknown>>, times: number) => Reply>();
  #server: Loopback | undefined;

  async open(): Promise<void> {
    this.#server = await loopback((request, response, body) => {
      const operation = String(request.headers["x-amz-target"] ?? "").replace("AmazonAthena.", "");
      const input: Readonly<Record<string, unknown>> = JSON.parse(body);
      const reply = this.replies.get(operation)?.(input, this.asked(operation).length) ?? { code: "UnknownOperationException" };
      this.calls.push({ operation, input });
      const told = isFault(reply) ? { __type: reply.code, message: reply.message ?? reply.code } : reply;
      response.writeHead(isFault(reply) ? (reply.status ?? 400) : 200, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(told));
    });
  }

  get url(): string {
    return this.#server?.url ?? "";
  }

  /** What was asked of an operation. */
  asked(operation: string): AthenaCall[] {
    return this.calls.filter((call) => call.operation === operation);
  }

  /** A query goes through states, one a look, and stays in the last. */
  states(...states: readonly Readonly<Record<string, unknown>>[]): void {
    this.replies.set("GetQueryExecution", (_, times) => ({
      QueryExecution: { Status: states[Math.min(times, states.length - 1)], Statistics: { DataScannedInBytes: 12_345_678 } },
    }));
  }

  /** The answer of a query, in pages of lines. */
  pages(...pages: readonly (readonly (readonly (string | null)[])[])[]): void {
    this.replies.set("GetQueryResults", ({ NextToken: token }) => {
      const at = Number(token ?? 0);
      const rows = (pages[at] ?? []).map((row) => ({ Data: row.map((cell) => (cell === null ? {} : { VarCharValue: cell })) }));
      return { ResultSet: { Rows: rows }, ...(at + 1 < pages.length ? { NextToken: String(at + 1) } : {}) };
    });
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }
}
