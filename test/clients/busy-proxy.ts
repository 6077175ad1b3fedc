import { request as ask } from "node:http";
import { pipeline } from "node:stream";
import { loopback, type Loopback } from "../support/loopback";

/**
 * Stands before a server and answers first, as often as told, that it is busy: 503 and 429 in turn.
 *
 * @param which the requests that it refuses, by their URL; all when absent
 */
export async function busyProxy(
  target: string,
  code: string,
  times: number,
  which: (url: string) => boolean = () => true,
): Promise<Loopback & { refusals(): number }> {
  let refused = 0;
  const server = await loopback((request, response, body) => {
    if (refused < times && which(request.url ?? "")) {
      refused++;
      const status = refused % 2 === 1 ? 503 : 429;
      const isJson = request.headers["x-amz-target"] !== undefined;
      const told = isJson ? JSON.stringify({ __type: code, message: "slow down" }) : `<Error><Code>${code}</Code></Error>`;
      response.writeHead(status, { "content-type": isJson ? "application/x-amz-json-1.1" : "application/xml" }).end(told);
      return;
    }
    const { headers, method } = request;
    const onward = ask(
      target + (request.url ?? "/"),
      { method: method ?? "GET", headers: { ...headers, connection: "close" }, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        pipeline(answer, response, () => undefined);
      },
    );
    onward.once("error", (error) => response.destroy(error));
    onward.end(body);
  });
  return { ...server, refusals: () => refused };
}
