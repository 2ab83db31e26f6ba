#!/usr/bin/env python3
"""Holds the workload that Assay and its peers share together, without any peer.

requirements.json, common.assay and the translations have the same requirements, and of generated documents the plain
reference says what `assay assess` says.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

VERDICTS = {"conforming": "C", "nonconforming": "N", "undetermined": "U", "not_applicable": "A"}
DOCUMENTS = "200"

# JSON Schema cannot subtract points in time, calculate, or compare two members of an element.
NOT_IN_JSON_SCHEMA = "R08 R09 R21 R22 R27 R28 R29 R32 R36 R37 R41 R43 R47 R49".split()
NOT_EVEN_WITH_DATA = "R08 R09 R21 R22 R29 R36 R37 R41 R43 R47 R49".split()


def check_ids(bench):
    from reference import read_requirements
    from translate import cel, duckdb, jq, json_logic, json_schema

    requirements = read_requirements()
    ids = [one["id"] for one in requirements]
    if ids != ["R%02d" % number for number in range(1, 51)]:
        sys.exit("requirements.json: the requirements are %s" % " ".join(ids))
    declared = re.findall(r"^  requirement (\w+) ", (bench / "common.assay").read_text(), re.MULTILINE)
    if declared != ids:
        sys.exit("common.assay: the requirements are %s" % " ".join(declared))
    for language in (cel, duckdb, jq, json_logic):
        if unsaid := [one["id"] for one in requirements if not language.translate(one)]:
            sys.exit("%s says nothing of %s" % (language.__name__, " ".join(unsaid)))
    for has_data, expected in ((False, NOT_IN_JSON_SCHEMA), (True, NOT_EVEN_WITH_DATA)):
        unsaid = [one["id"] for one in requirements if not json_schema.translate(one, has_data)]
        if unsaid != expected:
            sys.exit("JSON Schema, $data %s: says nothing of %s" % (has_data, " ".join(unsaid)))


def check_comparison():
    """A verdict that differs is found, and one that an engine cannot say is none."""
    from verdicts import difference, validity

    agreed = "C" * 49 + "N"
    if difference(agreed, "." + agreed[1:]) or difference(agreed, agreed):
        sys.exit("what is the same is found to differ")
    if difference(agreed, "C" * 50) != ("R50", "N", "C") or not difference(agreed, agreed[1:]):
        sys.exit("a difference is not found")
    if validity("C" * 50) != "valid" or validity(agreed) != "invalid" or validity("C" * 48 + "NC") != "valid":
        sys.exit("the validity of a document does not follow from what JSON Schema can say of it")


def letters_of_assay(binary, bench, documents):
    command = [binary, "assess", bench / "common.assay", documents, "--format", "ndjson"]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=300).stdout
    for line in output.splitlines():
        yield "".join(VERDICTS[one["verdict"]] for one in json.loads(line)["requirements"])


def check_verdicts(binary, bench):
    from reference import verdicts

    with tempfile.TemporaryDirectory() as folder:
        documents = pathlib.Path(folder, "documents.ndjson")
        command = [sys.executable, bench / "generate_documents.py", DOCUMENTS, "7"]
        documents.write_bytes(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        found = list(letters_of_assay(binary, bench, documents))
        expected = list(verdicts(documents.read_text().splitlines()))
    for number, (wanted, given) in enumerate(zip(expected, found), 1):
        if wanted != given:
            sys.exit("document %d: the reference says %s\n%sassay says %s" % (number, wanted, " " * 9, given))
    if len(found) != len(expected):
        sys.exit("assay assessed %d documents of %d" % (len(found), len(expected)))
    return len(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", default=pathlib.Path(__file__).resolve().parents[2], type=pathlib.Path)
    options = parser.parse_args()
    bench = options.source / "bench"
    sys.path.insert(0, str(bench / "peers"))
    check_ids(bench)
    check_comparison()
    print("%d documents have the same verdicts" % check_verdicts(options.binary, bench))


if __name__ == "__main__":
    main()
