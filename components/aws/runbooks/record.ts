import { SERVERS_OF } from "./commands";

/**
 * What a run leaves behind: one JSON object of text in the bucket of the evidence, whatever came of the run. Plain Python, run by
 * the service itself, in tests by a real interpreter.
 *
 * - it asks Automation what its steps did, instead of being told: steps that never ran have nothing to tell
 * - the counts are its own, so that a run whose reconciliation failed has them too; one that cannot be had is empty
 * - what was approved and left out, and what was installed without approval, it takes from the comparison before it
 * - a gate that did not say `open` makes the run held, or failed where the gate could not decide; any failed step makes it failed
 * - what cannot be written raises, which fails the run: a run without a record would look as if it had not happened
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetAutomationExecution.html
 */
export const RECORD_SCRIPT = `import datetime
import json
${SERVERS_OF}

FAILED = ("Failed", "TimedOut", "Cancelled", "CompletedWithFailure")
UNFINISHED = ("Pending", "InProgress", "Delayed", "Success")


def text_of(moment):
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def output_of(step, name):
    return ((step.get("Outputs") or {}).get(name) or [""])[0]


def outcome_of(steps):
    bad = [step for step in steps if step["StepStatus"] in FAILED]
    if bad:
        return "failed", "; ".join(step["StepName"] + ": " + (step.get("FailureMessage") or step["StepStatus"]) for step in bad)
    gates = [step for step in steps if step["StepName"] == "gate"]
    if [output_of(step, "Decision") for step in gates] != ["open"]:
        return "held", "; ".join(output_of(step, "Why") for step in gates)
    if not [step for step in steps if step["StepName"] == "reconcile" and step["StepStatus"] == "Success"]:
        return "failed", "the run ended before its servers were counted"
    return "succeeded", ""


def counts_of(ssm, events):
    expected = servers_of(ssm, events["TagKey"], events["TagValue"])
    commands = [command for comment in events["Comments"] for command in commands_of(ssm, events["Document"], comment)]
    finished = finished_of(ssm, commands)
    ended = {one["InstanceId"] for one in invocations_of(ssm, commands) if one["Status"] not in UNFINISHED}
    return len(expected), len(expected & finished), len((expected & ended) - finished)


def compared_of(steps):
    step = next((step for step in steps if step["StepName"] == "compare"), {})
    return [output_of(step, name) for name in ("Approved", "LeftOut", "Unapproved", "Names")]


def record(events, context):
    ssm = boto3.client("ssm", config=RETRIES)
    run = ssm.get_automation_execution(AutomationExecutionId=events["Execution"])["AutomationExecution"]
    outcome, why = outcome_of(run["StepExecutions"])
    approved, leftout, unapproved, names = compared_of(run["StepExecutions"])
    why = "; ".join(part for part in (why, names) if part)
    try:
        expected, finished, failed = counts_of(ssm, events)
    except Exception as error:
        expected, finished, failed = "", "", ""
        why = "; ".join(part for part in (why, "servers not counted: " + str(error)) if part)
        outcome = "failed" if outcome == "succeeded" else outcome
    row = {
        "execution": events["Execution"],
        "accountid": events["Account"],
        "region": events["Region"],
        "patchgroup": events["TagValue"],
        "ring": events["Ring"],
        "runbook": run["DocumentName"],
        "started": text_of(run["ExecutionStartTime"]),
        "ended": text_of(datetime.datetime.now(datetime.timezone.utc)),
        "outcome": outcome,
        "why": why[:2000],
        "expected": str(expected),
        "finished": str(finished),
        "failed": str(failed),
        "approved": approved,
        "leftout": leftout,
        "unapproved": unapproved,
    }
    key = "runs/records/accountid={}/region={}/{}.json".format(row["accountid"], row["region"], row["execution"])
    boto3.client("s3", region_name=events["BucketRegion"], config=RETRIES).put_object(
        Bucket=events["Bucket"],
        ExpectedBucketOwner=events["BucketOwner"],
        Key=key,
        Body=(json.dumps(row) + "\\n").encode(),
        ContentType="application/json",
    )
    return {"Outcome": outcome, "Key": key}
`;
