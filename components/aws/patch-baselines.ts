import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { Definition } from "../../fleet/definition";
import { systemSlug, type System } from "../../fleet/systems";
import { baselineInputs } from "./baseline-inputs";
import { predefinedBaselineId } from "./predefined-baseline";

/** What a region's baselines need. */
export interface PatchBaselinesArgs {
  readonly region: string;
  /** The baselines to make. `key` is part of logical names and what groups and defaults refer to. */
  readonly baselines: readonly { readonly key: string; readonly name: string; readonly definition: Definition }[];
  /** AWS's own baselines to look up in this region, by name. */
  readonly predefined: readonly { readonly name: string; readonly system: System }[];
  /** Which baseline serves a group's servers of one system. One a group and system. */
  readonly registrations: readonly {
    readonly tag: string;
    readonly system: System;
    readonly baseline: string;
  }[];
  /** Which baseline serves the servers of a system that belong to no group. */
  readonly defaults: readonly { readonly system: System; readonly baseline: string }[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The patch baselines of one region, the groups that use them, and the default of each system.
 *
 * A group or a default moves to another baseline by being made anew, and its name is taken until the old one is gone:
 * hence `deleteBeforeReplace`, and logical names of tag value and system only. A group that is renamed and keeps its tag value
 * keeps its registration.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html
 */
export class PatchBaselines extends pulumi.ComponentResource {
  /** The id of each baseline by its key or, for AWS's own, its name. */
  readonly baselineIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: PatchBaselinesArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:PatchBaselines", name, {}, opts);
    const made = args.baselines.map(({ key, ...baseline }): [string, pulumi.Output<string>] => {
      const inputs = { ...baselineInputs(baseline.definition), region: args.region, name: baseline.name, tags: args.tags };
      return [key, new ssm.PatchBaseline(`${name}-${key}-baseline`, inputs, { parent: this }).id];
    });
    const found = args.predefined.map(({ name: predefined, system }): [string, pulumi.Output<string>] => {
      return [predefined, predefinedBaselineId({ name: predefined, system, region: args.region }, { parent: this })];
    });
    const ids = new Map([...made, ...found]);
    for (const { tag, system, baseline } of args.registrations) {
      new ssm.PatchGroup(
        `${name}-${tag}-${systemSlug(system)}-group`,
        { region: args.region, patchGroup: tag, baselineId: idOf(ids, baseline) },
        { parent: this, deleteBeforeReplace: true },
      );
    }
    for (const { system, baseline } of args.defaults) {
      new ssm.DefaultPatchBaseline(
        `${name}-${systemSlug(system)}-default`,
        { region: args.region, operatingSystem: system, baselineId: idOf(ids, baseline) },
        { parent: this, deleteBeforeReplace: true },
      );
    }
    this.baselineIds = Object.fromEntries(ids);
    this.registerOutputs({ baselineIds: this.baselineIds });
  }
}

function idOf(ids: ReadonlyMap<string, pulumi.Output<string>>, baseline: string): pulumi.Output<string> {
  const id = ids.get(baseline);
  if (id) return id;
  throw new pulumi.RunError(`no baseline ${baseline} here; there are ${[...ids.keys()].join(", ") || "none"}`);
}
