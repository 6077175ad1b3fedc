import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { managedPoliciesOf, statementsFor } from "../../iam/roles";
import { strings } from "../../setting";
import { ATTACHMENT, POLICY, ROLE, ROLE_POLICY } from "../../vocabulary";

export default defineRule({
  name: "node-role-has-nothing-more",
  concern: "identity",
  description: "The role of servers has no rights beyond being managed.",
  why: "Every process on the server has the rights of its role.",
  remediation: "Take the policy off, or give applications roles of their own.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.leastPrivilege],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html",
  unless: "The servers' applications use the same role; then list their policies in `allowed`.",
  settings: {
    allowed: strings(
      [
        "AmazonSSMManagedInstanceCore",
        "AmazonSSMManagedEC2InstanceDefaultPolicy",
        "AmazonSSMPatchAssociation",
        "CloudWatchAgentServerPolicy",
      ],
      "AWS's policies that the role of servers may have.",
    ),
  },
  resources: [ROLE, ATTACHMENT, ROLE_POLICY, POLICY],
  check: (stack, { settings }) =>
    stack.of(ROLE).flatMap((role): readonly Finding[] => {
      const managed = managedPoliciesOf(stack, role);
      if (
        !managed.some(
          ({ name }) => name === "AmazonSSMManagedInstanceCore" || name === "AmazonSSMManagedEC2InstanceDefaultPolicy",
        )
      )
        return [];
      const surplus = managed
        .filter(({ name }) => !settings.allowed.includes(name))
        .map(({ by, at, name }) => about(by, at, name, `only ${settings.allowed.join(", ")}`));
      const wide = statementsFor(stack, role).flatMap((held) => {
        if ("why" in held || held.statement.effect !== "Allow") return [];
        const { by, at, statement } = held;
        const actions = statement.actions.filter((action) => /^\*$|:\*$/.test(action));
        return actions.map((action) => about(by, `${at}, ${statement.name}`, action, "actions by name"));
      });
      return [...surplus, ...wide];
    }),
});
