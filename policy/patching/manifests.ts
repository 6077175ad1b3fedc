import { UNKNOWN } from "../plain";
import { list, text } from "../read";
import type { Stack } from "../stack";
import { operationsOf, type Operation } from "./operation";

/** The address of a list of patches that an install is given, by the operation that is given it. */
export interface GivenManifest extends Pick<Operation, "by" | "at"> {
  readonly address: string;
}

/** Every list that something in a stack installs from, as far as its address is known. Parameter names have any case here: AWS would ignore them, people would not. */
export function manifestsOf(stack: Stack): readonly GivenManifest[] {
  return operationsOf(stack).flatMap(({ by, at, parameters }) =>
    [...parameters]
      .filter(([name]) => name.toLowerCase() === "installoverridelist")
      .flatMap(([, value]) => list(value))
      .filter((address) => address !== UNKNOWN && address !== "")
      .map((address) => ({ by, at, address: text(address) ?? "" })),
  );
}

/** The bucket of an address, by name; undefined where it is none of S3. */
export function bucketOf({ address }: GivenManifest): string | undefined {
  return /^s3:\/\/([^/]+)\/./.exec(address)?.[1];
}
