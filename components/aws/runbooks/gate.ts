/**
 * May this run install? Plain Python, run by the service itself, in tests by a real interpreter.
 *
 * - every calendar is asked, then the declared release, then the proved one where the ring has it
 * - answers `{"Decision": "open" | "held", "Why": …}`; anything that cannot be read raises, which fails the run
 * - a release is `open`, `open until <instant>`, or begins with `held`; nothing else counts as open
 * - it tries again when throttled: the service does not
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-executeScript.html
 */
export const GATE_SCRIPT = `import datetime
import boto3
from botocore.config import Config

RETRIES = Config(retries={"max_attempts": 10, "mode": "standard"})


def judge_calendar(name, state):
    if state == "OPEN":
        return None
    if state == "CLOSED":
        return "freeze: calendar " + name + " is closed"
    raise ValueError("calendar " + name + " answered " + repr(state))


def judge_release(name, value, now):
    if value == "open":
        return None
    if value.startswith("open until "):
        until = datetime.datetime.strptime(value[len("open until "):], "%Y-%m-%dT%H:%M:%SZ")
        if now < until.replace(tzinfo=datetime.timezone.utc):
            return None
        return "release " + name + " lapsed: " + value
    if value == "held" or value.startswith(("held ", "held:")):
        return "release " + name + ": " + value
    raise ValueError("release " + name + " says " + repr(value))


def read_release(home, arn):
    name = arn.split(":parameter", 1)[1]
    return name, home.get_parameter(Name=arn)["Parameter"]["Value"]


def gate(events, context):
    now = datetime.datetime.now(datetime.timezone.utc)
    here = boto3.client("ssm", config=RETRIES)
    home = boto3.client("ssm", region_name=events["Home"], config=RETRIES)
    if not events["Calendars"] or not events["Releases"]:
        raise ValueError("a gate without a calendar or a release decides nothing")
    held = []
    for calendar in events["Calendars"]:
        held.append(judge_calendar(calendar, here.get_calendar_state(CalendarNames=[calendar])["State"]))
    for arn in events["Releases"]:
        name, value = read_release(home, arn)
        held.append(judge_release(name, value, now))
    reasons = [reason for reason in held if reason is not None]
    if reasons:
        return {"Decision": "held", "Why": "; ".join(reasons)}
    return {"Decision": "open", "Why": "calendar and release are open"}
`;
