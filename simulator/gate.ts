/** What the cloud answers a gate. What cannot be read is thrown. */
export interface GateView {
  /** Milliseconds since 1970. */
  readonly now: number;
  calendarState(name: string): string;
  /** A parameter's value, by ARN. */
  parameter(arn: string): string;
  /** What S3 says of an object: its SHA-256 in base64, and how many versions and delete markers its key has. */
  object(
    bucket: string,
    owner: string,
    key: string,
  ): { readonly checksum: string; readonly versions: number; readonly deletions: number };
}

/** What a gate is told, as its document passes it. */
export interface GateInput {
  readonly Calendars: readonly string[];
  readonly Releases: readonly string[];
  readonly Proved: string;
  readonly Expires: string;
  readonly Manifest: string;
  readonly Bucket: string;
  readonly BucketOwner: string;
  readonly Digest: string;
}

/** What a gate decides. */
export interface GateAnswer {
  readonly Decision: "open" | "held";
  readonly Why: string;
}

const UNTIL = "open until ";
const UNPROVED = " without proof";

function instant(text: string): number {
  const [, ...numbers] = /^(\d{4})-(\d{1,2})-(\d{1,2})T(\d{1,2}):(\d{1,2}):(\d{1,2})Z$/u.exec(text) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number);
  const millis = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (numbers.length === 0 || year === 0 || !exists) throw new Error(`ValueError: no instant: ${text}`);
  return millis;
}

function judgeCalendar(name: string, state: string): string | null {
  if (state === "OPEN") return null;
  if (state === "CLOSED") return `freeze: calendar ${name} is closed`;
  throw new Error(`ValueError: calendar ${name} answered ${state}`);
}

function judgeRelease(name: string, value: string, now: number): string | null {
  if (value.startsWith(UNTIL)) return now < instant(value.slice(UNTIL.length)) ? null : `release ${name} lapsed: ${value}`;
  if (value === "held" || value.startsWith("held ") || value.startsWith("held:")) return `release ${name}: ${value}`;
  throw new Error(`ValueError: release ${name} says ${value}`);
}

function judgeDeclared(name: string, value: string, now: number): { readonly held: string | null; readonly unproved: boolean } {
  if (value === "open") return { held: null, unproved: false };
  const bare = value.startsWith(UNTIL) && value.endsWith(UNPROVED) ? value.slice(0, -UNPROVED.length) : value;
  const held = judgeRelease(name, bare, now);
  return { held, unproved: held === null && bare !== value };
}

function judgeManifest({ Bucket, BucketOwner, Manifest, Digest }: GateInput, view: GateView): string | null {
  if (Manifest === "" && Digest === "") return null;
  if (Bucket === "" || BucketOwner === "" || !/^[0-9a-f]{64}$/u.test(Digest) || Manifest !== `manifests/${Digest}.yaml`)
    throw new Error(`ValueError: manifest ${Manifest} and digest ${Digest} do not belong together`);
  const { checksum, versions, deletions } = view.object(Bucket, BucketOwner, Manifest);
  if (checksum.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(checksum)) throw new Error(`Error: no checksum: ${checksum}`);
  if (Buffer.from(checksum, "base64").toString("hex") !== Digest)
    return `manifest ${Manifest} is not what was approved: its checksum is ${checksum}`;
  if (versions === 1 && deletions === 0) return null;
  return `manifest ${Manifest} was not written just once: ${versions} versions, ${deletions} deletions; approve a list that differs by an entry`;
}

const nameOf = (arn: string): string => arn.slice(arn.indexOf(":parameter") + ":parameter".length);

/** The gate's Python once more, in TypeScript: `.ci/runbooks` compares both on cases of chance. What cannot be read is thrown. */
export function gate(input: GateInput, view: GateView): GateAnswer {
  const { now } = view;
  if (input.Calendars.length === 0 || input.Releases.length === 0)
    throw new Error("ValueError: a gate without a calendar or a release decides nothing");
  const calendars = input.Calendars.map((name) => judgeCalendar(name, view.calendarState(name)));
  const declared = input.Releases.map((arn) => judgeDeclared(nameOf(arn), view.parameter(arn), now));
  const proof = input.Proved !== "" && !declared.every(({ unproved }) => unproved);
  const held = [
    ...calendars,
    ...declared.map((release) => release.held),
    proof ? judgeRelease(nameOf(input.Proved), view.parameter(input.Proved), now) : null,
    input.Expires === "" || now < instant(input.Expires) ? null : `approval expired ${input.Expires}`,
    judgeManifest(input, view),
  ].filter((reason) => reason !== null);
  if (held.length > 0) return { Decision: "held", Why: held.join("; ") };
  return { Decision: "open", Why: "calendar and release are open" };
}
