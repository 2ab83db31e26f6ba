#!/usr/bin/env python3
"""Runs golden cases: one readable file holds a sentence, the input files, the commands and their whole output.

    A percentage is not compared with a plain number.

    --- mark.assay
    scheme "Mark" { … }

    --- $ assay check mark.assay
    --- stderr
    error[E0304]: …
    --- exit 1

Files come first and lie in an empty folder in which the commands run. `--- NAME escaped` writes the file with \\xNN
and \\n escapes resolved and without its line ends. After `--- $ COMMAND` stand the standard output, then `--- stderr`
if there was any, then `--- exit N`. `--update` rewrites what stands behind each command; read the difference.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import difflib

RULES = pathlib.Path(__file__).resolve().parents[2] / "rules"
MEMORY_BOUND = re.compile(r"\bulimit -v \d+")


def parse(text):
    """The sentence, the files [(name, escaped, content)] and the commands; none if a file stands behind one."""
    files, commands, lines = [], [], text.split("\n")
    head, current, escaped = [], None, False
    for line in lines:
        if line.startswith("--- $ "):
            commands.append(line[6:])
            current = "output"
        elif line == "--- stderr" or line.startswith("--- exit"):
            current = "output"
        elif line.startswith("--- "):
            if commands:
                return "", [], []
            name = line[4:]
            escaped = name.endswith(" escaped")
            files.append([name.removesuffix(" escaped"), escaped, []])
            current = "file"
        elif current == "file":
            files[-1][2].append(line)
        elif current is None:
            head.append(line)
    return "\n".join(head), files, commands


def content(escaped, lines):
    while lines and lines[-1] == "":
        lines = lines[:-1]
    if escaped:
        return "".join(lines).encode("latin-1", "backslashreplace").decode("unicode_escape").encode("latin-1")
    return ("\n".join(lines) + "\n").encode() if lines else b""


def run(commands, files, binary, bounds_memory):
    """What the commands print, in the form in which a case holds it."""
    sections = []
    with tempfile.TemporaryDirectory() as folder:
        for name, escaped, lines in files:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content(escaped, lines))
        links = pathlib.Path(folder, ".bin")
        links.mkdir()
        (links / "assay").symlink_to(binary)
        environment = dict(os.environ, PATH=f"{links}:{os.environ['PATH']}", SOURCE_DATE_EPOCH="1795305600",
                           LC_ALL="C.UTF-8", RULES=str(RULES))
        environment.pop("COLUMNS", None)
        for command in commands:
            runs = command if bounds_memory else MEMORY_BOUND.sub("true", command)
            done = subprocess.run(["bash", "-o", "pipefail", "-c", runs], cwd=folder, env=environment,
                                  capture_output=True, timeout=300, stdin=subprocess.DEVNULL)
            sections.append((command, printable(done.stdout), printable(done.stderr), done.returncode))
    text = ""
    for command, out, err, status in sections:
        text += f"--- $ {command}\n" + out
        text += (f"--- stderr\n{err}" if err else "") + f"--- exit {status}\n\n"
    return text.rstrip("\n") + "\n"


def printable(output):
    text = output.decode("utf-8", "backslashreplace")
    return text if text == "" or text.endswith("\n") else text + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default="build/dev/assay", help="the assay program")
    parser.add_argument("--update", action="store_true", help="rewrite the expected outputs")
    parser.add_argument("--folder", default=str(pathlib.Path(__file__).parent), help="where the cases are")
    parser.add_argument("--unbounded-memory", action="store_true",
                        help="ignore 'ulimit -v': a sanitizer reserves terabytes of addresses")
    parser.add_argument("filter", nargs="?", default="", help="only cases whose path contains this")
    options = parser.parse_args()
    binary = pathlib.Path(options.binary).resolve()
    cases = sorted(p for p in pathlib.Path(options.folder).rglob("*.case") if options.filter in str(p))
    failed = 0
    for case in cases:
        text = case.read_text()
        head, files, commands = parse(text)
        if not head.strip() or not commands:
            print(f"{case}: has no sentence, no command, or a file behind one")
            failed += 1
            continue
        start = text.index("\n--- $ ") + 1
        made = run(commands, files, binary, not options.unbounded_memory)
        if made == text[start:]:
            continue
        if options.update:
            case.write_text(text[:start] + made)
            print(f"updated {case}")
            continue
        failed += 1
        sys.stdout.writelines(difflib.unified_diff(text[start:].splitlines(True), made.splitlines(True), str(case), "now"))
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
