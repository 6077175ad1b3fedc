import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { loopback, type Loopback } from "./loopback";

/** How a request is answered instead of as asked; `cut` ends the body before its length. */
export type Fault =
  | {
      readonly status: number;
      readonly code: string;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | "cut"
  | "hang";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const etagOf = (content: string) => `"${createHash("md5").update(content).digest("hex")}"`;

/** One bucket that speaks as much of S3 as the cache needs, with pages of a few keys and faults on demand. */
export class BucketDouble {
  readonly objects = new Map<string, string>();
  /** Every request, as `GET key` or `LIST prefix`. */
  readonly asked: string[] = [];
  /** Called before each request; what it answers comes instead. */
  fault: (asked: string, request: IncomingMessage) => Fault | undefined = () => undefined;
  pageSize = 1000;
  #server: Loopback | undefined;

  async open(): Promise<void> {
    this.#server = await loopback((request, response) => this.#answer(request, response));
  }

  get url(): string {
    return this.#server?.url ?? "";
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  /** The keys that were fetched, in order of name. */
  fetched(): string[] {
    return this.asked
      .filter((each) => each.startsWith("GET "))
      .map((each) => each.slice(4))
      .toSorted();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", "http://s3");
    const key = decodeURIComponent(url.pathname).split("/").slice(2).join("/");
    const asked = key === "" ? `LIST ${url.searchParams.get("prefix") ?? ""}` : `GET ${key}`;
    this.asked.push(asked);
    const fault = this.fault(asked, request);
    if (fault === "hang") return;
    if (typeof fault === "object") {
      const xml = `<Error><Code>${fault.code}</Code><Message>${escaped(fault.message ?? fault.code)}</Message></Error>`;
      response.writeHead(fault.status, { "content-type": "application/xml", ...fault.headers }).end(xml);
      return;
    }
    if (key === "") this.#list(url.searchParams, response);
    else this.#get(key, response, fault === "cut");
  }

  #get(key: string, response: ServerResponse, cut: boolean): void {
    const content = this.objects.get(key);
    if (content === undefined) {
      response.writeHead(404).end("<Error><Code>NoSuchKey</Code><Message>no</Message></Error>");
      return;
    }
    response.writeHead(200, { etag: etagOf(content), "content-length": Buffer.byteLength(content) });
    if (!cut) response.end(content);
    else response.write(content.slice(0, -1), () => response.destroy());
  }

  #list(query: URLSearchParams, response: ServerResponse): void {
    const prefix = query.get("prefix") ?? "";
    const delimiter = query.get("delimiter") ?? "";
    const entries = [...this.objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    const name = (key: string) => {
      const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
      return end === -1 ? key : key.slice(0, end + 1);
    };
    const names = [...new Set(entries.map(name))];
    const from = Number(query.get("continuation-token") ?? "0");
    const size = Math.min(this.pageSize, Number(query.get("max-keys") ?? "1000"));
    const page = names.slice(from, from + size).map((each) => {
      const content = this.objects.get(each);
      if (content === undefined) return `<CommonPrefixes><Prefix>${escaped(each)}</Prefix></CommonPrefixes>`;
      return `<Contents><Key>${escaped(each)}</Key><ETag>${etagOf(content)}</ETag><Size>${content.length}</Size></Contents>`;
    });
    const next = from + size < names.length ? `<NextContinuationToken>${from + size}</NextContinuationToken>` : "";
    response
      .writeHead(200, { "content-type": "application/xml" })
      .end(`<ListBucketResult>${page.join("")}${next}</ListBucketResult>`);
  }
}
