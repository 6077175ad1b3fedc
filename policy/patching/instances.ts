import type { Runbook, Step } from "../automation/document";
import { flag, text } from "../read";

/**
 * Whether a step restarts or stops instances through EC2 itself. A server that the runbook has launched on its way, to make an
 * image of it, is nobody's yet.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-changestate.html
 */
export function restartsInstances(runbook: Runbook, step: Step, inputs: Step["inputs"]): boolean {
  return takesDown(step, inputs) && !launched(runbook, step);
}

function takesDown({ action, inputs: written }: Step, inputs: Step["inputs"]): boolean {
  switch (action) {
    case "aws:changeInstanceState":
      // What only the execution knows may be `stopped`.
      return flag(inputs["CheckStateOnly"]) !== true && !HARMLESS.test(text(inputs["DesiredState"]) ?? "");
    case "aws:executeAwsApi":
      return text(written["Service"])?.toLowerCase() === "ec2" && API.test((text(written["Api"]) ?? "").replaceAll("_", ""));
    case "aws:executeScript":
      return SCRIPT.test(text(written["Script"]) ?? "");
    default:
      return false;
  }
}

const HARMLESS = /^(?:running|terminated)$/i;
const API = /^(?:Reboot|Stop)Instances$/i;
const SCRIPT = /\b(?:reboot|stop)_instances\s*\(|\b(?:Restart|Stop)-EC2Instance\b/;

function launched(runbook: Runbook, { inputs }: Step): boolean {
  const [, from] = /\{\{\s*([^{}.\s]+)\./.exec(JSON.stringify(inputs["InstanceIds"] ?? "")) ?? [];
  return runbook.steps.some(({ name, action }) => name === from && action === "aws:runInstances");
}
