import * as pulumi from "@pulumi/pulumi";
import { problemText } from "../fleet/problem";
import { buildStack, stackNamed, type StackOutputs } from "./build";
import { shortenStacks } from "./error-stacks";
import { readFleet } from "./read-fleet";
import { readSettings } from "./settings";

/** The program that Pulumi runs: one account's stack of the fleet. */
async function program(): Promise<StackOutputs> {
  const { fleetFile, changesFolder } = readSettings();
  const opened = readFleet(fleetFile, new Date().toISOString(), changesFolder);
  if ("problems" in opened) throw new pulumi.RunError(opened.problems.map(problemText).join("\n"));
  return buildStack(opened.plan, stackNamed(opened.plan, pulumi.getStack()));
}

shortenStacks();
module.exports = program;
