/**
 * What a run does about the commands that it sent: cancel one that outlived its step, and compare the servers of the
 * group with those that finished. Commands are found by their comment, which names run and step: a step that timed out
 * passes no command id on.
 */
const FIND = `import boto3
from botocore.config import Config

RETRIES = Config(retries={"max_attempts": 10, "mode": "standard"})


def commands_of(ssm, document, comment):
    found = []
    filters = [{"key": "DocumentName", "value": document}]
    for page in ssm.get_paginator("list_commands").paginate(Filters=filters):
        found += [command for command in page["Commands"] if command.get("Comment") == comment]
        if found:
            break
    return found
`;

/** Cancels the commands of steps, so that no further server starts. Answers with the ids it cancelled. */
export const CANCEL_SCRIPT = `${FIND}

def cancel(events, context):
    ssm = boto3.client("ssm", config=RETRIES)
    found = [one for comment in events["Comments"] for one in commands_of(ssm, events["Document"], comment)]
    cancelled = [command["CommandId"] for command in found]
    for command in cancelled:
        ssm.cancel_command(CommandId=command)
    return {"Cancelled": ",".join(cancelled)}
`;

/**
 * Compares the servers of a wave with those that finished. Raises, and so fails the step, when one is missing. Short, because each
 * wave has one and a document holds 64 KB.
 */
export const COUNT_SCRIPT = `${FIND}

def count(events, context):
    ssm = boto3.client("ssm", config=RETRIES)
    expected, finished = set(), set()
    for page in ssm.get_paginator("describe_instance_information").paginate(Filters=events["Filters"]):
        expected.update(server["InstanceId"] for server in page["InstanceInformationList"])
    for command in commands_of(ssm, events["Document"], events["Comment"]):
        for page in ssm.get_paginator("list_command_invocations").paginate(CommandId=command["CommandId"]):
            finished.update(one["InstanceId"] for one in page["CommandInvocations"] if one["Status"] == "Success")
    missing = sorted(expected - finished)
    if missing:
        raise RuntimeError(f"{len(missing)} of {len(expected)} servers did not finish: {', '.join(missing[:20])}")
    return {"Finished": str(len(expected))}
`;

/** The servers that carry a tag, and what became of commands on them, for whoever counts them. */
export const SERVERS_OF = `${FIND}

def servers_of(ssm, key, value):
    found = set()
    filters = [{"Key": "tag:" + key, "Values": [value]}]
    for page in ssm.get_paginator("describe_instance_information").paginate(Filters=filters):
        found.update(server["InstanceId"] for server in page["InstanceInformationList"])
    return found


def invocations_of(ssm, commands):
    for command in commands:
        for page in ssm.get_paginator("list_command_invocations").paginate(CommandId=command["CommandId"]):
            yield from page["CommandInvocations"]


def finished_of(ssm, commands):
    return {one["InstanceId"] for one in invocations_of(ssm, commands) if one["Status"] == "Success"}


def some(names):
    names = sorted(names)
    return ", ".join(names[:20]) + (" and more" if len(names) > 20 else "")
`;

/**
 * Compares the servers that carry the group's tag, silent ones included, with those on which the install succeeded.
 * Raises, and so fails the run, when one is missing, or when servers are expected and none carries the tag.
 */
export const RECONCILE_SCRIPT = `${SERVERS_OF}

def reconcile(events, context):
    ssm = boto3.client("ssm", config=RETRIES)
    expected = servers_of(ssm, events["TagKey"], events["TagValue"])
    finished = finished_of(ssm, commands_of(ssm, events["Document"], events["Comment"]))
    missing = expected - finished
    if missing:
        raise RuntimeError(f"{len(missing)} of {len(expected)} servers did not finish: {some(missing)}")
    if not expected and int(events["Servers"]) > 0:
        raise RuntimeError(f"{events['Servers']} servers are expected and none carries {events['TagKey']}={events['TagValue']}")
    return {"Expected": str(len(expected)), "Finished": str(len(expected & finished))}
`;
