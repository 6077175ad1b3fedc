import { providerOwn } from "../../api/mapping";
import { text, type Kind } from "../kind";
import { requireBucket } from "./s3-bucket";
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
  computed: ["arn", "etag", "versionId"],
  recomputed: { content: ["etag", "versionId"] },
  create(call) {
    const id = `${requireBucket(call)}/${text(call.inputs, "key")}`;
    return { id, outputs: { arn: `arn:${call.partition}:s3:::${id}`, etag: call.mint(32), versionId: call.mint(32) } };
  },
  update: (call, before) => ({ ...before.outputs, etag: call.mint(32), versionId: call.mint(32) }),
};
