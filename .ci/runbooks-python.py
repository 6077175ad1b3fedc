"""Runs the Python of the runbooks for real, against a double of the cloud, on the cases that other witnesses use too.

Usage: runbooks-python.py SCRIPTS CASES, with the double on PYTHONPATH.
"""

import ast
import datetime
import hashlib
import importlib.util
import json
import pathlib
import sys
import types
import unittest

import boto3

SCRIPTS, CASES = (pathlib.Path(argument) for argument in sys.argv[1:3])
GATE = json.loads((CASES / "gate-cases.json").read_text())
COMMANDS = json.loads((CASES / "command-cases.json").read_text())
APPROVED = json.loads((CASES / "compare-cases.json").read_text())
RECORDS = json.loads((CASES / "record-cases.json").read_text())
CHANCE = json.loads((SCRIPTS / "gate-chance.json").read_text())
RETRIES = {"max_attempts": 10, "mode": "standard"}


def load(name):
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / (name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def clock(now):
    """The module datetime, in which it is always the same moment."""
    moment = datetime.datetime.strptime(now, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)

    class Frozen(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    return types.SimpleNamespace(datetime=Frozen, timezone=datetime.timezone, timedelta=datetime.timedelta)


class Scripts(unittest.TestCase):
    def test_are_python_that_every_runtime_of_the_service_reads(self):
        for script in SCRIPTS.glob("*.py"):
            with self.subTest(script.name):
                tree = ast.parse(script.read_text(), feature_version=(3, 10))
                handlers = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
                self.assertIn(script.stem, handlers)

    def test_hold_nothing_that_automation_would_take_for_a_variable(self):
        for script in SCRIPTS.glob("*.py"):
            with self.subTest(script.name):
                self.assertNotIn("{{", script.read_text())


NOTHING_MORE = {"Manifest": "", "Bucket": "", "BucketOwner": "", "Digest": "", "Expires": "", "Proved": ""}


def manifest_of(case):
    if "manifest" not in case:
        return {}
    told = {**GATE["manifest"], **case["manifest"]}
    return {"Manifest": told["key"], "Bucket": told["bucket"], "BucketOwner": told["owner"], "Digest": told["digest"]}


class Gate(unittest.TestCase):
    def decide(self, case, module=None):
        calendars = case.get("calendars", GATE["calendars"])
        arn = "arn:aws:ssm:eu-west-1:222222222222:parameter"
        releases = {arn + name: value for name, value in case.get("releases", GATE["releases"]).items()}
        proved = arn + "/fleet/rings/prod/proof" if "proof" in case else ""
        parameters = {**releases, **({proved: case["proof"]} if "proof" in case else {})}
        bucket = {"owner": case.get("bucketOwner", GATE["manifest"]["owner"]), "objects": case.get("objects", {})}
        boto3.CLOUD = boto3.Cloud(
            calendars=calendars, parameters=parameters, objects={case.get("bucketName", GATE["manifest"]["bucket"]): bucket}
        )
        gate = module or load("gate")
        gate.datetime = clock(case.get("now", GATE["now"]))
        events = {"Calendars": list(calendars), "Releases": list(releases), "Home": GATE["home"], **NOTHING_MORE}
        return gate.gate({**events, **manifest_of(case), "Expires": case.get("expires", ""), "Proved": proved}, None)

    def test_decides_each_case(self):
        for case in GATE["cases"]:
            with self.subTest(case["name"]):
                want = case["want"]
                if "raises" in want:
                    with self.assertRaises(Exception) as raised:
                        self.decide(case)
                    self.assertEqual(type(raised.exception).__name__, want["raises"])
                else:
                    self.assertEqual(self.decide(case), {"Decision": want["decision"], "Why": want["why"]})

    def test_decides_cases_of_chance_as_its_twin_in_the_simulator(self):
        for case in CHANCE:
            with self.subTest(case["name"]):
                try:
                    said = self.decide(case)
                except Exception:
                    said = None
                self.assertEqual(said, case["twin"])

    def spoiled(self):
        """The gate with one condition, one question or one word of a question left out, each once."""
        source = (SCRIPTS / "gate.py").read_text()

        def with_(change, number):
            tree = ast.parse(source)
            places = [place for node in ast.walk(tree) for place in change(node)]
            if number >= len(places):
                return None
            line, spoil = places[number]
            spoil()
            module = types.ModuleType("gate")
            exec(compile(ast.fix_missing_locations(tree), "gate.py", "exec"), module.__dict__)
            return line, module

        def put(node, name, value):
            return lambda: setattr(node, name, value)

        def never(node):
            if isinstance(node, (ast.If, ast.IfExp)):
                yield f"{node.lineno}: if never", put(node, "test", ast.Constant(False))

        def always(node):
            if isinstance(node, (ast.If, ast.IfExp)):
                yield f"{node.lineno}: if always", put(node, "test", ast.Constant(True))

        def part(node):
            for which in range(len(node.values) if isinstance(node, ast.BoolOp) else 0):
                # What decides nothing stands in for the part: true in an "and", false in an "or".
                idle = ast.Constant(isinstance(node.op, ast.And))
                yield f"{node.lineno}: without part {which}", put(node, "values", [idle if at == which else one for at, one in enumerate(node.values)])

        def filter_(node):
            if isinstance(node, ast.comprehension) and node.ifs:
                yield "a filter", put(node, "ifs", [])

        def statement(node):
            for which, one in enumerate(getattr(node, "body", []) if isinstance(node, (ast.FunctionDef, ast.For)) else []):
                if isinstance(one, (ast.Expr, ast.AugAssign)):
                    yield f"{one.lineno}: without it", lambda which=which: node.body.__setitem__(which, ast.Pass())

        def keyword(node):
            for which in range(len(node.keywords) if isinstance(node, ast.Call) else 0):
                if node.keywords[which].arg not in ("max_attempts", "retries", "mode", "config", "tzinfo"):
                    yield (
                        f"{node.lineno}: without {node.keywords[which].arg}",
                        put(node, "keywords", [one for at, one in enumerate(node.keywords) if at != which]),
                    )

        for change in (never, always, part, filter_, statement, keyword):
            number = 0
            while (spoiled := with_(change, number)) is not None:
                yield spoiled
                number += 1

    def test_needs_every_condition_that_it_has(self):
        count = 0
        for what, module in self.spoiled():
            count += 1
            with self.subTest(what):
                self.assertTrue([case["name"] for case in GATE["cases"] if not self.holds(case, module)], "no case tells the difference")
        self.assertGreater(count, 60)

    def holds(self, case, module):
        want = case["want"]
        try:
            return self.decide(case, module) == {"Decision": want.get("decision"), "Why": want.get("why")}
        except Exception as raised:
            return type(raised).__name__ == want.get("raises")

    def test_answers_what_the_service_takes_as_a_payload(self):
        for case in GATE["cases"]:
            if "decision" in case["want"]:
                self.assertEqual(json.loads(json.dumps(self.decide(case))).keys(), {"Decision", "Why"})

    def test_asks_calendars_here_and_releases_at_home_and_tries_again_when_throttled(self):
        self.decide(GATE["cases"][0])
        self.assertEqual(
            boto3.CLOUD.clients,
            [
                {"service": "ssm", "region": "us-east-1", "retries": RETRIES},
                {"service": "ssm", "region": "eu-west-1", "retries": RETRIES},
            ],
        )
        self.decide({"manifest": {}, "objects": {GATE["manifest"]["key"]: {"checksum": "X19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX18="}}})
        self.assertEqual(boto3.CLOUD.clients[2:], [{"service": "s3", "region": "us-east-1", "retries": RETRIES}])

    def test_goes_by_the_real_clock_when_nobody_stops_it(self):
        boto3.CLOUD = boto3.Cloud(
            calendars={"c": "OPEN"}, parameters={"arn:aws:ssm:eu-west-1:2:parameter/r": "open until 2999-01-01T00:00:00Z"}
        )
        events = {"Calendars": ["c"], "Releases": ["arn:aws:ssm:eu-west-1:2:parameter/r"], "Home": "eu-west-1", **NOTHING_MORE}
        self.assertEqual(load("gate").gate(events, None)["Decision"], "open")


def commands_of(case):
    mine = COMMANDS["comment"]
    return [{**command, "comment": command["comment"].replace("mine", mine)} for command in case["commands"]]


def tags_of(key, tag):
    """A server's tags: the group it is in, or a map of all."""
    return list(tag.items()) if isinstance(tag, dict) else [(key, tag)]


class Reconcile(unittest.TestCase):
    def reconcile(self, case):
        key, value = COMMANDS["tag"]
        servers = {server: tags_of(key, tag) for server, tag in case["servers"].items()}
        boto3.CLOUD = boto3.Cloud(servers=servers, commands=commands_of(case))
        events = {
            "TagKey": key,
            "TagValue": value,
            "Servers": case.get("expected", "0"),
            "Document": "AWS-RunPatchBaseline",
            "Comment": COMMANDS["comment"],
        }
        return load("reconcile").reconcile(events, None)

    def test_counts_each_case(self):
        for case in COMMANDS["reconcile"]:
            with self.subTest(case["name"]):
                want = case["want"]
                if "raises" in want:
                    with self.assertRaises(RuntimeError) as raised:
                        self.reconcile(case)
                    self.assertEqual(str(raised.exception), want["raises"])
                else:
                    self.assertEqual(self.reconcile(case), {"Expected": want["expected"], "Finished": want["finished"]})
                self.assertEqual(boto3.CLOUD.clients[0]["retries"], RETRIES)


class Count(unittest.TestCase):
    def test_counts_each_case(self):
        for case in COMMANDS["count"]:
            with self.subTest(case["name"]):
                boto3.CLOUD = boto3.Cloud(
                    servers={server: list(tags.items()) for server, tags in case["servers"].items()}, commands=commands_of(case)
                )
                filters = [{"Key": "tag:" + key, "Values": [value]} for key, value in case["tags"].items()]
                events = {"Filters": filters, "Document": "fleet-restart", "Comment": COMMANDS["comment"]}
                want = case["want"]
                if "raises" in want:
                    with self.assertRaises(RuntimeError) as raised:
                        load("count").count(events, None)
                    self.assertEqual(str(raised.exception), want["raises"])
                else:
                    self.assertEqual(load("count").count(events, None), want)


class Cancel(unittest.TestCase):
    def test_cancels_in_each_case(self):
        for case in COMMANDS["cancel"]:
            with self.subTest(case["name"]):
                boto3.CLOUD = boto3.Cloud(commands=commands_of(case))
                answer = load("cancel").cancel({"Document": case.get("document", "AWS-RunPatchBaseline"), "Comments": [COMMANDS["comment"], *case.get("more", [])]}, None)
                self.assertEqual(boto3.CLOUD.cancelled, case["want"]["cancelled"])
                self.assertEqual(answer, {"Cancelled": ",".join(case["want"]["cancelled"])})


class Compare(unittest.TestCase):
    def compare(self, case, script=None):
        key, value = APPROVED["tag"]
        text = case.get("text", APPROVED["text"])
        bucket = {"owner": "444444444444", "objects": {"manifests/m.yaml": {"body": text}}}
        boto3.CLOUD = boto3.Cloud(
            servers={server: [(key, value)] for server in case.get("servers", APPROVED["servers"])},
            commands=case.get("commands", APPROVED["commands"]),
            patches={**APPROVED["patches"], **case.get("patches", {})},
            objects={"fleet-manifests": bucket},
        )
        events = {
            "TagKey": key,
            "TagValue": value,
            "Document": "AWS-RunPatchBaseline",
            "Comment": APPROVED["comment"],
            "Manifest": "manifests/m.yaml",
            "Bucket": "fleet-manifests",
            "BucketOwner": "444444444444",
            "Digest": hashlib.sha256(APPROVED["text"].encode() if "text" in case and case.get("changed") else text.encode()).hexdigest(),
        }
        return (script or load("compare")).compare(events, None)

    def test_tells_each_case(self):
        for case in APPROVED["compare"]:
            with self.subTest(case["name"]):
                want = case["want"]
                if "raises" in want:
                    with self.assertRaises(RuntimeError) as raised:
                        self.compare(case)
                    self.assertEqual(str(raised.exception), want["raises"])
                else:
                    self.assertEqual(self.compare(case), want)

    def test_asks_only_servers_of_the_group_that_the_install_reached(self):
        self.compare(APPROVED["compare"][0])
        self.assertEqual(sorted(set(boto3.CLOUD.asked)), ["i-1", "i-2"])

    def test_stops_in_time_to_say_so(self):
        script = load("compare")
        times = iter([0, 0, *[script.SECONDS + 1] * 50])
        script.AT_ONCE = 1
        script.time = types.SimpleNamespace(monotonic=lambda: next(times))
        self.assertEqual(
            self.compare(APPROVED["compare"][0], script),
            {"Approved": "2", "LeftOut": "", "Unapproved": "", "Names": "cut short: 2 of 2 servers were not asked"},
        )
        self.assertLess(script.SECONDS + 120, 600)


class Waiting(unittest.TestCase):
    def test_counts_each_case(self):
        key, value = COMMANDS["tag"]
        for case in COMMANDS["waiting"]:
            with self.subTest(case["name"]):
                boto3.CLOUD = boto3.Cloud(
                    servers={server: [(key, tag)] for server, tag in case["servers"].items()},
                    commands=commands_of(case),
                    states={server: {"Operation": "Scan", "OperationEndTime": "2026-11-22T01:05:00+00:00", **state} for server, state in case["states"].items()},
                )
                events = {
                    "TagKey": key,
                    "TagValue": value,
                    "Servers": case.get("expected", "0"),
                    "Document": "AWS-RunPatchBaseline",
                    "Comment": COMMANDS["comment"],
                }
                want = case["want"]
                if "raises" in want:
                    with self.assertRaises(RuntimeError) as raised:
                        load("waiting").waiting(events, None)
                    self.assertEqual(str(raised.exception), want["raises"])
                else:
                    self.assertEqual(load("waiting").waiting(events, None), {"Expected": want["expected"], "Finished": want["finished"]})

    def test_asks_fifty_servers_at_once(self):
        key, value = COMMANDS["tag"]
        servers = [f"i-{number}" for number in range(1200)]
        state = {"Operation": "Scan", "OperationEndTime": "2026-11-22T01:05:00+00:00", "InstalledPendingRebootCount": 0}
        boto3.CLOUD = boto3.Cloud(
            servers={server: [(key, value)] for server in servers},
            commands=[{"id": "c-1", "comment": COMMANDS["comment"], "invocations": {}}],
            states={server: state for server in servers},
        )
        events = {"TagKey": key, "TagValue": value, "Servers": "1200", "Document": "AWS-RunPatchBaseline", "Comment": COMMANDS["comment"]}
        self.assertEqual(load("waiting").waiting(events, None), {"Expected": "1200", "Finished": "1200"})


class Record(unittest.TestCase):
    def record(self, case):
        key, value = RECORDS["tag"]
        servers = case.get("servers", RECORDS["servers"])
        known = servers if "error" in servers else {server: tags_of(key, tag) for server, tag in servers.items()}
        steps = case["steps"]
        run = steps if "error" in steps else {
            "DocumentName": RECORDS["document"],
            "ExecutionStartTime": datetime.datetime.fromisoformat(RECORDS["started"]),
            "StepExecutions": [self.step(step) for step in steps],
        }
        document = case.get("document", "AWS-RunPatchBaseline")
        commands = [{"id": "c-1", "document": document, "comment": RECORDS["comment"], "invocations": case["invocations"]}] if "invocations" in case else []
        commands += [
            {"id": "c-" + comment, "document": document, "comment": comment, "invocations": invocations}
            for comment, invocations in case.get("more", {}).items()
        ]
        boto3.CLOUD = boto3.Cloud(servers=known, commands=commands, runs={RECORDS["execution"]: run}, bucket=case.get("bucket"))
        script = load("record")
        script.datetime = clock(RECORDS["now"])
        events = {
            "Execution": RECORDS["execution"],
            "Account": "444444444444",
            "Region": "us-east-1",
            "Ring": "prod",
            "TagKey": key,
            "TagValue": value,
            "Document": case.get("document", "AWS-RunPatchBaseline"),
            "Comments": [RECORDS["comment"], *case.get("comments", [])],
            "Bucket": "fleet-evidence-222222222222-eu-west-1",
            "BucketOwner": "222222222222",
            "BucketRegion": "eu-west-1",
        }
        return script.record(events, None)

    def step(self, step):
        told = {"StepName": step["name"], "StepStatus": step["status"]}
        return {**told, **({"Outputs": step["outputs"]} if "outputs" in step else {}), **({"FailureMessage": step["message"]} if "message" in step else {})}

    def test_writes_one_object_of_text_in_each_case(self):
        for case in RECORDS["cases"]:
            with self.subTest(case["name"]):
                want = case["want"]
                if "raises" in want:
                    with self.assertRaises(Exception) as raised:
                        self.record(case)
                    self.assertEqual(type(raised.exception).__name__, want["raises"])
                    self.assertEqual(boto3.CLOUD.written, [])
                    continue
                answer = self.record(case)
                key = "runs/records/accountid=444444444444/region=us-east-1/" + RECORDS["execution"] + ".json"
                self.assertEqual(answer, {"Outcome": want["outcome"], "Key": key})
                [request] = boto3.CLOUD.written
                body = request.pop("Body").decode()
                self.assertEqual(
                    request,
                    {
                        "Bucket": "fleet-evidence-222222222222-eu-west-1",
                        "ExpectedBucketOwner": "222222222222",
                        "Key": key,
                        "ContentType": "application/json",
                    },
                )
                self.assertTrue(body.endswith("\n") and body.count("\n") == 1)
                self.assertEqual(
                    json.loads(body),
                    {
                        "execution": RECORDS["execution"],
                        "accountid": "444444444444",
                        "region": "us-east-1",
                        "patchgroup": "web",
                        "ring": "prod",
                        "runbook": "fleet-install-web",
                        "started": "2026-11-22T01:00:07Z",
                        "ended": "2026-11-22T03:20:00Z",
                        **{"approved": "", "leftout": "", "unapproved": "", **want},
                    },
                )

    def test_asks_here_and_writes_where_the_bucket_is(self):
        self.record(RECORDS["cases"][0])
        self.assertEqual([(one["service"], one["region"], one["retries"]) for one in boto3.CLOUD.clients], [("ssm", "us-east-1", RETRIES), ("s3", "eu-west-1", RETRIES)])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
