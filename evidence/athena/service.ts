import { AthenaClient } from "@aws-sdk/client-athena";
import { again, type Patience } from "../aws/again";
import { quiet } from "../aws/quiet";
import { Refusal } from "../aws/refusal";
import { refused } from "../aws/refused";
import { thrown } from "../aws/thrown";
import { bytesText, limitText } from "./price";

/** Where Athena is asked. */
export interface Place {
  readonly region: string;
  readonly workgroup: string;
  readonly database: string;
  /** Another endpoint than AWS's own, such as that of a test. */
  readonly endpoint?: string | undefined;
}

/** What to allow: what the auditor's role may. */
const ALLOW =
  "use the role fleet-auditor, or allow athena:StartQueryExecution on the workgroup, and what the query reads and writes (Glue, S3, KMS)";

/** Where, as people read it. */
export const placeText = ({ workgroup, region }: Place): string => `athena ${workgroup} in ${region}`;

/** Athena, asked with patience, its errors in one line. */
export class Service {
  readonly place: Place;
  readonly #patience: Patience;
  readonly #client: AthenaClient;

  constructor(place: Place, patience: Patience) {
    this.place = place;
    this.#patience = patience;
    quiet();
    this.#client = new AthenaClient({
      region: place.region,
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
      ...(place.endpoint === undefined ? {} : { endpoint: place.endpoint }),
    });
  }

  /** Asks; the errors of the service are told as refusals. */
  async ask<T>(work: (client: AthenaClient) => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await again(() => work(this.#client), this.#patience, signal);
    } catch (error) {
      if (signal?.aborted === true) throw error;
      throw this.#missing(error) ?? refused(error, placeText(this.place), ALLOW);
    }
  }

  close(): void {
    this.#client.destroy();
  }

  #missing(error: unknown): Refusal | undefined {
    const { message } = thrown(error);
    if (!/workgroup.*(not found|not exist|does not exist)|(not found|no such).*workgroup/iu.test(message)) return undefined;
    return new Refusal(
      "missing",
      `${placeText(this.place)}: there is no such workgroup`,
      "apply central first (pulumi up), and look at the account of your credentials",
    );
  }
}

/** How a query ended that did not succeed. */
export interface Failed {
  readonly id: string;
  readonly state: string;
  readonly reason: string;
  /** What it had read by then, which is charged where it was cancelled. */
  readonly bytes: number;
  /** The most that the workgroup lets a query read, where that is known. */
  readonly limit: number | undefined;
}

/** What a query's failure says, as people can act on it. */
export function failedQuery(place: Place, question: string, { id, state, reason, bytes, limit }: Failed): Refusal {
  const where = `${placeText(place)}: the question ${question}`;
  if (/bytes scanned limit/iu.test(reason)) {
    const most = limit === undefined ? "its limit" : `its limit of ${limitText(limit)}`;
    return new Refusal(
      "limit",
      `${where} was stopped by the workgroup at ${most} a query, after it had read ${bytesText(bytes)}, which are charged`,
      "ask of one account (--account reads only its files), or raise `evidence: { scanLimit: … }` in the fleet file and apply central (pulumi up)",
    );
  }
  if (/access ?denied|not authorized|insufficient permissions|permission_denied|\bkms\b.*denied/iu.test(reason)) {
    return new Refusal("denied", `${where} was denied (${oneLine(reason)})`, ALLOW);
  }
  if (/(TABLE|SCHEMA|CATALOG)_NOT_FOUND|database.*(not found|does not exist)|table.*(not found|does not exist)/iu.test(reason)) {
    return new Refusal(
      "missing",
      `${where}: ${place.database} lacks a table (${oneLine(reason)})`,
      "apply central first (pulumi up)",
    );
  }
  if (/exhausted resources|too many stages|timed? ?out|timeout/iu.test(reason)) {
    return new Refusal(
      "timeout",
      `${where} was too much for Athena (${oneLine(reason)})`,
      "narrow it (--account, --group), or ask again later",
    );
  }
  if (state === "CANCELLED")
    return new Refusal("cancelled", `${where} was cancelled by somebody (query ${id})`, "repeat the command");
  return new Refusal("failed", `${where} failed (query ${id})`, oneLine(reason) || "look at it in Athena's console");
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim().slice(0, 300);
