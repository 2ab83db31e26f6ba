#!/usr/bin/env python3
"""Holds the deep workload of the benchmarks to what bench/README.md says of it.

    deep.py --binary build/dev/assay --source .

The scheme is clean; the dossiers are as schemas/dossier.schema.json has them; in the known ones every requirement is
decided, each of them one way or the other; in the open ones something is left to tell.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

sys.dont_write_bytecode = True

NUMBER_OF_THE_DOSSIER = 977  # of seed 42, as bench/README.md says
ASSESSED = 400  # each requirement is met and failed among so many


def generate(bench, count, kind):
    command = [sys.executable, bench / "generate_dossiers.py", str(count), "42", kind]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()


def check_scheme(binary, bench):
    done = subprocess.run([binary, "check", bench / "deep.assay"], capture_output=True, text=True, timeout=60)
    if done.returncode != 0 or done.stdout or done.stderr:
        sys.exit("deep.assay is not clean:\n" + done.stdout + done.stderr)


def check_form(source, lines):
    schema = json.loads((source / "schemas" / "dossier.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    for number, line in enumerate(lines, 1):
        if error := next(validator.iter_errors(json.loads(line)), None):
            sys.exit("dossier %d: %s at %s" % (number, error.message, error.json_path))
        if not 7000 < len(line) < 9500:
            sys.exit("dossier %d has %d bytes" % (number, len(line)))


def reports(binary, bench, lines):
    with tempfile.TemporaryDirectory() as folder:
        dossiers = pathlib.Path(folder, "dossiers.ndjson")
        dossiers.write_text("\n".join(lines) + "\n")
        command = [binary, "assess", bench / "deep.assay", dossiers, "--format", "ndjson"]
        output = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=300).stdout
    found = [json.loads(line) for line in output.splitlines()]
    if len(found) != len(lines):
        sys.exit("assay assessed %d dossiers of %d" % (len(found), len(lines)))
    return found


def check_known(found):
    verdicts = collections.defaultdict(set)
    for number, report in enumerate(found, 1):
        errors = [one for one in report["data_findings"] if one["code"].startswith("E")]
        if report["open_points"] or errors or report["summary"]["undetermined"]:
            sys.exit("known dossier %d leaves something open, or has a mistake" % number)
        for one in report["requirements"]:
            verdicts[one["id"]].add(one["verdict"])
    for requirement, seen in verdicts.items():
        # That of the bill of materials is not in force yet.
        if requirement != "D42" and not {"conforming", "nonconforming"} <= seen:
            sys.exit("%s is always %s" % (requirement, " or ".join(sorted(seen))))


def check_open(found):
    with_gaps = sum(report["summary"]["undetermined"] > 0 for report in found)
    if with_gaps < 0.8 * len(found):
        sys.exit("only %d of %d open dossiers leave a requirement undetermined" % (with_gaps, len(found)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", default=pathlib.Path(__file__).resolve().parents[2], type=pathlib.Path)
    options = parser.parse_args()
    bench = options.source / "bench"
    check_scheme(options.binary, bench)
    known, gaps = generate(bench, NUMBER_OF_THE_DOSSIER, "known"), generate(bench, 100, "open")
    check_form(options.source, known[:50] + gaps[:50])
    if (bench / "deep-dossier.json").read_text() != known[-1] + "\n":
        sys.exit("deep-dossier.json is not document %d of seed 42" % NUMBER_OF_THE_DOSSIER)
    check_known(reports(options.binary, bench, known[:ASSESSED]))
    check_open(reports(options.binary, bench, gaps))
    print("%d dossiers are decided, %d have gaps" % (ASSESSED, len(gaps)))


if __name__ == "__main__":
    main()
