import { createHash } from "node:crypto";
import type { Properties } from "../../api/finding";
import { providerOwn } from "../../api/mapping";
import { text, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import type { Item } from "../store";
import { requireBucket } from "./s3-bucket";
import { lockOf } from "./s3-object-lock";
import { objectToken } from "./s3-tokens";

/** An object that the program itself writes. */
export const object: Kind = {
  token: objectToken,
  scope: "regional",
  requests: [
    {
      service: "s3",
      operation: "PutObject",
      mapping: {
        ...providerOwn,
        bucket: "Bucket",
        checksumAlgorithm: "ChecksumAlgorithm",
        content: "Body",
        contentType: "ContentType",
        forceDestroy: { local: "how the provider deletes" },
        key: "Key",
        kmsKeyId: "SSEKMSKeyId",
        serverSideEncryption: "ServerSideEncryption",
        tags: {
          to: "Tagging",
          convert: (tags) =>
            Object.entries(Object(tags))
              .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
              .join("&"),
        },
      },
    },
  ],
  replaceOn: ["bucket", "key", "region"],
  defaults: { forceDestroy: false },
  rules(inputs) {
    const most = 10;
    const count = Object.keys(Object(inputs["tags"])).length;
    return count > most ? [{ at: "tags", reason: `BadRequest: Object tags cannot be greater than ${most}, got ${count}` }] : [];
  },
  overwrites: () => true,
  computed: ["arn", "checksumSha256", "etag", "versionId"],
  recomputed: { content: ["checksumSha256", "etag", "versionId"] },
  create(call) {
    const bucket = requireBucket(call);
    const id = `${bucket}/${text(call.inputs, "key")}`;
    if (lockOf(call, bucket) !== undefined && text(call.inputs, "checksumAlgorithm") === "")
      throw new Refusal("InvalidRequest", "Content-MD5 or a checksum is required for Put Object requests with Object Lock");
    const before = call.store.get(call.place, objectToken, id);
    return { id, outputs: { arn: `arn:${call.partition}:s3:::${id}`, ...written(call, before) } };
  },
  update: (call, before) => ({ ...before.outputs, ...written(call, before) }),
  remove(call, item) {
    if (lockOf(call, text(item.inputs, "bucket")) !== undefined)
      throw new Refusal("AccessDenied", `Access Denied because object protected by object lock: ${item.id}`);
  },
};

/** Each writing is a version more, of the same text too; how many there are only the cloud's own record tells. */
function written(call: Call, before: Item | undefined): Properties {
  const sha256 = createHash("sha256").update(text(call.inputs, "content")).digest("base64");
  const checksum = call.inputs["checksumAlgorithm"] === "SHA256" ? { checksumSha256: sha256 } : {};
  return { ...checksum, etag: call.mint(32), versionId: call.mint(32), versions: Number(before?.outputs["versions"] ?? 0) + 1 };
}
