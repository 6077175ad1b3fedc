import type { Properties } from "./value";
import { encode, encodeProperties } from "./wire";

/** The gRPC status codes that the SDK tells apart. */
export const REPLY_CODE = { unknown: 2, unimplemented: 12, unavailable: 14 } as const;

/** An error as the SDK's gRPC client would hand it over. */
export interface ReplyError {
  readonly code: number;
  readonly details: string;
  readonly message: string;
}

/** How a call is answered: with an error, or with null and the response. */
export type Reply<T> = (error: ReplyError | null, response?: T) => void;

/** The response to a registration or a read, with the getters of the generated message that the SDK reads. */
export interface Answer {
  getUrn(): string;
  getId(): string;
  getObject(): { toJavaScript(): object };
  getProperties(): { toJavaScript(): object };
  getPropertydependenciesMap(): undefined;
  getResult(): number;
}

const SUCCESS = 0;

/** The response that gives a program its resource; an unknown id is "". */
export function answerOf(urn: string, id: string, outputs: Properties): Answer {
  const object = { toJavaScript: () => encodeProperties(outputs) };
  return {
    getUrn: () => urn,
    getId: () => id,
    getObject: () => object,
    getProperties: () => object,
    getPropertydependenciesMap: () => undefined,
    getResult: () => SUCCESS,
  };
}

/** The response to an invoke, with the getters that the SDK reads. */
export interface InvokeAnswer {
  getReturn(): {
    toJavaScript(): object;
    getFieldsMap(): ReadonlyMap<string, { toJavaScript(): unknown; getStructValue(): { toJavaScript(): unknown } }>;
  };
  getFailuresList(): readonly never[];
}

/** The response that gives a program the result of a function. */
export function invokeAnswerOf(result: Properties): InvokeAnswer {
  const fields = Object.entries(result).map(([name, value]) => {
    const field = { toJavaScript: () => encode(value) };
    return [name, { ...field, getStructValue: () => field }] as const;
  });
  const returned = { toJavaScript: () => encodeProperties(result), getFieldsMap: () => new Map(fields) };
  return { getReturn: () => returned, getFailuresList: () => [] };
}

/** Answers a call with an error. */
export function refuse(reply: Reply<never>, message: string, code: number = REPLY_CODE.unknown): void {
  reply({ code, details: message, message });
}
