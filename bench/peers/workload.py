"""The documents, and the requirements in every engine's language."""
import dataclasses
import itertools
import json
import pathlib
import subprocess
import sys

import reference
from translate import cel, duckdb, jq, json_logic, json_schema

HERE = pathlib.Path(__file__).resolve().parent
SCHEME = str(HERE.parent / "common.assay")
SOME = 2000  # documents for what takes long


@dataclasses.dataclass
class Batch:
    path: str
    count: int


@dataclasses.dataclass
class Workload:
    all: Batch
    some: Batch
    megabytes: float


def make_documents(folder, count, seed):
    """The documents and the first few of them, in files whose ending tells every program that they are lines."""
    path, some_path = folder / "documents.jsonl", folder / "some.jsonl"
    with open(path, "wb") as file:
        subprocess.run([sys.executable, HERE.parent / "generate_documents.py", str(count), str(seed)], stdout=file,
                       check=True)
    with open(path, "rb") as file, open(some_path, "wb") as some:
        some.writelines(itertools.islice(file, SOME))
    return Workload(Batch(str(path), count), Batch(str(some_path), min(count, SOME)), path.stat().st_size / 1e6)


def translations():
    """What each engine is given, by the name of its file."""
    requirements = reference.read_requirements()
    schemas = {one["id"]: json_schema.translate(one) for one in requirements}
    return {
        "nothing.json": "[]",
        "cel.json": json.dumps([cel.translate(one) for one in requirements]),
        "json_logic.json": json.dumps([json_logic.translate(one) for one in requirements]),
        "ajv.json": json.dumps([json_schema.translate(one, has_data=True) for one in requirements]),
        "joined.schema.json": json.dumps(json_schema.joined(schemas)),
        "annotated.schema.json": json.dumps(json_schema.annotated(schemas)),
        "requirements.sql": duckdb.program([duckdb.translate(one) for one in requirements]),
        "requirements.jq": jq.program([jq.translate(one) for one in requirements]),
    }
