import { Command, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import type { Plan } from "../../fleet/plan";
import type { PolicyPack } from "../../preview/pack/policy-pack";
import type { StackPreview } from "../../preview/preview-fleet";
import { paint } from "../../preview/render/paint";
import { renderPreview } from "../../preview/render/preview";
import { UNJUDGED, toPreview } from "../../preview/to-preview";
import { readFleet } from "../../stacks/read-fleet";
import { asOfOption, fileArgument, jsonOption } from "../options";
import { loadProjectPack } from "../pack";
import { COLOUR, failure, reportProblems, say, withProgress } from "../terminal";

interface Options {
  readonly asOf: Temporal.Instant;
  readonly stack?: string;
  readonly json?: true;
}

/** Judged by the pack. The SDK of policies comes with the pack: without one, nothing asks for it. */
async function judged(plan: Plan, stacks: readonly StackPreview[], pack: PolicyPack) {
  const { judgeStacks } = await import("../../preview/judge-stacks.js");
  return judgeStacks(plan, stacks, pack);
}

/** `fleet preview`: every stack with its resources and the next runs, without CLI, cloud or credentials. */
export function previewCommand(): Command {
  return new Command("preview")
    .description("show every stack's resources and the next runs, without credentials")
    .addArgument(fileArgument())
    .addOption(new Option("--stack <name>", "only this stack"))
    .addOption(asOfOption())
    .addOption(jsonOption())
    .action(async (file: string, { asOf, stack, json }: Options) => {
      const opened = readFleet(file, asOf.toString());
      if ("problems" in opened) {
        if (json) say(JSON.stringify({ stacks: [], calendar: [], problems: opened.problems, notices: [] }, null, 2));
        return reportProblems(opened.problems);
      }
      const { plan } = opened;
      if (stack !== undefined && !plan.stacks.some(({ name }) => name === stack)) {
        failure(`no stack ${stack}; there are ${plan.stacks.map(({ name }) => name).join(", ")}`);
        process.exitCode = 1;
        return;
      }
      // Only here: the clouds' libraries are most of the command's start, and no other subcommand needs them.
      const { previewFleet } = await import("../../preview/preview-fleet.js");
      const stacks = await withProgress("previewing", (progress) =>
        previewFleet(plan, stack, (name) => progress(`previewing ${name}`)),
      );
      const loaded = await loadProjectPack();
      if ("message" in loaded && !loaded.missing) throw new Error(loaded.message);
      const violations = "pack" in loaded ? await judged(plan, stacks, loaded.pack) : new Map<string, never>();
      const preview = toPreview(plan, stacks, violations, "pack" in loaded ? [] : [UNJUDGED]);
      say(json ? JSON.stringify(preview, null, 2) : renderPreview(plan, preview, paint(COLOUR)));
      const mandatory = preview.stacks.some(({ violations }) => violations.some(({ level }) => level === "mandatory"));
      if (mandatory || preview.problems.length > 0) process.exitCode = 1;
    });
}
