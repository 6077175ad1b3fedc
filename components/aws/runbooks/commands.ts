/**
 * What a run does about the commands that it sent: cancel one that outlived its step, and compare the servers of the
 * group with those that finished. Commands are found by their comment, which names run and step: a step that timed out
 * passes no command id on.
 */
const FIND = `import boto3
from botocore.config import Config

RETRIES = Config(retries={"max_attempts": 10, "mode": "standard"})


def commands_of(ssm, comment):
    found = []
    filters = [{"key": "DocumentName", "value": "AWS-RunPatchBaseline"}]
    for page in ssm.get_paginator("list_commands").paginate(Filters=filters):
        for command in page["Commands"]:
            if command.get("Comment") == comment:
                found.append(command["CommandId"])
        if found:
            break
    return found
`;

/** Cancels the command of a step, so that no further server starts. Answers with the ids it cancelled. */
export const CANCEL_SCRIPT = `${FIND}

def cancel(events, context):
    ssm = boto3.client("ssm", config=RETRIES)
    cancelled = commands_of(ssm, events["Comment"])
    for command in cancelled:
        ssm.cancel_command(CommandId=command)
    return {"Cancelled": ",".join(cancelled)}
`;

/** The servers of a group and those that finished, for whoever counts them. */
export const SERVERS_OF = `${FIND}

def servers_of(ssm, key, value):
    found = set()
    filters = [{"Key": "tag:" + key, "Values": [value]}]
    for page in ssm.get_paginator("describe_instance_information").paginate(Filters=filters):
        found.update(server["InstanceId"] for server in page["InstanceInformationList"])
    return found


def finished_of(ssm, commands):
    found = set()
    for command in commands:
        for page in ssm.get_paginator("list_command_invocations").paginate(CommandId=command):
            found.update(one["InstanceId"] for one in page["CommandInvocations"] if one["Status"] == "Success")
    return found
`;

/**
 * Compares the servers that carry the group's tag, silent ones included, with those on which the install succeeded.
 * Raises, and so fails the run, when one is missing, or when servers are expected and none carries the tag.
 */
export const RECONCILE_SCRIPT = `${SERVERS_OF}

def reconcile(events, context):
    ssm = boto3.client("ssm", config=RETRIES)
    expected = servers_of(ssm, events["TagKey"], events["TagValue"])
    finished = finished_of(ssm, commands_of(ssm, events["Comment"]))
    missing = sorted(expected - finished)
    if missing:
        shown = ", ".join(missing[:20]) + (" and more" if len(missing) > 20 else "")
        raise RuntimeError(f"{len(missing)} of {len(expected)} servers did not finish: {shown}")
    if not expected and int(events["Servers"]) > 0:
        raise RuntimeError(f"{events['Servers']} servers are expected and none carries {events['TagKey']}={events['TagValue']}")
    return {"Expected": str(len(expected)), "Finished": str(len(expected & finished))}
`;
