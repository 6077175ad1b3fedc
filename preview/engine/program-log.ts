/** One message that the program logged through `pulumi.log`; debug messages are not kept. */
export interface LogEntry {
  readonly severity: "info" | "warning" | "error";
  readonly message: string;
  /** The resource the message is about, where the program named one. */
  readonly urn?: string;
}
