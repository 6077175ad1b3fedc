import { SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { again, PATIENCE, type Patience } from "../evidence/aws/again";
import { quiet } from "../evidence/aws/quiet";
import { Refusal } from "../evidence/aws/refusal";
import { refused } from "../evidence/aws/refused";
import { thrown } from "../evidence/aws/thrown";
import type { RunTarget } from "./run-target";

/** How AWS is reached. */
export interface Reach {
  /** Another endpoint than AWS's own, such as that of a test. */
  readonly endpoint?: string | undefined;
  readonly patience?: Patience | undefined;
}

const ALLOW =
  "allow your role ssm:StartAutomationExecution and ssm:GetAutomationExecution on fleet-* runbooks and iam:PassRole on fleet-runbook, and for a scan ssm:SendCommand and ssm:ListCommands";

/** Systems Manager in one account and region, asked with patience, its errors in one line. */
export class SystemsManager {
  readonly #target: RunTarget;
  readonly #reach: Reach;
  readonly #client: SSMClient;

  constructor(target: RunTarget, reach: Reach) {
    this.#target = target;
    this.#reach = reach;
    quiet();
    this.#client = new SSMClient(this.#settings());
  }

  /** Refuses credentials of another account: the same names may be there too. */
  async confirmAccount(): Promise<void> {
    const client = new STSClient(this.#settings());
    try {
      const { Account: found } = await this.#told(() => client.send(new GetCallerIdentityCommand({})));
      const { key, id } = this.#target.account;
      if (found !== id)
        throw new Refusal(
          "credentials",
          `these credentials are of account ${found ?? "nobody"}, and ${key} is ${id}`,
          "choose the profile of that account (AWS_PROFILE)",
        );
    } finally {
      client.destroy();
    }
  }

  /** Asks; the errors of the service are told as refusals. */
  ask<T>(work: (client: SSMClient) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#told(() => work(this.#client), signal);
  }

  close(): void {
    this.#client.destroy();
  }

  #settings() {
    const { endpoint } = this.#reach;
    return {
      region: this.#target.region,
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
      ...(endpoint === undefined ? {} : { endpoint }),
    };
  }

  async #told<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await again(work, this.#reach.patience ?? PATIENCE, signal);
    } catch (error) {
      if (signal?.aborted === true) throw error;
      throw this.#missing(error) ?? refused(error, this.#where(), ALLOW);
    }
  }

  #where(): string {
    return `Systems Manager in ${this.#target.region} of ${this.#target.account.key}`;
  }

  #missing(error: unknown): Refusal | undefined {
    const { name, message } = thrown(error);
    const { runbook, account } = this.#target;
    if (/^(AutomationDefinitionNotFound|AutomationDefinitionVersionNotFound|InvalidDocument)(Exception)?$/u.test(name))
      return new Refusal(
        "missing",
        `${this.#where()}: there is no runbook ${runbook ?? "AWS-RunPatchBaseline"}`,
        `apply the account's stack first (pulumi up --stack ${account.key})`,
        error,
      );
    if (name === "AutomationExecutionLimitExceededException")
      return new Refusal(
        "limit",
        `${this.#where()}: too many executions run already (${message})`,
        "wait until some have ended",
        error,
      );
    return undefined;
  }
}
