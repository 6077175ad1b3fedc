import { createHash } from "node:crypto";
import { parse } from "yaml";
import type { Runbook } from "../../components/aws/runbooks/automation";
import type { preview } from "../../preview/preview";
import type { Turn } from "../../simulator/happening";

/** What `fleet preview --json` prints. */
export type Previewed = ReturnType<typeof preview.parse>;
type Resource = Previewed["stacks"][number]["resources"][number];

/** The resources of one type in one stack. */
export function previewed({ stacks }: Previewed, stack: string, type: string): Resource[] {
  const found = stacks.find(({ name }) => name === stack);
  if (!found) throw new Error(`no stack ${stack}`);
  return found.resources.filter((resource) => resource.type.endsWith(`:${type}`));
}

/** The text of one input of a resource. */
export function input({ inputs, name }: Resource, key: string): string {
  const value = inputs[key];
  if (typeof value !== "string") throw new Error(`${key} of ${name} is no text`);
  return value;
}

/** A manifest that a preview uploads to a region. */
export interface PreviewedManifest {
  readonly region: string | null | undefined;
  readonly key: string;
  /** Of its bytes, SHA-256. */
  readonly digest: string;
  readonly patches: readonly unknown[];
}

/** The manifests of one stack, as they would be uploaded. */
export function previewedManifests(shown: Previewed, stack: string): PreviewedManifest[] {
  return previewed(shown, stack, "BucketObjectv2").map((manifest) => {
    const content = input(manifest, "content");
    const { patches }: { patches: unknown[] } = parse(content);
    return {
      region: manifest.region,
      key: input(manifest, "key"),
      digest: createHash("sha256").update(content).digest("hex"),
      patches,
    };
  });
}

/** The document that a preview shows for a group's turn, as it would be uploaded. */
export function previewedDocuments(shown: Previewed): (turn: Turn) => Runbook {
  return ({ account, region, run }) => {
    const found = previewed(shown, account.key, "Document").filter(
      (document) => document.region === region && input(document, "name") === run.runbook,
    );
    const [document] = found;
    if (!document || found.length > 1) throw new Error(`${found.length} documents ${run.runbook} in ${account.key} ${region}`);
    return JSON.parse(input(document, "content"));
  };
}
