import { Command, CommanderError } from "commander";
import { writeProblem } from "../evidence/report/written";
import { calendarCommand } from "./commands/calendar";
import { checkCommand } from "./commands/check";
import { costCommand } from "./commands/cost";
import { initCommand } from "./commands/init";
import { planCommand } from "./commands/plan";
import { policyConfigCommand } from "./commands/policy-config";
import { previewCommand } from "./commands/preview";
import { promoteCommand } from "./commands/promote";
import { reportCommand } from "./commands/report";
import { reviewCommand } from "./commands/review";
import { runCommand } from "./commands/run";
import { simulateCommand } from "./commands/simulate";
import { failure } from "./terminal";

/** The `fleet` command. Every subcommand is a file of its own and answers with an exit code. */
async function main(): Promise<void> {
  const fleet = new Command("fleet")
    .description("Patches fleets of servers: one file, one stack an account")
    .showHelpAfterError("(fleet --help shows what there is)")
    .exitOverride();
  for (const command of [
    initCommand(),
    checkCommand(),
    planCommand(),
    previewCommand(),
    calendarCommand(),
    costCommand(),
    policyConfigCommand(),
    reportCommand(),
    reviewCommand(),
    promoteCommand(),
    runCommand(),
    simulateCommand(),
  ]) {
    fleet.addCommand(command.copyInheritedSettings(fleet));
  }
  await fleet.parseAsync(process.argv);
}

// A pipe that is closed early (`fleet plan --json | head`) is not an error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  failure(writeProblem("standard output", error, "").message);
  process.exit(1);
});

main().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 1;
    return;
  }
  failure(error instanceof Error ? error.message : String(error));
  // Who ended it by a signal is told so, whatever the work made of that.
  process.exitCode ??= 1;
});
