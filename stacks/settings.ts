import * as pulumi from "@pulumi/pulumi";

/** What a stack's configuration says. */
export interface Settings {
  /** The fleet file, relative to the project's root. @default fleet.yaml */
  readonly fleetFile: string;
}

/** Reads the configuration of the current stack: the only place that does. */
export function readSettings(): Settings {
  const config = new pulumi.Config();
  return { fleetFile: config.get("fleet") ?? "fleet.yaml" };
}
