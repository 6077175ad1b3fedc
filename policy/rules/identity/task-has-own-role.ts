import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { servicesOf } from "../../iam/roles";
import { show, text } from "../../read";
import type { Resource } from "../../resource";
import { ROLE, TASK } from "../../vocabulary";

export default defineRule({
  name: "task-has-own-role",
  concern: "identity",
  description: "A window's task runs under a role of its own, which Systems Manager may take on.",
  why: "Without a role the task runs under Systems Manager's service-linked role, which AWS no longer recommends, which guardrails of the organization do not reach, and which cannot be narrowed. Under a role that trusts another service it does not run at all.",
  remediation: "Set serviceRoleArn to a role of your own that trusts ssm.amazonaws.com.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.leastPrivilege],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-maintenance-permissions.html",
  unless: "Never.",
  resources: [TASK],
  check: (stack) =>
    stack.of(TASK).flatMap((task) => {
      const given = task.props["serviceRoleArn"];
      const want = "a role of one's own that trusts ssm.amazonaws.com";
      if (given === undefined || given === "" || text(given)?.includes("AWSServiceRoleForAmazonSSM") === true) {
        return [about(task, "serviceRoleArn", show(given), want)];
      }
      const roles = stack.referred(task, "serviceRoleArn", given, ROLE);
      // What a role elsewhere trusts is for the rules of its own stack.
      const others = typeof roles === "object" ? roles.flatMap((role) => strangers(role) ?? []) : [];
      return others.map((services) => about(task, "serviceRoleArn", `a role that trusts ${services}`, want));
    }),
});

/** Whom a role trusts, where Systems Manager is not among them. */
function strangers(role: Resource): string | undefined {
  const services = servicesOf(role);
  return services === undefined || services.includes("ssm.amazonaws.com") ? undefined : services.join(", ") || "no service";
}
