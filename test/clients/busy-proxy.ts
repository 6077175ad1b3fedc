import { loopback, type Loopback } from "../support/loopback";

/** Stands before a server and answers first, as often as told, that it is busy: 503 and 429 in turn. */
export async function busyProxy(target: string, code: string, times: number): Promise<Loopback & { refusals(): number }> {
  let refused = 0;
  const server = await loopback(async (request, response, body) => {
    if (refused < times) {
      refused++;
      const status = refused % 2 === 1 ? 503 : 429;
      const isJson = request.headers["x-amz-target"] !== undefined;
      const told = isJson ? JSON.stringify({ __type: code, message: "slow down" }) : `<Error><Code>${code}</Code></Error>`;
      response.writeHead(status, { "content-type": isJson ? "application/x-amz-json-1.1" : "application/xml" }).end(told);
      return;
    }
    const headers = Object.entries(request.headers).filter(
      ([name]) => !/^(connection|content-length|transfer-encoding)$/u.test(name),
    );
    const answer = await fetch(target + (request.url ?? "/"), {
      method: request.method ?? "GET",
      headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      ...(body === "" ? {} : { body }),
    });
    const content = Buffer.from(await answer.arrayBuffer());
    const kept = [...answer.headers].filter(
      ([name]) => !/^(connection|content-encoding|transfer-encoding|content-length)$/u.test(name),
    );
    response.writeHead(answer.status, { ...Object.fromEntries(kept), "content-length": content.length }).end(content);
  });
  return { ...server, refusals: () => refused };
}
