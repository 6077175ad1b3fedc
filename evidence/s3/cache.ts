import { again, PATIENCE, type Patience } from "../aws/again";
import { each } from "../aws/each";
import { Refusal } from "../aws/refusal";
import { refused } from "../aws/refused";
import { address, addressText, type Address } from "./address";
import { Bucket, type Listed } from "./bucket";
import { cacheFolder, userCache } from "./cache-folder";
import { Held } from "./held";
import { AT_ROOT, isFile, READ } from "./layout";

/** How far it is: objects listed; of those, how many must be fetched, and how many and how many bytes are. */
export interface CacheProgress {
  readonly listed: number;
  readonly toFetch: number;
  readonly fetched: number;
  readonly bytes: number;
}

/** How objects are brought here. */
export interface CacheOptions {
  /** Where caches are. @default the user's cache folder */
  readonly cache?: string;
  /** The region asked first. @default AWS_REGION, else us-east-1; the bucket's own is found */
  readonly region?: string;
  /** Another endpoint than AWS's own. */
  readonly endpoint?: string;
  /** Requests at once. @default 64 */
  readonly atOnce?: number;
  readonly patience?: Patience;
  readonly signal?: AbortSignal;
  /** Called after each page and each object. */
  readonly progress?: (progress: CacheProgress) => void;
}

/** The index is written after so many objects, so that a killed run need not begin again. */
const CHECKPOINT = 5_000;
const DEEPEST = 5;

/**
 * Brings the evidence below `s3://bucket/prefix` into a folder of the user's cache and answers with that folder, laid out
 * as the bucket is. Only objects whose ETag changed are fetched; files of objects that are gone are removed.
 *
 * @throws Refusal when it cannot; the cache stays sound, and what was fetched is not fetched again
 */
export async function cacheObjects(url: string, options: CacheOptions = {}): Promise<string> {
  const from = address(url);
  const { signal, patience = PATIENCE, atOnce = 64 } = options;
  const region = options.region ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"] ?? "us-east-1";
  const bucket = new Bucket(from, { region, endpoint: options.endpoint, patience, atOnce });
  try {
    const held = await Held.open(cacheFolder(options.cache ?? userCache(process.platform, process.env), from));
    await bucket.find(signal);
    await mirror(bucket, held, from, { ...options, patience, atOnce });
    return held.folder;
  } catch (error) {
    const where = addressText(from);
    if (signal?.aborted === true) {
      throw new Refusal("cancelled", `${where}: cancelled`, "repeat the command to go on; what was fetched is kept", error);
    }
    throw refused(
      error,
      where,
      `allow s3:ListBucket and s3:GetObject on it, and kms:Decrypt on its key (the role fleet-auditor may)`,
    );
  } finally {
    bucket.close();
  }
}

type Work = CacheOptions & { readonly patience: Patience; readonly atOnce: number };

async function mirror(bucket: Bucket, held: Held, from: Address, work: Work): Promise<void> {
  const listed = await list(bucket, from, work);
  if (listed.size === 0) {
    const what = `${addressText(from)}: no evidence there`;
    throw new Refusal("missing", what, "give the folder that a resource data sync writes to, with AWS:… folders in it");
  }
  try {
    await fetchChanged(bucket, held, from, listed, work);
    await held.keepOnly(new Set([...listed.keys()].map((key) => key.slice(from.prefix.length))));
  } finally {
    await held.keep();
  }
}

/** Every object that the questions read. Folders are listed at once, for a listing gives a thousand keys a request. */
async function list(bucket: Bucket, from: Address, { atOnce, signal, progress }: Work): Promise<Map<string, Listed>> {
  const found = new Map<string, Listed>();
  const roots = await dataFolders(bucket, from.prefix, DEEPEST, signal ?? new AbortController().signal);
  await each(roots, atOnce, signal, async (folder, signal) => {
    for await (const page of bucket.objects(folder, signal)) {
      for (const object of page) {
        if (isFile(object.key.slice(from.prefix.length))) found.set(object.key, object);
      }
      progress?.({ listed: found.size, toFetch: 0, fetched: 0, bytes: 0 });
    }
  });
  return found;
}

/** The folders of evidence at a place, or, where there are none, those further down: a sync may have a prefix of its own. */
async function dataFolders(bucket: Bucket, prefix: string, deepest: number, signal: AbortSignal): Promise<string[]> {
  const below = await bucket.folders(prefix, signal);
  if (below.some((folder) => AT_ROOT.has(folder.slice(prefix.length)))) return READ.map((folder) => prefix + folder);
  if (deepest === 0) return [];
  const further: string[] = [];
  for (const folder of below) further.push(...(await dataFolders(bucket, folder, deepest - 1, signal)));
  return further;
}

async function fetchChanged(bucket: Bucket, held: Held, from: Address, listed: Map<string, Listed>, work: Work): Promise<void> {
  const changed: string[] = [];
  await each(listed.values(), work.atOnce, work.signal, async ({ key, etag }) => {
    if (!(await held.has(key.slice(from.prefix.length), etag))) changed.push(key);
  });
  let [fetched, bytes] = [0, 0];
  await each(changed, work.atOnce, work.signal, async (key, signal) => {
    const size = await again(() => take(bucket, held, from, key, signal), work.patience, signal);
    // An object that went since the listing leaves no file.
    if (size === undefined) listed.delete(key);
    bytes += size ?? 0;
    fetched++;
    if (fetched % CHECKPOINT === 0) await held.keep();
    work.progress?.({ listed: listed.size, toFetch: changed.length, fetched, bytes });
  });
}

async function take(bucket: Bucket, held: Held, from: Address, key: string, signal: AbortSignal): Promise<number | undefined> {
  const content = await bucket.read(key, signal);
  if (content !== undefined) await held.take(key.slice(from.prefix.length), content, signal);
  return content?.size;
}
