import type { Evidence } from "../engine/evidence";
import { EvidenceError } from "../engine/evidence-error";
import { openFolder, type FolderEvidence } from "../engine/folder";
import type { Expected } from "../sql/inputs";

/** How evidence is opened, wherever it lies. */
export interface Opening {
  readonly expected: Expected;
  /**
   * Patches and packages of these patch groups only, by their tag's value, and no history; left out for all. Whoever asks must ask
   * of no other group, and of now.
   */
  readonly only?: readonly string[];
  /** The fleet's home region, where its lake is; null without a fleet file. */
  readonly home: string | null;
  /** Hears a line that a person should keep, such as what a scan costs. */
  readonly note: (line: string) => void;
  /** Hears what is going on. */
  readonly tell: (what: string) => void;
  /** Ends when a person breaks off. */
  readonly signal: AbortSignal;
}

/** Whether an engine gives columns, and writes files itself. */
export function hasColumns(evidence: Evidence): evidence is FolderEvidence {
  return "copy" in evidence;
}

async function openLake({ expected, home, tell, note, signal }: Opening): Promise<Evidence> {
  const region = home ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  if (region === undefined)
    throw new EvidenceError(
      "not readable",
      "--data athena: name the fleet file with --fleet, or the lake's region with AWS_REGION",
    );
  // Only here: who reads a folder needs no SDK of AWS.
  const { openAthena } = await import("../athena/open-athena.js");
  return openAthena({ expected, region, signal, tell, tellCost: note });
}

async function openBucket(data: string, { home, tell, signal, expected, only }: Opening): Promise<Evidence> {
  const { cacheObjects } = await import("../s3/cache.js");
  const folder = await cacheObjects(data, {
    signal,
    ...(home === null ? {} : { region: home }),
    progress: ({ listed, toFetch, fetched }) => tell(`${listed} objects, ${fetched} of ${toFetch} fetched`),
  });
  return openFolder(folder, { expected, only, tell, signal });
}

/** Opens what `--data` names: `athena`, a bucket, or a folder. Fails with one clear line. */
export async function openEvidence(data: string, opening: Opening): Promise<Evidence> {
  if (data === "athena") return openLake(opening);
  if (data.startsWith("s3://")) return openBucket(data, opening);
  if (/^[a-z0-9]+:\/\//iu.test(data))
    throw new EvidenceError("no folder", `--data ${data}: wanted a folder, s3://bucket/prefix or athena`);
  const { expected, only, tell, signal } = opening;
  return openFolder(data, { expected, only, tell, signal });
}
