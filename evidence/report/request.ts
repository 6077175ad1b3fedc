import path from "node:path";
import { QUESTIONS } from "../record/question";

/** In which form an answer goes out. `text` is the summary for a terminal. */
export const FORMATS = ["text", "html", "md", "csv", "json", "parquet"] as const;

/** One of them. */
export type Format = (typeof FORMATS)[number];

/** What a person typed, before anything is made of it. Instants are RFC 3339 in UTC. */
export interface Typed {
  readonly data?: string | undefined;
  readonly fleet?: string | undefined;
  readonly asOf: string;
  readonly question?: string | undefined;
  readonly group?: string | undefined;
  readonly account?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly package?: string | undefined;
  readonly format?: string | undefined;
  readonly json?: boolean | undefined;
  readonly out?: string | undefined;
}

/** What is asked for, checked. */
export interface Request extends Omit<Typed, "json" | "format" | "data"> {
  readonly data: string;
  readonly format: Format;
  /** Whether the evidence is that of a demo. */
  readonly madeUp?: boolean;
}

/** One clear line of what is wrong with a request. */
export class RequestError extends Error {}

const ENDINGS: Readonly<Record<string, Format>> = {
  ".html": "html",
  ".htm": "html",
  ".md": "md",
  ".csv": "csv",
  ".json": "json",
  ".parquet": "parquet",
};

function isFormat(text: string): text is Format {
  return FORMATS.some((format) => format === text && format !== "text");
}

function formatOf({ format, json, out, package: wanted, question }: Typed): Format {
  if (format !== undefined) {
    if (!isFormat(format)) throw new RequestError(`--format ${format}: wanted html, md, csv, json or parquet`);
    if (json === true && format !== "json") throw new RequestError(`--json and --format ${format}: choose one`);
    return format;
  }
  if (json === true) return "json";
  if (out === undefined) return "text";
  const ending = path.extname(out).toLowerCase();
  const found = ENDINGS[ending];
  if (found) return found;
  const asked = question ?? (wanted === undefined ? "" : "packages");
  throw new RequestError(
    `--out ${out}: its ending tells no format${asked ? ` for ${asked}` : ""}; end it in .html, .md, .csv, .json or .parquet, or give --format`,
  );
}

const NEAR_ENOUGH = 24;

/** Checks what a person typed. Throws a `RequestError` with one line that names the option, what it got and what it wants. */
export function checkRequest(typed: Typed): Request {
  const { data, question, group, account, since, until, asOf, out } = typed;
  if (data === undefined || data === "")
    throw new RequestError("name the evidence: --data DIR, --data s3://bucket/prefix or --data athena");
  if (question !== undefined && !QUESTIONS.some(({ name }) => name === question)) {
    throw new RequestError(
      `--question ${question.slice(0, NEAR_ENOUGH)}: no such question; there are ${QUESTIONS.map(({ name }) => name).join(", ")}`,
    );
  }
  if (group === "") throw new RequestError("--group is empty: wanted a group's name, or the value of its tag");
  if (account === "") throw new RequestError("--account is empty: wanted 12 digits, or an account's name in the fleet file");
  if (typed.package === "") throw new RequestError("--package is empty: wanted a package, a KB or a CVE");
  if (since !== undefined && until !== undefined && Date.parse(since) >= Date.parse(until))
    throw new RequestError(`--since ${since} is not before --until ${until}`);
  if (since !== undefined && Date.parse(since) > Date.parse(asOf))
    throw new RequestError(`--since ${since} is after --as-of ${asOf}`);
  const format = formatOf(typed);
  if (format === "parquet" && out === undefined) throw new RequestError("--format parquet writes a file: name it with --out");
  // A page has the package beside all else; an answer is of one question.
  const isAnswer = format !== "html" && format !== "md";
  return { ...typed, data, format, question: question ?? (isAnswer && typed.package !== undefined ? "packages" : undefined) };
}

/** The account's number: twelve digits, or a name in the fleet file. */
export function accountId(account: string | undefined, ids: ReadonlyMap<string, string>): string | undefined {
  if (account === undefined || /^\d{12}$/u.test(account)) return account;
  const id = ids.get(account);
  if (id !== undefined) return id;
  throw new RequestError(
    `--account ${account}: wanted 12 digits${ids.size > 0 ? `, or one of ${[...ids.keys()].join(", ")}` : ", or a name, with --fleet FILE"}`,
  );
}
