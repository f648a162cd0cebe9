#!/usr/bin/env python3
"""Makes the catalogue of the services' operations from the models that AWS publishes with its SDKs.

Run it by hand; the build never does:

    pip download --no-deps botocore
    npm pack aws-sdk@2
    python3 generate.py botocore-*.whl aws-sdk-2.*.tgz

All services that botocore knows are taken from there: it has the newest, with their errors, values and
ranges. Services that it has dropped, and that definitions still name, are taken from the old SDK.

It writes src/main/resources/io/stepunit/internal/awsmodel: one file for each service, and index.json
with the services' names and where the models came from. The same archives give the same files, but for
the day in the index. Needs Python 3.9 and nothing else.

A service's file has a line for each operation, an empty line, and a line for each shape:

    SendMessage 0 1 QueueDoesNotExistException ...      name, INPUT, OUTPUT, errors

INPUT and OUTPUT are numbers of structures, counted from 0, or - where there is none. Errors are named as
the SDK for Java names their classes, which is how they appear in an execution. A reference to a shape is a number, or one letter for a plain value:

    s text   i integer   l long   f float   d double   b boolean   t time   B blob
    S blob that is streamed   E stream of events   D any JSON

A shape is one of
    {"Name": REFERENCE, "Name!": REFERENCE}   structure; "!" marks what is required
    {"|": 0, "Name": REFERENCE}               union: exactly one of the members is given
    {"@": "Tag", "Name": REFERENCE}           structure with the name of its class in the SDK for Java
    ["[", REFERENCE]                          list
    ["{", REFERENCE]                          map with text keys
    ["s", MIN_LENGTH, [VALUES]]               text with a least length or known values
    ["B", MIN_LENGTH]                         blob with a least length
    ["i", MINIMUM, MAXIMUM]                   number with a range; null where it is open

So the reader parses the shapes that are asked for only, and a new version shows what it changed.
Names are those of the service's API: how Step Functions writes them is a rule, and the reader's.
Values, lengths and ranges are kept where a response can hold them: Step Functions looks at them in
mocked results, while in requests it looks at names and types. Its texts name the classes of the SDK for
Java where a request has something else in the place of a structure.
"""

import argparse
import datetime
import gzip
import json
import pathlib
import re
import tarfile
import zipfile

RESOURCES = pathlib.Path(__file__).parent / "src/main/resources/io/stepunit/internal/awsmodel"

# Services that the SDK for Java 2 never had, so Step Functions did not either.
OTHERS_ONLY = {"importexport", "mobileanalytics", "simpledb"}

# Services whose integration Step Functions removed in 2026.
DROPPED = {
    "apptest", "elastictranscoder", "lexmodelbuilding", "lexruntime", "lookoutmetrics", "opsworks",
    "opsworkscm", "qldb", "qldbsession", "robomaker", "worklink",
}

# Limits that Step Functions was seen to apply where the newest model of the service has others.
RECORDED = {("lambda", "MemorySize"): {"max": 10240}}

PLAIN = {
    "string": "s", "character": "s", "integer": "i", "long": "l", "float": "f", "double": "d",
    "boolean": "b", "timestamp": "t", "blob": "B", "bigdecimal": "d", "biginteger": "l",
}
NUMBERS = {"integer", "long", "float", "double"}


def words(name):
    """Splits a name as the code generator of the AWS SDK for Java 2 does."""
    name = re.sub(r"[^A-Za-z0-9]+", " ", name)
    name = re.sub(r"([^a-z]{2,})v([0-9]+)", r"\1 v\2 ", name)
    name = re.sub(r"([^A-Z]{2,})V([0-9]+)", r"\1 V\2 ", name)
    name = re.sub(r"(?<=[a-z])(?=[A-Z][a-zA-Z0-9])", " ", name)
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", name)
    name = re.sub(r"([0-9])([a-zA-Z])", r"\1 \2", name)
    return name.split()


def pascal_case(name):
    """A name as the SDK for Java 2 gives it to a class."""
    return "".join(word.lower().capitalize() for word in words(name))


def exception_name(error):
    """The name of an error's class in the SDK for Java 2."""
    return pascal_case(re.sub(r"(Fault|Exception)$", "", error)) + "Exception"


def service_name(service_id):
    """The name of the SDK's package, which is what follows "aws-sdk:" in a Resource."""
    return error_prefix(service_id).lower()


def error_prefix(service_id):
    """What stands before the dot of an error's name, as "DynamoDb" of DynamoDB."""
    name = re.sub(r"^(Amazon|Aws)", "", pascal_case(service_id))
    return re.sub(r"Service$", "", name)


def with_recorded_limits(name, model):
    """A model with the limits that were seen."""
    for (service, shape), limits in RECORDED.items():
        if service == name:
            model["shapes"][shape].update(limits)
    return model


class OldModel:
    """A model of the JavaScript SDK 2, whose shapes stand where they are used, with a name for each."""

    def __init__(self, model):
        self.shapes = {}
        for name, shape in model["shapes"].items():
            self.shapes[name] = self.named_parts(shape)
        self.operations = {
            name: {end: self.reference(operation[end])
                   for end in ("input", "output") if end in operation}
            for name, operation in model["operations"].items()}
        self.metadata = model["metadata"]

    def as_botocore(self):
        return {"metadata": self.metadata, "operations": self.operations, "shapes": self.shapes}

    def reference(self, shape):
        if "shape" in shape:
            return shape
        name = "inline %d" % len(self.shapes)
        self.shapes[name] = {}
        self.shapes[name] = self.named_parts(shape)
        return {"shape": name}

    def named_parts(self, shape):
        named = {"type": "string", **shape}
        if "members" in shape:
            named["members"] = {
                name: self.reference(member) for name, member in shape["members"].items()}
        for part in ("member", "key", "value"):
            if part in shape:
                named[part] = self.reference(shape[part])
        return named


class Service:
    """One service's model, with the shapes that its operations reach."""

    def __init__(self, model):
        self.model = model
        self.shapes = model["shapes"]
        self.sent, self.answered = (
            self.reached(operation[end]["shape"]
                         for operation in model["operations"].values() if end in operation)
            for end in ("input", "output"))
        self.requests = {
            operation["input"]["shape"]
            for operation in model["operations"].values() if "input" in operation}
        self.numbers = {}
        self.described = []

    def reached(self, names):
        """All shapes that can be reached from some."""
        reached, waiting = set(), list(names)
        while waiting:
            name = waiting.pop()
            if name in reached:
                continue
            reached.add(name)
            shape = self.shapes[name]
            parts = list(shape.get("members", {}).values())
            parts += [shape[part] for part in ("member", "value") if part in shape]
            waiting += [part["shape"] for part in parts]
        return reached

    def reference(self, ref):
        name, shape = ref["shape"], self.shapes[ref["shape"]]
        if ref.get("eventstream") or shape.get("eventstream"):
            return "E"
        if shape.get("document") or ref.get("document"):
            return "D"
        kind = shape["type"]
        if kind == "blob" and (ref.get("streaming") or shape.get("streaming")):
            return "S"
        if kind in ("structure", "list", "map"):
            return self.number(("shape", name), lambda: self.composite(name, shape))
        constraint = self.constraint(name, shape)
        if constraint:
            key = ("plain", json.dumps(constraint))
            return self.number(key, lambda: constraint)
        return PLAIN[kind]

    def constraint(self, name, shape):
        if name not in self.answered:
            return None
        kind = shape["type"]
        if kind == "string" and (shape.get("min") or shape.get("enum")):
            return ["s", shape.get("min", 0), shape.get("enum", [])]
        if kind == "blob" and shape.get("min"):
            return ["B", shape["min"]]
        if kind in NUMBERS and ("min" in shape or "max" in shape):
            return [PLAIN[kind], shape.get("min"), shape.get("max")]
        return None

    def number(self, key, describe):
        """The number of a shape; it is given before the shape is described, which may name itself."""
        if key not in self.numbers:
            self.numbers[key] = len(self.described)
            self.described.append(None)
            self.described[self.numbers[key]] = describe()
        return self.numbers[key]

    def composite(self, name, shape):
        if shape["type"] == "list":
            return ["[", self.reference(shape["member"])]
        if shape["type"] == "map":
            return ["{", self.reference(shape["value"])]
        structure = {"|": 0} if shape.get("union") else {}
        if name in self.sent and name not in self.requests and not name.startswith("inline "):
            structure["@"] = pascal_case(name)
        required = set(shape.get("required", []))
        for member, ref in shape.get("members", {}).items():
            structure[member + ("!" if member in required else "")] = self.reference(ref)
        return structure

    def written(self):
        operations = {}
        for name, operation in sorted(self.model["operations"].items()):
            ends = [
                self.reference(operation[end]) if end in operation else None
                for end in ("input", "output")]
            errors = [exception_name(error["shape"]) for error in operation.get("errors", [])]
            operations[name] = ends + [errors]
        return {"operations": operations, "shapes": self.described}


def models(wheel):
    """The newest model of each service."""
    newest = {}
    for entry in wheel.namelist():
        parts = entry.split("/")
        if parts[0:2] == ["botocore", "data"] and parts[-1] == "service-2.json.gz":
            newest[parts[2]] = max(entry, newest.get(parts[2], ""))
    for entry in sorted(newest.values()):
        yield json.loads(gzip.decompress(wheel.read(entry)))


def old_models(package):
    """The models of the JavaScript SDK 2, the newest of each service last."""
    entries = sorted(
        entry.name for entry in package.getmembers()
        if entry.name.startswith("package/apis/") and entry.name.endswith(".min.json"))
    for entry in entries:
        model = json.load(package.extractfile(entry))
        if "serviceId" in model.get("metadata", {}):
            yield OldModel(model).as_botocore()


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def text(service):
    """A service's file."""
    lines = [
        " ".join([name, *("-" if end is None else str(end) for end in ends), *errors])
        for name, (*ends, errors) in service["operations"].items()]
    return "\n".join(lines + [""] + [compact(shape) for shape in service["shapes"]]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=pathlib.Path, help="botocore-VERSION-py3-none-any.whl")
    parser.add_argument("package", type=pathlib.Path, help="aws-sdk-VERSION.tgz")
    arguments = parser.parse_args()
    found = {}
    with tarfile.open(arguments.package) as package:
        for model in old_models(package):
            found[service_name(model["metadata"]["serviceId"])] = model
    with zipfile.ZipFile(arguments.wheel) as wheel:
        for model in models(wheel):
            found[service_name(model["metadata"]["serviceId"])] = model
    for name in OTHERS_ONLY:
        del found[name]
    RESOURCES.mkdir(parents=True, exist_ok=True)
    for old in RESOURCES.glob("*.*"):
        old.unlink()
    operations = 0
    for name, model in found.items():
        service = Service(with_recorded_limits(name, model)).written()
        operations += len(service["operations"])
        (RESOURCES / (name + ".txt")).write_text(text(service), encoding="utf-8")
    index = {
        "sources": [
            "botocore " + arguments.wheel.name.split("-")[1],
            "aws-sdk for JavaScript " + re.sub(r"aws-sdk-|\.tgz", "", arguments.package.name)],
        "licence": "Apache-2.0",
        "made": datetime.date.today().isoformat(),
        "services": {name: error_prefix(model["metadata"]["serviceId"])
                     for name, model in sorted(found.items())},
        "dropped": sorted(DROPPED),
    }
    (RESOURCES / "index.json").write_text(
        json.dumps(index, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(found), "services,", operations, "operations")


if __name__ == "__main__":
    main()
