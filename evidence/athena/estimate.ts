import {
  BatchGetQueryExecutionCommand,
  GetTableMetadataCommand,
  GetWorkGroupCommand,
  ListQueryExecutionsCommand,
} from "@aws-sdk/client-athena";
import { marked } from "./query";
import type { Estimate } from "./scan";
import type { Service } from "./service";

/** What is told before a scan is a courtesy: whoever may not ask for it still gets the answer. */
async function known<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return undefined;
  }
}

/** The most that the workgroup lets one query read. */
export function scanLimit(service: Service, signal: AbortSignal | undefined): Promise<number | undefined> {
  const command = new GetWorkGroupCommand({ WorkGroup: service.place.workgroup });
  const asked = service.ask((client) => client.send(command), signal);
  return known(
    asked.then(({ WorkGroup: group }) => group?.Configuration?.BytesScannedCutoffPerQuery),
    signal,
  );
}

/** How much the question will read: what it read the last time, else what the statistics of its tables say, else nobody knows. */
export async function estimate(
  service: Service,
  question: string,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<Estimate | undefined> {
  return (await known(lastTime(service, question, signal), signal)) ?? (await known(bySize(service, sql, signal), signal));
}

async function lastTime(service: Service, question: string, signal: AbortSignal | undefined): Promise<Estimate | undefined> {
  const list = new ListQueryExecutionsCommand({ WorkGroup: service.place.workgroup, MaxResults: 50 });
  const { QueryExecutionIds: ids = [] } = await service.ask((client) => client.send(list), signal);
  if (ids.length === 0) return undefined;
  const get = new BatchGetQueryExecutionCommand({ QueryExecutionIds: ids });
  const { QueryExecutions: runs = [] } = await service.ask((client) => client.send(get), signal);
  const mark = marked(question, "");
  const [last] = runs
    .filter((run) => run.Query?.startsWith(mark) === true && run.Status?.State === "SUCCEEDED")
    .toSorted((a, b) => Number(b.Status?.SubmissionDateTime ?? 0) - Number(a.Status?.SubmissionDateTime ?? 0));
  const bytes = last?.Statistics?.DataScannedInBytes;
  const day = last?.Status?.SubmissionDateTime?.toISOString().slice(0, 10);
  return bytes === undefined || day === undefined ? undefined : { bytes, from: `as on ${day}` };
}

/** Only when every table of the question has statistics: a part would be a promise that the bill breaks. */
async function bySize(service: Service, sql: string, signal: AbortSignal | undefined): Promise<Estimate | undefined> {
  const { database } = service.place;
  const tables = [
    ...new Set([...sql.matchAll(/"(\w+)"\."(\w+)"/gu)].flatMap(([, , table]) => (table === undefined ? [] : [table]))),
  ];
  let bytes = 0;
  for (const table of tables) {
    const command = new GetTableMetadataCommand({ CatalogName: "AwsDataCatalog", DatabaseName: database, TableName: table });
    const { TableMetadata: metadata } = await service.ask((client) => client.send(command), signal);
    const size = Number(metadata?.Parameters?.["totalSize"] ?? metadata?.Parameters?.["sizeKey"] ?? Number.NaN);
    if (!Number.isFinite(size) || size < 0) return undefined;
    bytes += size;
  }
  return tables.length === 0 ? undefined : { bytes, from: "as the tables' statistics say" };
}
