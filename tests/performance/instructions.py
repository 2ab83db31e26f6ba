#!/usr/bin/env python3
"""Holds the work of one dossier to what it was: instructions are counted (callgrind), time is not measured.

usage: instructions.py --binary ASSAY --build NAME [--update]

What counts is what 40 documents of the common workload (bench/common.assay) take more than 10, divided by 30: the
start of the program and the reading of the scheme are left out. NAME says what was built by what ("Debug GNU 12.2.0");
only builds that stand in baseline.json are held to it, for every compiler needs another number. More than 3 % above the
baseline is a failure; who has a reason for more work, or did away with some, runs with --update and commits.

The counts depend on no machine: simdjson and the C library are told to use the same instructions everywhere.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(FOLDER))
BASELINE = os.path.join(FOLDER, "baseline.json")
TOLERANCE = 0.03
FEW, MANY = 10, 40
SKIPPED = 77  # what ctest is told to take for a skipped test

# What is counted, and how it is asked for.
RUNS = {
    "report": ["--format", "ndjson"],
    "verdicts": ["--format", "verdicts"],
}
# All x86-64 machines of the last fifteen years have these; valgrind itself knows no newer ones than AVX2.
ENVIRONMENT = {
    "SIMDJSON_FORCE_IMPLEMENTATION": "westmere",
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2_Usable,-AVX2,-AVX512F,-AVX512VL,-ERMS,-FSRM,-BMI2,-LZCNT,-MOVBE,-RTM",
    "MALLOC_ARENA_MAX": "1",
}


def documents(count, path):
    generator = os.path.join(ROOT, "bench", "generate_documents.py")
    with open(path, "wb") as file:
        subprocess.run([sys.executable, generator, str(count), "42"], check=True, stdout=file)


def instructions(binary, options, path):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", binary, "assess",
               os.path.join(ROOT, "bench", "common.assay"), path, "--as-of", "2026-11-22", "--jobs", "1", *options]
    done = subprocess.run(command, env={**os.environ, **ENVIRONMENT}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          text=True)
    # 0, 1 and 2 say what the decisions were.
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode > 2 or not found:
        sys.exit("the run that is counted failed:\n" + done.stderr)
    return int(found.group(1))


def per_document(binary, options):
    with tempfile.TemporaryDirectory() as folder:
        counts = []
        for count in (FEW, MANY):
            path = os.path.join(folder, "documents.ndjson")
            documents(count, path)
            counts.append(instructions(binary, options, path))
    return (counts[1] - counts[0]) // (MANY - FEW)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()

    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not installed")
        sys.exit(SKIPPED)
    with open(BASELINE) as file:
        baselines = json.load(file)
    if arguments.build not in baselines and not arguments.update:
        print("skipped: there is no baseline for '%s'; --update makes one" % arguments.build)
        sys.exit(SKIPPED)

    known = baselines.get(arguments.build, {})
    counted = {name: per_document(arguments.binary, options) for name, options in RUNS.items()}
    has_failed = False
    for name, count in counted.items():
        before = known.get(name)
        change = "" if before is None else " (%+.1f %% of %s)" % (100 * (count / before - 1), format(before, ","))
        print("%s: %s instructions a document%s" % (name, format(count, ","), change))
        has_failed |= before is not None and count > before * (1 + TOLERANCE)
    if arguments.update:
        baselines[arguments.build] = counted
        with open(BASELINE, "w") as file:
            json.dump(baselines, file, indent=2, sort_keys=True)
            file.write("\n")
        return
    if has_failed:
        sys.exit("more work for a document than before: find out why, or --update and say why")


if __name__ == "__main__":
    main()
