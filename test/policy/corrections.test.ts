import { expect } from "chai";
import type { RecordedResource } from "../../preview/engine/recorded-resource";
import type { Properties } from "../../preview/engine/value";
import { judgeOf, type Judge } from "../../preview/pack/judge";
import { loadPack } from "../../preview/pack/load-pack";
import { policyConfig } from "../../preview/policy-config";
import { previewFleet } from "../../preview/preview-fleet";
import { readFleet } from "../../stacks/read-fleet";

// The places where the common description of patching is wrong, in the order of the requirements. Each breaks the reference
// program in one of them, the way people do who follow that description; the pack must see it in preview.

type Resources = readonly RecordedResource[];
type Change = (resources: Resources) => Resources;
/** Where in the inputs, and what then stands there: undefined takes it away, a function makes it from what stood there. */
type Edits = Readonly<Record<string, unknown>>;

function put(holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return typeof value === "function" ? value(holder) : value;
  if (Array.isArray(holder)) return holder.toSpliced(Number(key), 1, put(holder[Number(key)], rest, value));
  const { [key]: old, ...others } = holder as Record<string, unknown>;
  const now = put(old, rest, value);
  return now === undefined ? others : { ...others, [key]: now };
}

const edited = <T>(value: T, edits: Edits): T =>
  Object.entries(edits).reduce((all, [at, what]) => put(all, at.split("."), what) as T, value);

/** Changes the inputs of the resource with this logical name; there must be one. */
function edit(name: string, edits: Edits): Change {
  return (resources) => {
    if (!resources.some((each) => each.name === name)) throw new Error(`there is no ${name}`);
    return resources.map((each) =>
      each.name === name ? { ...each, inputs: edited(each.inputs, edits), outputs: edited(each.outputs, edits) } : each,
    );
  };
}

/** Changes the steps of the runbook of prod-auto. */
const steps = (change: (steps: readonly Properties[]) => readonly Properties[]): Change =>
  edit("eu-west-1-prod-auto-runbook", {
    content: (text: string) => {
      const content: { mainSteps: readonly Properties[] } = JSON.parse(text);
      return JSON.stringify({ ...content, mainSteps: change(content.mainSteps) });
    },
  });

/** Changes one step of that runbook. */
const inStep = (name: string, edits: Edits): Change =>
  steps((all) => all.map((each) => (each["name"] === name ? edited(each, edits) : each)));

/** Adds a resource like another one, but for some inputs. */
const like =
  (name: string, suffix: string, changed: Properties): Change =>
  (resources) => {
    const found = resources.find((each) => each.name === name && each.custom)!;
    const inputs = { ...found.inputs, ...changed };
    const outputs = { ...found.outputs, ...changed };
    return [...resources, { ...found, name: `${name}-${suffix}`, urn: `${found.urn}-${suffix}`, inputs, outputs }];
  };

const without =
  (pattern: RegExp): Change =>
  (resources) =>
    resources.filter(({ name, custom }) => !custom || !pattern.test(name));

const task = "eu-west-1-prod/prod-auto-task";
const window = "eu-west-1-prod-window";
const servers = [{ key: "tag:PatchGroup", values: ["prod-auto"] }];

/** A task that sends a command by itself. */
const command = (taskArn: string): Edits => ({
  taskType: "RUN_COMMAND",
  taskArn,
  targets: servers,
  maxConcurrency: "10%",
  maxErrors: "5%",
  taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "Operation", values: ["Install"] }] } },
});

interface Correction {
  /** The number in the requirements, and what is done wrong. */
  readonly what: string;
  readonly stack?: string;
  readonly rule: string;
  readonly change: Change;
}

const ubuntu = "eu-west-1-patch-ubuntu-auto-baseline";

const corrections: readonly Correction[] = [
  {
    what: "1: a patch baseline shared through RAM",
    stack: "security",
    rule: "only-parameters-are-shared",
    change: edit("share-definitions-ubuntu-auto", {
      resourceArn: "arn:aws:ssm:eu-west-1:222222222222:patchbaseline/pb-0123456789abcdef0",
    }),
  },
  {
    what: "2: a delay on Ubuntu",
    rule: "delay-only-where-it-works",
    change: edit(ubuntu, { "approvalRules.0.approveAfterDays": 7 }),
  },
  {
    what: "3: a baseline that approves nothing, for manual approval",
    rule: "baseline-approves-by-rule",
    change: edit("eu-west-1-patch-ubuntu-sensitive-baseline", { approvalRules: undefined }),
  },
  {
    what: "4: a baseline override",
    rule: "baseline-override-is-not-used",
    change: inStep("install", { "inputs.Parameters.BaselineOverride": ["s3://overrides/ubuntu.json"] }),
  },
  {
    what: "5: a window that patches by itself, beside a calendar",
    rule: "install-runs-through-guarded-runbook",
    change: edit(task, command("AWS-RunPatchBaseline")),
  },
  {
    what: "5: a runbook that asks no calendar",
    rule: "install-waits-for-calendar",
    change: inStep("gate", {
      "inputs.Script": (script: string) => script.replace(/here\.get_calendar_state\(.*?\)\["State"\]/u, '"OPEN"'),
    }),
  },
  {
    what: "6: a window for one approved change that never ends",
    rule: "one-off-window-ends",
    change: edit(window, { schedule: "at(2026-12-01T02:00:00)" }),
  },
  {
    what: "7: the other tag key",
    rule: "targets-use-one-tag-key",
    change: inStep("install", { "inputs.Targets.0.Key": "tag:Patch Group" }),
  },
  {
    what: "7: no default baseline of one's own for mistyped values",
    rule: "each-system-has-own-default-baseline",
    change: without(/-ubuntu-default$/u),
  },
  {
    what: "8: a second baseline of the same system for a group",
    rule: "one-baseline-per-group-and-system",
    change: like("eu-west-1-patch-prod-sensitive-ubuntu-group", "another", { patchGroup: "prod-auto" }),
  },
  {
    what: "9: a schedule with a range of hours",
    rule: "window-starts-once-a-day",
    change: edit(window, { schedule: "cron(00 23-5 ? * THU#3 *)" }),
  },
  {
    what: "10: no scan after the install",
    rule: "install-is-followed-by-scan",
    change: steps((all) =>
      all
        .filter(({ name }) => name !== "scanAfter" && name !== "scanAfterCancel")
        .map((each) => JSON.parse(JSON.stringify(each).replaceAll("scanAfter", "reconcile"))),
    ),
  },
  {
    what: "11: only servers of groups are scanned, so that nobody hears of the others",
    rule: "every-node-is-scanned",
    change: edit("eu-west-1-scan-association", { targets: servers }),
  },
  {
    what: "12: the classification Security on Ubuntu",
    rule: "baseline-filters-fit-system",
    change: edit(ubuntu, {
      "approvalRules.0.patchFilters": (filters: readonly unknown[]) => [
        ...filters,
        { key: "CLASSIFICATION", values: ["Security"] },
      ],
    }),
  },
  {
    what: "13: a product without vendor support that nobody has acknowledged",
    rule: "ended-system-is-acknowledged",
    change: edit(ubuntu, { "approvalRules.0.patchFilters.0.values.3": "Ubuntu18.04" }),
  },
  {
    what: "14: a managed policy that may do everything",
    rule: "no-broad-managed-policies",
    change: edit("nodes-instance-core", { policyArn: "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM" }),
  },
  {
    what: "14: a role that may do everything in Systems Manager",
    rule: "no-ssm-wildcard",
    change: edit("runs-runbook-policy", { policy: (text: string) => text.replace("ssm:CancelCommand", "ssm:*") }),
  },
  {
    what: "14: a document that AWS has replaced",
    rule: "legacy-patch-documents-are-not-used",
    change: edit(task, command("AWS-InstallMissingWindowsUpdates")),
  },
  {
    what: "14: the service-linked role for windows",
    rule: "task-has-own-role",
    change: edit(task, { serviceRoleArn: undefined }),
  },
  {
    what: "15: an activation for a year",
    stack: "azure-linux",
    rule: "activation-ends-within-30-days",
    change: edit("azure-linux-activation", { expirationDate: "2027-11-21T00:00:00Z" }),
  },
  {
    what: "15: an activation whose code is no secret",
    stack: "azure-linux",
    rule: "activation-code-is-secret",
    change: (resources) => resources.map((each) => ({ ...each, options: { ...each.options, additionalSecretOutputs: [] } })),
  },
  {
    what: "16: more than five windows at once",
    rule: "at-most-five-windows-open",
    change: (resources) =>
      [1, 2, 3, 4, 5].reduce((all: Resources, n) => like(window, `${n}`, { name: `fleet-prod-${n}` })(all), resources),
  },
  {
    what: "17: servers that patch themselves",
    rule: "own-updaters-are-off",
    change: without(/updaters-off-association$/u),
  },
  {
    what: "18: servers that can neither read a manifest nor write output",
    rule: "node-role-can-write-output",
    change: without(/^nodes-instance-node$/u),
  },
];

describe("the reference program", () => {
  const stacks = new Map<string, Resources>();
  let judge: Judge;

  before(async () => {
    const opened = readFleet("examples/reference/fleet.yaml", "2026-11-21T08:00:00Z");
    if ("problems" in opened) throw new Error(JSON.stringify(opened.problems));
    for (const { stack, result } of await previewFleet(opened.plan)) stacks.set(stack.name, result.resources);
    const loaded = loadPack("fleet-patching-policy", process.cwd());
    if (!loaded.ok) throw new Error(loaded.message);
    const made = judgeOf(loaded.pack, policyConfig(opened.plan, loaded.pack));
    if (!made.ok) throw new Error(made.errors.join("\n"));
    judge = made.judge;
  });

  const violated = async (resources: Resources) => (await judge(resources)).violations.map(({ rule, urn }) => `${rule} ${urn}`);

  for (const { what, stack = "prod", rule, change } of corrections) {
    it(`rejects ${what}`, async () => {
      const resources = stacks.get(stack)!;
      const before = new Set(await violated(resources));
      const after = (await violated(change(resources))).filter((each) => !before.has(each));
      expect(after.map((each) => each.split(" ")[0])).to.include(rule);
    });
  }
});
