import { GetObjectCommand, ListObjectsV2Command, S3Client, type ListObjectsV2CommandOutput } from "@aws-sdk/client-s3";
import { Readable } from "node:stream";
import { again, type Patience } from "../aws/again";
import { quiet } from "../aws/quiet";
import { Refusal } from "../aws/refusal";
import { thrown } from "../aws/thrown";
import { addressText, type Address } from "./address";

/** How to reach S3. */
export interface Reach {
  /** The region asked first; when the bucket is elsewhere, S3 says where, and it is asked there. */
  readonly region: string;
  /** Another endpoint than AWS's own, such as that of a test. */
  readonly endpoint?: string | undefined;
  readonly patience: Patience;
  /** Connections at once. */
  readonly atOnce: number;
}

/** One object of a listing. */
export interface Listed {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
}

const client = (region: string, { endpoint, atOnce }: Reach): S3Client =>
  new S3Client({
    region,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 10_000,
      requestTimeout: 60_000,
      throwOnRequestTimeout: true,
      httpsAgent: { maxSockets: atOnce, keepAlive: true },
      httpAgent: { maxSockets: atOnce, keepAlive: true },
    },
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });

/** The region that S3 names when it was asked in the wrong one. */
function elsewhere(error: unknown): string | undefined {
  const { name, status, message, headers } = thrown(error);
  if (!/^(PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraintException|301)$/u.test(name) && status !== 301)
    return undefined;
  return headers["x-amz-bucket-region"] ?? /expecting '([a-z0-9-]+)'/u.exec(message)?.[1] ?? "";
}

/** A bucket, asked with patience in the region where it is. */
export class Bucket {
  readonly #address: Address;
  readonly #reach: Reach;
  #client: S3Client;

  constructor(address: Address, reach: Reach) {
    this.#address = address;
    this.#reach = reach;
    quiet();
    this.#client = client(reach.region, reach);
  }

  /** Finds the bucket: asks for its first key, and again in the bucket's own region where it is another. */
  async find(signal: AbortSignal | undefined): Promise<void> {
    const first = (): Promise<unknown> => this.#page({ Prefix: this.#address.prefix, MaxKeys: 1 }, signal);
    try {
      await first();
    } catch (error) {
      const region = elsewhere(error);
      if (region === undefined) throw this.#named(error);
      const where = addressText(this.#address);
      if (region === "")
        throw new Refusal("region", `${where}: the bucket is not in ${this.#reach.region}`, "give its region (AWS_REGION)");
      this.#client.destroy();
      this.#client = client(region, this.#reach);
      await first().catch((second: unknown) => {
        const asked = `${this.#reach.region} and ${region}`;
        throw elsewhere(second) === undefined
          ? this.#named(second)
          : new Refusal("region", `${where}: the bucket is neither in ${asked}`, "give its region (AWS_REGION)");
      });
    }
  }

  /** The folders right below one, each with its slash. */
  async folders(prefix: string, signal: AbortSignal): Promise<string[]> {
    const found: string[] = [];
    for await (const page of this.#pages({ Prefix: prefix, Delimiter: "/" }, signal)) {
      found.push(...(page.CommonPrefixes ?? []).flatMap((each) => each.Prefix ?? []));
    }
    return found;
  }

  /** Every object below a folder, a page of up to a thousand at a time. */
  async *objects(prefix: string, signal: AbortSignal): AsyncGenerator<Listed[]> {
    for await (const page of this.#pages({ Prefix: prefix }, signal)) {
      yield (page.Contents ?? []).flatMap(({ Key: key, ETag: etag, Size: size }) =>
        key === undefined || etag === undefined ? [] : [{ key, etag, size: size ?? 0 }],
      );
    }
  }

  /** The object's content as it is now; undefined when it went meanwhile. */
  async read(key: string, signal: AbortSignal): Promise<{ etag: string; size: number; body: Readable } | undefined> {
    try {
      const answer = await this.#client.send(new GetObjectCommand({ Bucket: this.#address.bucket, Key: key }), {
        abortSignal: signal,
      });
      const { ETag: etag = "", ContentLength: size = 0, Body: body } = answer;
      // In Node the SDK answers with a stream of Node, which its type leaves open.
      if (!(body instanceof Readable)) throw new TypeError(`${key}: no stream`);
      return { etag, size, body };
    } catch (error) {
      if (thrown(error).name === "NoSuchKey") return undefined;
      throw this.#named(error);
    }
  }

  close(): void {
    this.#client.destroy();
  }

  #page(
    asked: Omit<ListObjectsV2Command["input"], "Bucket">,
    signal: AbortSignal | undefined,
  ): Promise<ListObjectsV2CommandOutput> {
    const command = new ListObjectsV2Command({ Bucket: this.#address.bucket, ...asked });
    return again(
      () => this.#client.send(command, signal === undefined ? {} : { abortSignal: signal }),
      this.#reach.patience,
      signal,
    );
  }

  async *#pages(
    asked: Omit<ListObjectsV2Command["input"], "Bucket">,
    signal: AbortSignal,
  ): AsyncGenerator<ListObjectsV2CommandOutput> {
    let token: string | undefined;
    do {
      const page = await this.#page({ ...asked, ...(token === undefined ? {} : { ContinuationToken: token }) }, signal);
      yield page;
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  #named(error: unknown): unknown {
    const { name } = thrown(error);
    if (name !== "NoSuchBucket") return error;
    return new Refusal(
      "missing",
      `s3://${this.#address.bucket}: there is no such bucket`,
      "look at its name, and at the account of your credentials",
    );
  }
}
