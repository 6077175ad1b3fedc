import { SERVERS_OF } from "./commands";

/**
 * Whether any server of a group still waits for a restart. Plain Python, run by the service itself, in tests by a real
 * interpreter.
 *
 * Only a scan since the restart tells: a server that no scan of this run has seen is not known, and that is as bad as waiting.
 * Raises, and so fails the run, when a server waits or is not known, or when servers are expected and none carries the tag.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstancePatchStates.html
 */
export const WAITING_SCRIPT = `${SERVERS_OF}
AT_ONCE = 50


def states_of(ssm, servers):
    for start in range(0, len(servers), AT_ONCE):
        ids = servers[start : start + AT_ONCE]
        for page in ssm.get_paginator("describe_instance_patch_states").paginate(InstanceIds=ids):
            yield from page["InstancePatchStates"]


def waiting(events, context):
    ssm = boto3.client("ssm", config=RETRIES)
    servers = servers_of(ssm, events["TagKey"], events["TagValue"])
    if not servers and int(events["Servers"]) > 0:
        raise RuntimeError(f"{events['Servers']} servers are expected and none carries {events['TagKey']}={events['TagValue']}")
    scans = commands_of(ssm, events["Document"], events["Comment"])
    began = min((command["RequestedDateTime"] for command in scans), default=None)
    seen, late = set(), set()
    for state in states_of(ssm, sorted(servers)):
        if began is not None and state["Operation"] == "Scan" and state["OperationEndTime"] >= began:
            seen.add(state["InstanceId"])
            if state["InstalledPendingRebootCount"] != 0:
                late.add(state["InstanceId"])
    unknown = servers - seen
    said = [
        f"{len(late)} of {len(servers)} servers still wait for a restart: {some(late)}" if late else "",
        f"{len(unknown)} of {len(servers)} servers were not scanned, so nobody knows: {some(unknown)}" if unknown else "",
    ]
    if late or unknown:
        raise RuntimeError("; ".join(one for one in said if one))
    return {"Expected": str(len(servers)), "Finished": str(len(seen))}
`;
