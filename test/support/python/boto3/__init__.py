"""A double of boto3 for the scripts of runbooks: it fakes the cloud and nothing else."""

from botocore.exceptions import ClientError

PAGE = 2


class Cloud:
    """What is there, as plain data, and what was asked of it."""

    def __init__(self, calendars=None, parameters=None, servers=None, commands=None, runs=None, bucket=None):
        self.calendars = calendars or {}
        self.parameters = parameters or {}
        self.servers = servers or {}
        self.commands = commands or []
        self.runs = runs or {}
        self.bucket = bucket or {}
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
            {"CommandId": command["id"], **({"Comment": command["comment"]} if command["comment"] else {})}
            for command in CLOUD.commands
            if command.get("document", "AWS-RunPatchBaseline") in names
        ]
        return pages("Commands", found)

    def page_list_command_invocations(self, CommandId):
        [command] = [one for one in CLOUD.commands if one["id"] == CommandId]
        found = [{"InstanceId": server, "Status": status} for server, status in command["invocations"].items()]
        return pages("CommandInvocations", found)

    def page_describe_instance_information(self, Filters):
        [wanted] = Filters
        if "error" in CLOUD.servers:
            answer(CLOUD.servers, "DescribeInstanceInformation")
        found = [
            {"InstanceId": server}
            for server, (key, value) in CLOUD.servers.items()
            if wanted == {"Key": "tag:" + key, "Values": [value]}
        ]
        return pages("InstanceInformationList", found)


class S3:
    def put_object(self, **request):
        answer(CLOUD.bucket or None, "PutObject")
        CLOUD.written.append(request)
        return {}


def client(service, region_name="us-east-1", config=None):
    CLOUD.clients.append({"service": service, "region": region_name, "retries": config.retries})
    return {"ssm": Ssm, "s3": lambda region: S3()}[service](region_name)
