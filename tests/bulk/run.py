#!/usr/bin/env python3
"""Long runs that are killed, run out of disk, or are watched on a terminal.

A run with --checkpoint is killed with SIGKILL at random moments and started again until it ends: its output is byte for
byte that of a run that nobody disturbed. The same with a compressed input, with a part of it, with a summary, and with a
disk that is full for a while. --seed repeats a failure.
"""

import argparse
import gzip
import json
import os
import pathlib
import pty
import random
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time

SCHEME = """
scheme "Long runs" { id "example.org/long-runs" version "1" object product }
subject s { name text  ok boolean  parts list of Part }
record Part { share number in % }
requirement R-1 "Is ok" { shall s.ok }
requirement R-2 "Shares" { shall every p in s.parts satisfies p.share <= 50 % else minor "large" }
decision { refuse when majors > 0 conditional when minors > 0 grant otherwise }
"""
FAILED = []


def expect(holds, what):
    print(("ok      " if holds else "FAILED  ") + what, flush=True)
    if not holds:
        FAILED.append(what)


def dossiers(count, generator):
    for number in range(count):
        kind = generator.randrange(60)
        if kind == 0:
            yield ""
        elif kind == 1:
            yield '{"name": "cut'
        else:
            yield json.dumps({"name": f"n{number}", "ok": kind % 7 > 0, "pad": "x" * generator.randrange(300),
                              "parts": [{"share": generator.randrange(60)} for _ in range(kind % 5)]})


class Runs:
    def __init__(self, binary, folder, generator, most_kills):
        self.binary, self.folder, self.generator, self.most_kills = binary, folder, generator, most_kills

    def command(self, arguments):
        return [str(self.binary), "assess", "s.assay", *arguments, "--quiet"]

    def start(self, arguments, **more):
        return subprocess.Popen(self.command(arguments), cwd=self.folder, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, **more)

    def whole(self, arguments):
        """What a run that nobody disturbs writes, and its status."""
        run = self.start([*arguments, "-o", "whole"])
        run.communicate()
        return (self.folder / "whole").read_bytes(), run.returncode

    def disturbed(self, arguments, expected):
        """The same, killed again and again; and how often. A kill may come when all is done but the end of the process."""
        kills = 0
        while True:
            run = self.start([*arguments, "-o", "out", "--checkpoint", "ck"])
            try:
                # A checkpoint is made each second, so most runs live long enough to make one.
                run.communicate(timeout=self.generator.uniform(0.02, 2.2) if kills < self.most_kills else None)
                return (self.folder / "out").read_bytes(), run.returncode, kills
            except subprocess.TimeoutExpired:
                run.kill()
                run.communicate()
                kills += 1
                out = self.folder / "out"
                expect(not out.exists() or out.read_bytes() == expected, f"after kill {kills} nothing looks finished")

    def forget(self):
        for name in ("out", "out.part", "ck", "whole"):
            (self.folder / name).unlink(missing_ok=True)


def check_kills(runs, arguments):
    what = " ".join(arguments)
    expected, status = runs.whole(arguments)
    found, found_status, kills = runs.disturbed(arguments, expected)
    expect(found == expected, f"{what}: {len(expected)} bytes after {kills} kills")
    expect(found_status == status, f"{what}: status {status}")
    again = runs.start([*arguments, "-o", "out", "--checkpoint", "ck"])
    again.communicate()
    expect(again.returncode == status, f"{what}: started again it says the same")
    expect((runs.folder / "out").read_bytes() == expected, f"{what}: and leaves its output alone")
    runs.forget()


def check_full_disk(runs, arguments):
    """A limit on the size of a file stands for a disk that is full; the kernel tells them in the same way."""
    expected, status = runs.whole(arguments)

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(expected) * 2 // 3, resource.RLIM_INFINITY))

    arguments = [*arguments, "-o", "out", "--checkpoint", "ck"]
    run = runs.start(arguments, preexec_fn=limit)
    _, message = run.communicate()
    expect(run.returncode == 3, f"a full disk ends with {run.returncode}")
    expect(b"error[E2002]: cannot write 'out': File too large" in message, f"a full disk is told: {message[-200:]}")
    expect(not (runs.folder / "out").exists(), "a full disk leaves nothing that looks finished")
    expect(json.loads((runs.folder / "ck").read_text())["is_complete"] is False, "its checkpoint can be read")
    run = runs.start(arguments)
    run.communicate()
    expect((runs.folder / "out").read_bytes() == expected and run.returncode == status,
           "when there is room again it goes on")
    runs.forget()


def check_slow_consumer(runs, arguments):
    """A pipe that nobody empties holds up the run: the reports, some 100 MB, do not pile up in its memory."""
    run = subprocess.Popen(runs.command(arguments), cwd=runs.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    deadline, resident = time.monotonic() + 3, 0
    while time.monotonic() < deadline and run.poll() is None:
        os.read(run.stdout.fileno(), 4096)
        time.sleep(0.05)
        status = pathlib.Path(f"/proc/{run.pid}/status").read_text()
        resident = max(resident, int(status.split("VmRSS:")[1].split()[0]))
    expect(run.poll() is None, "a slow consumer holds up the run")
    expect(resident < 48_000, f"and its memory does not grow: {resident} kB")
    run.kill()
    run.communicate()


def seen_on_terminal(command, folder):
    """What a terminal behind standard error gets; standard output goes into a pipe. An estimate takes a second, and a run
    may take less: once it has begun it is held up for longer than that."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    while run.poll() is None or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                is_first = not seen
                seen += os.read(ours, 65536)
            except OSError:
                break
            if is_first:
                run.send_signal(signal.SIGSTOP)
                time.sleep(1.2)
                run.send_signal(signal.SIGCONT)
    os.close(ours)
    return seen.decode()


def check_progress(runs):
    command = [str(runs.binary), "assess", "s.assay", "good.ndjson", "--format", "verdicts"]
    seen = seen_on_terminal(command, runs.folder)
    expect(" dossiers, " in seen and " a second" in seen and " left" in seen, f"a terminal shows progress: {seen[-120:]!r}")
    expect(seen.endswith("\r\x1b[K"), "and the line is gone at the end")
    expect(seen_on_terminal([*command, "--quiet"], runs.folder) == "", "but not with --quiet")
    piped = subprocess.run(command, cwd=runs.folder, capture_output=True, check=False)
    expect(piped.stderr == b"", "a pipe shows none")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--dossiers", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=40, help="how often a run is killed at most")
    parser.add_argument("--unbounded-memory", action="store_true", help="a sanitizer's memory says nothing")
    options = parser.parse_args()
    print(f"--seed {options.seed}")
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    generator = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "s.assay").write_text(SCHEME)
        text = "".join(line + "\n" for line in dossiers(options.dossiers, generator)).encode()
        (folder / "d.ndjson").write_bytes(text)
        (folder / "d.ndjson.gz").write_bytes(gzip.compress(text, 1))
        good = b"".join(line + b"\n" for line in text.split(b"\n") if line.endswith(b"}"))
        (folder / "good.ndjson").write_bytes(good * 2)
        runs = Runs(options.binary, folder, generator, options.kills)
        check_kills(runs, ["d.ndjson", "--format", "ndjson", "--jobs", "2"])
        check_kills(runs, ["d.ndjson", "d.ndjson.gz", "--format", "verdicts", "--jobs", "1"])
        check_kills(runs, ["d.ndjson", "d.ndjson.gz", "--format", "reasons", "--jobs", "2"])
        check_kills(runs, ["d.ndjson", "d.ndjson.gz", "--shard", "2/3", "--format", "verdicts", "--only", "undetermined"])
        check_kills(runs, ["d.ndjson.gz", "d.ndjson", "--summary-only", "--format", "json"])
        check_full_disk(runs, ["d.ndjson", "--format", "ndjson"])
        check_progress(runs)
        if not options.unbounded_memory:
            check_slow_consumer(runs, ["good.ndjson", "--format", "ndjson", "--jobs", "2"])
    print(f"{len(FAILED)} failed")
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
