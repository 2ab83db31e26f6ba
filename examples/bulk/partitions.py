#!/usr/bin/env python3
"""Assesses partitions of dossiers, as mapPartitions of Spark, map_partitions of Dask or map_batches of Ray do.

    python3 partitions.py SCHEME DOSSIERS [PARTITION_SIZE]
"""

import itertools
import subprocess
import sys
import tempfile


def assess_partition(lines, scheme, options=("--format", "verdicts")):
    """Yields a line of answer for each line of JSON, in the same order.

    One process for a partition: it compiles the scheme once. What is given lies in a file meanwhile, so that neither side
    waits for the other.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as dossiers:
        given = 0
        for line in lines:
            dossiers.write(line.rstrip("\n") + "\n")
            given += 1
        if given == 0:
            return
        dossiers.seek(0)
        command = ["assay", "assess", str(scheme), "-", "--ndjson", "--jobs", "1", "--quiet", *options]
        run = subprocess.Popen(command, stdin=dossiers, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        answered = 0
        for answer in run.stdout:
            answered += 1
            yield answer.rstrip("\n")
        # 1 and 2 speak of the systems, and 3 of a dossier that has its line of error, as long as each has a line.
        if run.wait() > 3 or answered != given:
            raise RuntimeError(f"assay ended with {run.returncode} after {answered} of {given} dossiers")


def partitions(lines, size):
    while partition := list(itertools.islice(lines, size)):
        yield partition


def main():
    scheme, dossiers = sys.argv[1:3]
    size = int(sys.argv[3]) if len(sys.argv) > 3 else 64
    with open(dossiers, encoding="utf-8") as lines:
        for partition in partitions(lines, size):
            for answer in assess_partition(partition, scheme):
                print(answer)


if __name__ == "__main__":
    main()
