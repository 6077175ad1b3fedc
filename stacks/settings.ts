import * as pulumi from "@pulumi/pulumi";

/** What a stack's configuration says. */
export interface Settings {
  /** The fleet file, relative to the project's root. @default fleet.yaml */
  readonly fleetFile: string;
  /** The folder of reviewed changes, relative to the project's root. @default `changes` beside the fleet file */
  readonly changesFolder: string | undefined;
}

/** Reads the configuration of the current stack: the only place that does. */
export function readSettings(): Settings {
  const config = new pulumi.Config();
  return { fleetFile: config.get("fleet") ?? "fleet.yaml", changesFolder: config.get("changes") };
}

/** A secret of the current stack's configuration, as a secret; undefined where it is not set. */
export function readSecret(key: string): pulumi.Output<string> | undefined {
  return new pulumi.Config().getSecret(key);
}
