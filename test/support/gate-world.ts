import { readFileSync } from "node:fs";
import path from "node:path";
import { gate, type GateAnswer } from "../../simulator/gate";
import { ROOT } from "./sources";

type Answer = string | { readonly error: string };

/** An object as a case has it. */
interface CaseObject {
  readonly error?: string;
  readonly checksum?: string;
  readonly versions?: number;
  readonly deletions?: number;
  readonly listed?: unknown;
}

/** A case of `gate-cases.json`. */
export interface GateCase {
  readonly name: string;
  readonly now?: string;
  readonly calendars?: Readonly<Record<string, Answer>>;
  readonly releases?: Readonly<Record<string, Answer>>;
  readonly proof?: Answer;
  readonly expires?: string;
  readonly manifest?: Readonly<Partial<Record<"key" | "digest" | "bucket" | "owner", string>>>;
  readonly objects?: Readonly<Record<string, CaseObject>>;
  readonly bucketOwner?: string;
  readonly bucketName?: string;
  readonly want: { readonly raises: string } | { readonly decision: string; readonly why: string };
}

interface GateCases {
  readonly now: string;
  readonly calendars: Readonly<Record<string, Answer>>;
  readonly releases: Readonly<Record<string, Answer>>;
  readonly manifest: Readonly<Record<"key" | "digest" | "bucket" | "owner", string>>;
  readonly cases: readonly GateCase[];
}

/** The cases on which every witness of the gate is tried. */
export const GATE_CASES: GateCases = JSON.parse(readFileSync(path.join(ROOT, "test/support/gate-cases.json"), "utf8"));

const ARN = "arn:aws:ssm:eu-west-1:222222222222:parameter";
const PROOF = `${ARN}/fleet/rings/prod/proof`;

function read(answer: Answer | undefined): string {
  if (typeof answer !== "string") throw new Error(`ClientError: ${answer?.error ?? "404"}`);
  return answer;
}

/** What the twin answers in a case; null where it raises. */
export function twinOf(given: Omit<GateCase, "want" | "name">): GateAnswer | null {
  const calendars = given.calendars ?? GATE_CASES.calendars;
  const releases = given.releases ?? GATE_CASES.releases;
  const told = given.manifest && { ...GATE_CASES.manifest, ...given.manifest };
  const bucketName = given.bucketName ?? GATE_CASES.manifest.bucket;
  const bucketOwner = given.bucketOwner ?? GATE_CASES.manifest.owner;
  try {
    return gate(
      {
        Calendars: Object.keys(calendars),
        Releases: Object.keys(releases).map((name) => ARN + name),
        Proved: given.proof === undefined ? "" : PROOF,
        Expires: given.expires ?? "",
        Manifest: told?.key ?? "",
        Bucket: told?.bucket ?? "",
        BucketOwner: told?.owner ?? "",
        Digest: told?.digest ?? "",
      },
      {
        now: Date.parse(given.now ?? GATE_CASES.now),
        calendarState: (name) => read(calendars[name]),
        parameter: (arn) => read(arn === PROOF ? given.proof : releases[arn.slice(ARN.length)]),
        object: (bucket, owner, key) => {
          const found = given.objects?.[key];
          const denied = bucket !== bucketName || owner !== bucketOwner || found === undefined || found.error !== undefined;
          if (denied || found.checksum === undefined || found.listed !== undefined) throw new Error("ClientError");
          return { checksum: found.checksum, versions: found.versions ?? 1, deletions: found.deletions ?? 0 };
        },
      },
    );
  } catch {
    return null;
  }
}
