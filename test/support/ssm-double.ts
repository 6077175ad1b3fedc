import { loopback, type Loopback } from "./loopback";

type Told = Readonly<Record<string, unknown>>;

/** What a request asks, by operation: `StartAutomationExecution` with its input. */
export interface SsmCall {
  readonly operation: string;
  readonly input: Told;
}

/** An error of the service: its code, its message and the status of the answer. */
export interface SsmFault {
  readonly code: string;
  readonly message?: string;
  readonly status?: number;
}

type Reply = Told | SsmFault;
const isFault = (reply: Reply): reply is SsmFault => typeof reply["code" as keyof Reply] === "string";

const identity = (account: string): string => `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
<GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/carla</Arn><UserId>AIDA</UserId><Account>${account}</Account></GetCallerIdentityResult>
<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;

const fault = ({ code, message = code }: SsmFault): string => `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;

/** Speaks the protocols of Systems Manager and of the token service: each operation answers as it is told. */
export class SsmDouble {
  readonly calls: SsmCall[] = [];
  /** Whose credentials these are, or why they are nobody's. */
  caller: string | SsmFault = "444444444444";
  /** What an operation answers, given its input and how often it was asked before. */
  readonly replies = new Map<string, (input: Told, times: number) => Reply>();
  #server: Loopback | undefined;

  async open(): Promise<void> {
    this.#server = await loopback((request, response, body) => {
      const target = request.headers["x-amz-target"];
      if (target === undefined) {
        this.calls.push({ operation: new URLSearchParams(body).get("Action") ?? "", input: {} });
        const { caller } = this;
        response.writeHead(typeof caller === "string" ? 200 : (caller.status ?? 403), { "content-type": "text/xml" });
        response.end(typeof caller === "string" ? identity(caller) : fault(caller));
        return;
      }
      const operation = String(target).replace("AmazonSSM.", "");
      const input: Told = JSON.parse(body);
      const reply = this.replies.get(operation)?.(input, this.asked(operation).length) ?? { code: "UnknownOperationException" };
      this.calls.push({ operation, input });
      const told = isFault(reply) ? { __type: reply.code, message: reply.message ?? reply.code } : reply;
      response.writeHead(isFault(reply) ? (reply.status ?? 400) : 200, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(told));
    });
  }

  get url(): string {
    return this.#server?.url ?? "";
  }

  /** The inputs with which an operation was asked. */
  asked(operation: string): readonly Told[] {
    return this.calls.filter((call) => call.operation === operation).map(({ input }) => input);
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }
}
