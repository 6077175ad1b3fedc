/** A request that the cloud refuses, as a provider reports it. */
export class Refusal extends Error {
  /** AWS's or Azure's own name of the error, e.g. AlreadyExistsException; empty for the provider's own errors. */
  readonly code: string;
  readonly reason: string;

  constructor(code: string, reason: string) {
    super(code === "" ? reason : `${code}: ${reason}`);
    this.code = code;
    this.reason = reason;
  }

  /** The same refusal in the words of the AWS provider, e.g. for the operation `SSM: CreateDocument`. */
  inOperation(operation: string): Refusal {
    const request = "https response error StatusCode: 400, RequestID: 00000000-0000-4000-8000-000000000000";
    const refusal = new Refusal(this.code, this.reason);
    refusal.message = `operation error ${operation}, ${request}, ${this.code}: ${this.reason}`;
    return refusal;
  }
}
