import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback, until it is closed. */
export interface Loopback {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers requests on a free port of loopback; what the handler throws fails the request. */
export async function loopback(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => Promise<void> | void,
): Promise<Loopback> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      void (async () => {
        try {
          await answer(request, response, Buffer.concat(parts).toString());
        } catch (error) {
          response.destroy(error as Error);
        }
      })();
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
