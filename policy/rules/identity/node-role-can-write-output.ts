import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { allows } from "../../iam/document";
import { attachedArns, managedPoliciesOf, statementsFor } from "../../iam/roles";
import { parameter } from "../../patching/invocation";
import { operationsOf } from "../../patching/operation";
import { UNKNOWN } from "../../plain";
import { text } from "../../read";
import { strings } from "../../setting";
import type { Stack } from "../../stack";
import { POLICY, ROLE } from "../../vocabulary";

export default defineRule({
  name: "node-role-can-write-output",
  concern: "identity",
  description: "The role of servers may write the output of commands, and read the lists of patches it is given.",
  why: "AmazonSSMManagedInstanceCore has no rights to logs and buckets. Without a second policy a run leaves no output behind, and an install from a list fails on every server.",
  remediation:
    "Attach a narrow policy: logs:PutLogEvents on the command log (or s3:PutObject on its bucket) and, where lists are used, s3:GetObject on theirs.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.auditRecords],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html",
  unless: "Servers get these rights elsewhere.",
  settings: {
    elsewhere: strings(["fleet-node"], "Policies that another stack makes and that are known to grant this, by name."),
  },
  resources: [ROLE],
  check: (stack, { settings }) => {
    const listed = operationsOf(stack).some(({ parameters }) => {
      const list = parameter(parameters, "InstallOverrideList");
      return list === UNKNOWN || (list ?? "") !== "";
    });
    const needed = [
      { actions: ["logs:PutLogEvents", "s3:PutObject"], what: "write output" },
      ...(listed ? [{ actions: ["s3:GetObject"], what: "read lists of patches" }] : []),
    ];
    return stack.of(ROLE).flatMap((role): readonly Finding[] => {
      if (!managedPoliciesOf(stack, role).some(({ name }) => NODE_POLICIES.includes(name))) return [];
      if (
        attachedArns(stack, role).some(
          (arn) => settings.elsewhere.some((name) => arn.endsWith(`:policy/${name}`)) && !isHere(stack, arn),
        )
      )
        return [];
      const held = statementsFor(stack, role);
      return needed.flatMap(({ actions, what }) => {
        const allowed = held.some((one) => "statement" in one && actions.some((action) => allows(one.statement, action)));
        if (allowed) return [];
        const unread = held.some((one) => "why" in one);
        return [
          (unread ? undecided : about)(
            role,
            "its policies",
            unread ? "a policy that cannot be read" : `nothing that lets it ${what}`,
            actions.join(" or "),
          ),
        ];
      });
    });
  },
});

function isHere(stack: Stack, arn: string): boolean {
  return stack.of(POLICY).some(({ props }) => arn.endsWith(`:policy/${text(props["name"]) ?? ""}`));
}

/** The policies that make a role one of servers. */
const NODE_POLICIES = ["AmazonSSMManagedInstanceCore", "AmazonSSMManagedEC2InstanceDefaultPolicy"];
