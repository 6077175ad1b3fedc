/** What is read of an error, whoever threw it: the AWS SDK, the network or the disk. */
export interface Thrown {
  /** The service's code, or the class of the error. */
  readonly name: string;
  /** The system's code, such as `ENOSPC`; empty when there is none. */
  readonly code: string;
  readonly message: string;
  /** The status of the answer; 0 when there was none. */
  readonly status: number;
  /** The headers of the answer. */
  readonly headers: Readonly<Record<string, string>>;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads an error of any kind. */
export function thrown(error: unknown): Thrown {
  const told = record(error);
  const response = record(error instanceof Error && "$response" in error ? error.$response : undefined);
  const metadata = record(told["$metadata"]);
  const headers = Object.entries(record(response["headers"])).map(([name, value]) => [name.toLowerCase(), text(value)]);
  return {
    name: error instanceof Error ? error.name : "",
    code: text(told["code"]),
    message: error instanceof Error ? error.message : String(error),
    status: typeof metadata["httpStatusCode"] === "number" ? metadata["httpStatusCode"] : 0,
    headers: Object.fromEntries(headers),
  };
}
