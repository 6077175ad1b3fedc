import type { Plan } from "../../fleet/plan";
import { problemText } from "../../fleet/problem";
import type { Preview, Violation } from "../preview";
import { CALENDAR_DAYS, UNJUDGED } from "../to-preview";
import { nextRuns, renderCalendar } from "./calendar";
import { WIDTH } from "./columns";
import type { Paint } from "./paint";
import { renderStack, renderStackLine, resourceCount } from "./stack";
import { wrapped } from "./wrapped";

/** Above this many stacks each is one line, so that a large fleet stays readable. */
const MOST_TREES = 8;
/** How many runs of each ring are shown. */
const RUNS_OF_EACH = 2;

function summary({ stacks, notices }: Preview, colours: Paint): string {
  const resources = stacks.reduce((sum, stack) => sum + resourceCount(stack), 0);
  const violations = stacks.flatMap((stack) => stack.violations);
  const count = (wanted: Violation["level"]) => violations.filter(({ level }) => level === wanted).length;
  const [mandatory, right] = [count("mandatory"), count("remediate")];
  const found =
    violations.length === 0
      ? notices.includes(UNJUDGED)
        ? ""
        : ", no violation"
      : `, ${mandatory} mandatory and ${count("advisory")} advisory violations${right > 0 ? `, ${right} put right` : ""}`;
  const more = count("advisory") > 0 ? "\nwhat a rule means and how to comply: docs/rules.md; each place: --json" : "";
  const text = `${resources} resources in ${stacks.length} ${stacks.length === 1 ? "stack" : "stacks"}${found}`;
  return `${mandatory > 0 ? colours.red(text) : colours.bold(text)}${more}`;
}

/** A whole preview as people read it: stacks, next runs, notices, problems, and a last line that sums it up. */
export function renderPreview(plan: Plan, preview: Preview, colours: Paint): string {
  const render = preview.stacks.length > MOST_TREES ? renderStackLine : renderStack;
  const trees = preview.stacks.map((stack) => render(stack, colours)).join(preview.stacks.length > MOST_TREES ? "\n" : "\n\n");
  const runs = renderCalendar(plan, nextRuns(preview.calendar, RUNS_OF_EACH), colours);
  const reviewed = plan.groups
    .filter(({ sensitive }) => sensitive)
    .map(
      ({ name }) => `
${name}: scanned with all others, installs from an approval only`,
    )
    .join("");
  const notices = preview.notices.map(({ at, message }) => {
    const [first = "", ...more] = wrapped(`${at}: ${message}`, WIDTH - 6);
    return [`${colours.yellow("note")}  ${first}`, ...more.map((line) => `      ${line}`)].join("\n");
  });
  const problems = preview.problems.map((problem) => colours.red(problemText(problem)));
  return [
    trees,
    `${colours.bold("next runs")} (within ${CALENDAR_DAYS} days; all of them: fleet calendar)\n${runs}${reviewed}`,
    ...(notices.length > 0 ? [notices.join("\n")] : []),
    ...problems,
    summary(preview, colours),
  ].join("\n\n");
}
