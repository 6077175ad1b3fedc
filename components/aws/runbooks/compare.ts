import { SERVERS_OF } from "./commands";

/**
 * What of an approved list was not installed, and what was installed without being on it. Plain Python, run by the service
 * itself, in tests by a real interpreter.
 *
 * - asks only servers of the group that the run's install reached, and of each only what is installed, missing or failed
 * - the list is read once more and must still be the approved one
 * - an approved patch is left out when a server still lacks it, or when no server has it
 * - installed beside the list is what a server got since the command was sent and the list does not name; what AWS gives no
 *   time for cannot be told
 * - it stops asking in time to say so: a count of nothing is a text of nothing, not `0`, when some servers were not asked
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstancePatches.html
 */
export const COMPARE_SCRIPT = `import concurrent.futures
import hashlib
import re
import time
${SERVERS_OF}

SECONDS = 450
AT_ONCE = 8
STATES = ["Installed", "InstalledOther", "InstalledPendingReboot", "InstalledRejected", "Missing", "Failed"]


def approved_of(events):
    s3 = boto3.client("s3", config=RETRIES)
    body = s3.get_object(Bucket=events["Bucket"], Key=events["Manifest"], ExpectedBucketOwner=events["BucketOwner"])["Body"].read()
    if hashlib.sha256(body).hexdigest() != events["Digest"]:
        raise RuntimeError("manifest " + events["Manifest"] + " is no longer what was approved")
    return set(re.findall(r"^  - id: '([^']*)'(?:\\n    title: '([^']*)')?$", body.decode(), re.MULTILINE))


def patches_of(ssm, server, until):
    found = []
    filters = [{"Key": "State", "Values": STATES}]
    pages = ssm.get_paginator("describe_instance_patches").paginate(InstanceId=server, Filters=filters, PaginationConfig={"PageSize": 100})
    for page in pages:
        found += page["Patches"]
        if time.monotonic() > until:
            return None
    return found


def told_of(patches, approved, began):
    has, lacks, more = set(), set(), set()
    for patch in patches:
        installed = patch["State"].replace("_", "").upper().startswith("INSTALLED")
        named = {one for one in approved if one[0] == patch["KBId"] and one[1] in ("", patch["Title"])}
        if installed:
            has |= named
            if not named and patch["InstalledTime"] >= began:
                more.add(patch["Title"] if "." in patch["KBId"] else patch["KBId"])
        else:
            lacks |= {one for one in approved if one[0] == patch["KBId"]}
    return has, lacks - has, more


def ask(ssm, server, approved, began, until):
    if time.monotonic() > until:
        return None
    try:
        patches = patches_of(ssm, server, until)
    except Exception:
        return None
    return None if patches is None else told_of(patches, approved, began)


def counted(names, unasked):
    return "" if unasked and not names else str(len(names))


def compare(events, context):
    until = time.monotonic() + SECONDS
    ssm = boto3.client("ssm", config=RETRIES)
    approved = approved_of(events)
    commands = commands_of(ssm, events["Document"], events["Comment"])
    if not commands:
        raise RuntimeError("the command of the install is not found, so nothing can be told of what it did")
    began = min(command["RequestedDateTime"] for command in commands)
    reached = {one["InstanceId"] for one in invocations_of(ssm, commands)}
    servers = sorted(servers_of(ssm, events["TagKey"], events["TagValue"]) & reached)
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        told = list(pool.map(lambda server: ask(ssm, server, approved, began, until), servers))
    unasked = len([one for one in told if one is None])
    known = [one for one in told if one is not None]
    nowhere = set() if unasked else approved - set().union(*(has for has, _, _ in known))
    out = {" ".join(one[1:] if one[1] else one[:1]) for one in nowhere.union(*(lacks for _, lacks, _ in known))}
    more = set().union(*(extra for _, _, extra in known))
    said = [
        "not installed: " + some(out) if out else "",
        "installed and not approved: " + some(more) if more else "",
        f"cut short: {unasked} of {len(servers)} servers were not asked" if unasked else "",
    ]
    return {
        "Approved": str(len(approved)),
        "LeftOut": counted(out, unasked),
        "Unapproved": counted(more, unasked),
        "Names": "; ".join(one for one in said if one)[:1500],
    }
`;
