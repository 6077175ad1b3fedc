import { z } from "zod";

/** One entry of a manifest. What stands in it needs no quoting anywhere: it goes into AWS's list as it is. */
export const patch = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9+._~-]{0,127}$/,
        "a package with its architecture, such as openssl.amd64, or an article such as KB5034441; no wildcard",
      )
      .describe("A package with its architecture (`openssl.amd64`, `openssl.x86_64`), or an article (`KB5034441`)."),
    title: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9+._~:^-]{0,254}$/,
        "the package with its exact version, such as openssl.amd64:3.0.2-0ubuntu1.18; no wildcard",
      )
      .describe("The package with its exact version: `openssl.amd64:3.0.2-0ubuntu1.18`, `openssl.x86_64:1:3.0.8-1.el9`.")
      .optional(),
  })
  .describe("One package or article, exactly.");

/** The packages of a manifest, exactly. A run reads the list from a file, which may be long. */
export const patches = z.array(patch).max(3000).describe("What may be installed, exactly: each package or article by name.");

/** The digest of a manifest. */
export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in lower case, as `fleet check --fix` writes them")
  .describe("The SHA-256 of the list. `fleet check --fix` writes it.");
