/** Why a service did not do what was asked, as programs tell it apart. */
export type RefusalKind =
  | "cancelled"
  | "credentials"
  | "denied"
  | "disk"
  | "expired"
  | "failed"
  | "limit"
  | "missing"
  | "region"
  | "throttled"
  | "timeout"
  | "unreachable";

/** What a service or the disk refused: one line that says what, where and how to mend it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly kind: RefusalKind;
  readonly fix: string;

  /** @param what what was refused and where, without a full stop; @param fix what to do about it */
  constructor(kind: RefusalKind, what: string, fix: string, cause?: unknown) {
    super(`${what}: ${fix}`.replaceAll(/\s+/gu, " "), { cause });
    this.kind = kind;
    this.fix = fix;
  }
}
