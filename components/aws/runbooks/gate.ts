/**
 * May this run install? Plain Python, run by the service itself, in tests by a real interpreter.
 *
 * - every calendar is asked, then the declared release, then the proved one where the ring has it and people do not release
 *   without proof, then the approval's expiry, then the manifest itself
 * - answers `{"Decision": "open" | "held", "Why": …}`; anything that cannot be read raises, which fails the run
 * - a declared release is `open`, `open until <instant>`, `open until <instant> without proof`, or begins with `held`; a proved
 *   one always has an end; nothing else counts as open
 * - a manifest is what S3 itself has counted to be of the approved digest, written once and never again or deleted
 * - what a run has none of is an empty text; half a manifest is a mistake
 * - it tries again when throttled: the service does not
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-executeScript.html
 */
export const GATE_SCRIPT = `import base64
import datetime
import re
import boto3
from botocore.config import Config

RETRIES = Config(retries={"max_attempts": 10, "mode": "standard"})
UNPROVED = " without proof"


def judge_calendar(name, state):
    if state == "OPEN":
        return None
    if state == "CLOSED":
        return "freeze: calendar " + name + " is closed"
    raise ValueError("calendar " + name + " answered " + repr(state))


def instant(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)


def judge_release(name, value, now):
    if value.startswith("open until "):
        if now < instant(value[len("open until "):]):
            return None
        return "release " + name + " lapsed: " + value
    if value == "held" or value.startswith(("held ", "held:")):
        return "release " + name + ": " + value
    raise ValueError("release " + name + " says " + repr(value))


def judge_declared(name, value, now):
    if value == "open":
        return None, False
    bare = value[:-len(UNPROVED)] if value.startswith("open until ") and value.endswith(UNPROVED) else value
    held = judge_release(name, bare, now)
    return held, held is None and bare != value


def judge_expiry(expires, now):
    if expires == "" or now < instant(expires):
        return None
    return "approval expired " + expires


def judge_manifest(events):
    bucket, owner, key, digest = (events[name] for name in ("Bucket", "BucketOwner", "Manifest", "Digest"))
    if key == "" and digest == "":
        return None
    if bucket == "" or owner == "" or re.fullmatch("[0-9a-f]{64}", digest) is None or key != "manifests/" + digest + ".yaml":
        raise ValueError("manifest " + repr(key) + " and digest " + repr(digest) + " do not belong together")
    s3 = boto3.client("s3", config=RETRIES)
    head = s3.head_object(Bucket=bucket, Key=key, ExpectedBucketOwner=owner, ChecksumMode="ENABLED")
    if base64.b64decode(head["ChecksumSHA256"], validate=True) != bytes.fromhex(digest):
        return "manifest " + key + " is not what was approved: its checksum is " + head["ChecksumSHA256"]
    written = deleted = 0
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=key, ExpectedBucketOwner=owner):
        written += len([one for one in page.get("Versions", []) if one["Key"] == key])
        deleted += len([one for one in page.get("DeleteMarkers", []) if one["Key"] == key])
    if written != 1 or deleted != 0:
        said = str(written) + " versions, " + str(deleted) + " deletions; approve a list that differs by an entry"
        return "manifest " + key + " was not written just once: " + said
    return None


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
    unproved = []
    for arn in events["Releases"]:
        name, value = read_release(home, arn)
        reason, without_proof = judge_declared(name, value, now)
        held.append(reason)
        unproved.append(without_proof)
    if events["Proved"] != "" and not all(unproved):
        name, value = read_release(home, events["Proved"])
        held.append(judge_release(name, value, now))
    held.append(judge_expiry(events["Expires"], now))
    held.append(judge_manifest(events))
    reasons = [reason for reason in held if reason is not None]
    if reasons:
        return {"Decision": "held", "Why": "; ".join(reasons)}
    return {"Decision": "open", "Why": "calendar and release are open"}
`;
