import path from "node:path";
import { RequestError } from "../evidence/report/request";
import { didYouMean, listed } from "../fleet/closest";
import type { Plan } from "../fleet/plan";
import type { GroupPlan } from "../fleet/plan/group";

/** What a person typed for a review. Instants are RFC 3339 in UTC. */
export interface ReviewTyped {
  readonly group: string;
  readonly data?: string | undefined;
  readonly fleet: string;
  readonly asOf: string;
  readonly cve?: string | undefined;
  readonly urgent: boolean;
  readonly window?: string | undefined;
  readonly by?: string | undefined;
  readonly out?: string | undefined;
}

/** A review, checked as far as it can be without the evidence. */
export interface ReviewRequest extends Omit<ReviewTyped, "data" | "group" | "out" | "by" | "cve"> {
  readonly data: string;
  readonly group: GroupPlan;
  readonly cve: string | null;
  readonly by: string | null;
  /** The folder for the packet; the draft goes to `changes/approvals` in it. */
  readonly out: string;
  /** What the files are called, without their endings: also the approval's key. */
  readonly stem: string;
}

const LONGEST_NAME = 100;

/** Where the evidence is. Athena is left out: a packet is made from one machine's reading. */
export function checkedData(data: string | undefined): string {
  if (data === undefined || data === "") throw new RequestError("name the evidence: --data DIR or --data s3://bucket/prefix");
  if (data === "athena")
    throw new RequestError("--data athena: wanted a folder or s3://bucket/prefix, whose objects are read here");
  return data;
}

/** Who asks, as a file of changes takes it. */
export function checkedPerson(by: string | undefined): string | null {
  if (by === undefined) return null;
  if (by === "" || by.length > LONGEST_NAME || /[\p{Cc}{}]/u.test(by))
    throw new RequestError(`--by: wanted a name or a mail address of 1 to ${LONGEST_NAME} signs, on one line, without braces`);
  return by;
}

function reviewed(plan: Plan, name: string): GroupPlan {
  const group = plan.groups.find((each) => each.name === name || each.tag === name);
  const sensitive = plan.groups.filter((each) => each.sensitive).map((each) => each.name);
  const there = sensitive.length === 0 ? "no group of this fleet is under review" : `under review: ${listed(sensitive)}`;
  if (group === undefined) {
    const names = plan.groups.map((each) => each.name);
    throw new RequestError(`no group ${name}: ${didYouMean(name, names)}${there}`);
  }
  if (!group.sensitive)
    throw new RequestError(
      `${group.name} is not under review: it installs by schedule what its baselines approve (fleet report --question missing --group ${group.name} shows what it lacks); ${there}`,
    );
  return group;
}

function cveOf(typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const cve = typed.trim().toUpperCase();
  if (/^CVE-\d{4}-\d{4,}$/u.test(cve)) return cve;
  throw new RequestError(`--cve ${typed.slice(0, 40)}: wanted a CVE's id, such as CVE-2026-12345`);
}

/** Checks what a person typed for a review. Fails with one line that names what it got and what it wants. */
export function checkReview(typed: ReviewTyped, plan: Plan): ReviewRequest {
  const group = reviewed(plan, typed.group);
  const cve = cveOf(typed.cve);
  // An approval's file takes one more word, of letters and digits.
  const word = cve === null ? (typed.urgent ? "-urgent" : "") : `-${cve.toLowerCase().replaceAll("-", "")}`;
  return {
    ...typed,
    data: checkedData(typed.data),
    group,
    cve,
    by: checkedPerson(typed.by),
    out: typed.out ?? path.dirname(typed.fleet),
    stem: `${typed.asOf.slice(0, 10)}-${group.name}${word}`,
  };
}
