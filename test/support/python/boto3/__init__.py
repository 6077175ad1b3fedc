"""A double of boto3 for the scripts of runbooks: it fakes the cloud and nothing else."""

import datetime
import io

from botocore.exceptions import ClientError

PAGE = 2


class Cloud:
    """What is there, as plain data, and what was asked of it."""

    def __init__(self, calendars=None, parameters=None, servers=None, commands=None, runs=None, bucket=None, objects=None, patches=None, states=None):
        self.calendars = calendars or {}
        self.parameters = parameters or {}
        self.servers = servers or {}
        self.commands = commands or []
        self.runs = runs or {}
        self.bucket = bucket or {}
        self.objects = objects or {}
        self.patches = patches or {}
        self.states = states or {}
        self.asked = []
        self.clients = []
        self.cancelled = []
        self.written = []


CLOUD = Cloud()


def answer(value, operation):
    if isinstance(value, dict) and "error" in value:
        raise ClientError({"Error": {"Code": value["error"], "Message": "refused"}}, operation)
    return value


def pages(key, items):
    for start in range(0, max(len(items), 1), PAGE):
        yield {key: items[start : start + PAGE]}


class Paginator:
    def __init__(self, operation):
        self.paginate = operation


class Ssm:
    def __init__(self, region):
        self.region = region

    def get_calendar_state(self, CalendarNames):
        states = [answer(CLOUD.calendars[name], "GetCalendarState") for name in CalendarNames]
        if not states:
            raise ClientError({"Error": {"Code": "ValidationException", "Message": "no calendar"}}, "GetCalendarState")
        return {"State": "CLOSED" if "CLOSED" in states else states[0]}

    def get_parameter(self, Name):
        if Name.split(":")[3] != self.region:
            raise ClientError({"Error": {"Code": "ValidationException", "Message": "another region"}}, "GetParameter")
        return {"Parameter": {"Value": answer(CLOUD.parameters[Name], "GetParameter")}}

    def cancel_command(self, CommandId):
        CLOUD.cancelled.append(CommandId)
        return {}

    def get_automation_execution(self, AutomationExecutionId):
        return {"AutomationExecution": answer(CLOUD.runs[AutomationExecutionId], "GetAutomationExecution")}

    def get_paginator(self, name):
        return Paginator(getattr(self, "page_" + name))

    def page_list_commands(self, Filters):
        names = [value["value"] for value in Filters if value["key"] == "DocumentName"]
        found = [
            {
                "CommandId": command["id"],
                "RequestedDateTime": datetime.datetime.fromisoformat(command.get("sent", "2026-11-22T01:00:00+00:00")),
                **({"Comment": command["comment"]} if command["comment"] else {}),
            }
            for command in CLOUD.commands
            if command.get("document", "AWS-RunPatchBaseline") in names
        ]
        return pages("Commands", found)

    def page_list_command_invocations(self, CommandId):
        [command] = [one for one in CLOUD.commands if one["id"] == CommandId]
        found = [{"InstanceId": server, "Status": status} for server, status in command["invocations"].items()]
        return pages("CommandInvocations", found)

    def page_describe_instance_information(self, Filters):
        wanted = [(one["Key"], *one["Values"]) for one in Filters]
        if "error" in CLOUD.servers:
            answer(CLOUD.servers, "DescribeInstanceInformation")
        found = [
            {"InstanceId": server}
            for server, tags in CLOUD.servers.items()
            if all((key, value) in [("tag:" + tag, held) for tag, held in tags] for key, value in wanted)
        ]
        return pages("InstanceInformationList", found)

    def page_describe_instance_patches(self, InstanceId, Filters, PaginationConfig):
        [states] = [one["Values"] for one in Filters if one["Key"] == "State"]
        if not 10 <= PaginationConfig["PageSize"] <= 100:
            answer({"error": "ValidationException"}, "DescribeInstancePatches")
        CLOUD.asked.append(InstanceId)
        there = [{**one, "InstalledTime": datetime.datetime.fromisoformat(one["InstalledTime"])} for one in answer(CLOUD.patches[InstanceId], "DescribeInstancePatches")]
        return pages("Patches", [one for one in there if one["State"].replace("_", "").lower() in [state.lower() for state in states]])

    def page_describe_instance_patch_states(self, InstanceIds):
        if not 1 <= len(InstanceIds) <= 50:
            answer({"error": "ValidationException"}, "DescribeInstancePatchStates")
        found = [
            {"InstanceId": server, **state, "OperationEndTime": datetime.datetime.fromisoformat(state["OperationEndTime"])}
            for server, state in CLOUD.states.items()
            if server in InstanceIds
        ]
        return pages("InstancePatchStates", found)


def listed(key, kind):
    return {"Key": key, "VersionId": kind, "IsLatest": True}


class S3:
    """A bucket's objects by key: owner, checksum and body of the newest, how many versions and deletions there are."""

    def __init__(self, region):
        self.region = region

    def owned(self, Bucket, ExpectedBucketOwner, operation):
        there = CLOUD.objects.get(Bucket)
        if there is None:
            answer({"error": "404"}, operation)
        if there["owner"] != ExpectedBucketOwner or there.get("region", self.region) != self.region:
            answer({"error": "403"}, operation)
        return there["objects"]

    def newest(self, operation, Bucket, Key, ExpectedBucketOwner, ChecksumMode):
        found = answer(self.owned(Bucket, ExpectedBucketOwner, operation).get(Key, {"error": "404"}), operation)
        checksum = {"ChecksumSHA256": found["checksum"]} if ChecksumMode == "ENABLED" and "checksum" in found else {}
        return found, {"ContentLength": found.get("length", 1), **checksum}

    def head_object(self, Bucket, Key, ExpectedBucketOwner, ChecksumMode):
        return self.newest("HeadObject", Bucket, Key, ExpectedBucketOwner, ChecksumMode)[1]

    def get_object(self, Bucket, Key, ExpectedBucketOwner):
        found, told = self.newest("GetObject", Bucket, Key, ExpectedBucketOwner, "")
        return {**told, "Body": io.BytesIO(found["body"].encode())}

    def get_paginator(self, name):
        return Paginator(getattr(self, "page_" + name))

    def page_list_object_versions(self, Bucket, Prefix, ExpectedBucketOwner):
        found = self.owned(Bucket, ExpectedBucketOwner, "ListObjectVersions")
        entries = []
        for key, one in found.items():
            if key.startswith(Prefix) and "listed" in one:
                answer(one["listed"], "ListObjectVersions")
            if key.startswith(Prefix):
                entries += [("DeleteMarkers", listed(key, "d"))] * one.get("deletions", 0)
                entries += [("Versions", listed(key, "v"))] * one.get("versions", 1)
        for start in range(0, max(len(entries), 1), PAGE):
            page = {}
            for kind, entry in entries[start : start + PAGE]:
                page.setdefault(kind, []).append(entry)
            yield page

    def put_object(self, **request):
        answer(CLOUD.bucket or None, "PutObject")
        CLOUD.written.append(request)
        return {}


def client(service, region_name="us-east-1", config=None):
    CLOUD.clients.append({"service": service, "region": region_name, "retries": config.retries})
    return {"ssm": Ssm, "s3": S3}[service](region_name)
