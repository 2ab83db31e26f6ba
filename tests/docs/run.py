#!/usr/bin/env python3
"""Runs what the documentation shows.

A page of the manual with fences of `assay` is a literate scheme: `assay check` finds nothing in it.

A fence of `console` holds commands, run from the root of the repository, each with its whole output: standard output,
standard error, `[exit N]` unless N is 0. A line `…` stands for any lines. A command that ends in a backslash goes on.

A fence with a path behind its language, as in `json examples/a.json`, is an extract of that file.

Links lead to files that are there, and the manual's index of diagnostics has every code.
"""

import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ANY_LINES = "…"
OPENING = re.compile(r"^(`{3,})(\S*)(?: +(\S+))?\s*$")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


class Fence:
    """A block of code of a page: lines `begin` up to `end` of the page, the fences themselves left out."""

    def __init__(self, language, path, begin, lines):
        self.language, self.path, self.begin, self.lines = language, path, begin, lines
        self.end = begin + len(lines)


def fences_of(lines):
    fences, opened, begin = [], None, 0
    for number, line in enumerate(lines):
        if opened:
            if line.rstrip() == opened.group(1):
                fences.append(Fence(opened.group(2), opened.group(3), begin, lines[begin:number]))
                opened = None
        elif match := OPENING.match(line):
            opened, begin = match, number + 1
    return fences


def matches(expected, actual):
    parts = ["(?:.*\n)*?" if line == ANY_LINES else re.escape(line) + "\n" for line in expected]
    return re.fullmatch("".join(parts), "".join(line + "\n" for line in actual)) is not None


def commands_of(lines):
    """Pairs of a command, as its lines, and the output that is shown for it."""
    commands, goes_on = [], False
    for line in lines:
        if line.startswith("$ ") or goes_on:
            if not goes_on:
                commands.append(([], []))
            commands[-1][0].append(line)
            goes_on = line.endswith("\\")
        elif not commands:
            raise ValueError(f"output without a command: {line}")
        else:
            commands[-1][1].append(line)
    return commands


def run(command, environment):
    done = subprocess.run(["sh", "-c", "\n".join(command)[2:]], cwd=ROOT, env=environment, capture_output=True,
                          timeout=120, check=False)
    lines = (done.stdout + done.stderr).decode().splitlines()
    return lines + ([f"[exit {done.returncode}]"] if done.returncode else [])


class Page:
    def __init__(self, path, options):
        self.path = path
        self.name = path.relative_to(ROOT)
        self.options = options
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self.fences = fences_of(self.lines)
        self.failures = []

    def fail(self, line, message):
        self.failures.append(f"{self.name}:{line + 1}: {message}")

    def check(self):
        self.check_links()
        self.check_extracts()
        if self.path.parent.name == "manual" and any(fence.language == "assay" for fence in self.fences):
            self.check_scheme()
        # From the last one up, so that the places of those before it stay when one is rewritten.
        for fence in reversed(self.fences):
            if fence.language == "console":
                self.check_console(fence)
        return self.failures

    def check_links(self):
        fenced = {line for fence in self.fences for line in range(fence.begin, fence.end)}
        for number, line in enumerate(self.lines):
            targets = LINK.findall(line) if number not in fenced else []
            for target in targets:
                if "://" not in target and not (self.path.parent / target).exists():
                    self.fail(number, f"the link leads nowhere: {target}")

    def check_extracts(self):
        for fence in self.fences:
            if fence.path is None:
                continue
            whole = (ROOT / fence.path).read_text(encoding="utf-8").splitlines()
            if not matches([ANY_LINES] + fence.lines + [ANY_LINES], whole):
                self.fail(fence.begin, f"this is no extract of {fence.path}")

    def check_scheme(self):
        output = run(["$ assay check --warnings-as-errors " + str(self.name)], self.options.environment)
        if output:
            self.fail(0, "the page is no scheme without findings:\n" + "\n".join(output))

    def check_console(self, fence):
        result, is_same = [], True
        for command, expected in commands_of(fence.lines):
            actual = run(command, self.options.environment)
            is_right = matches(expected, actual)
            is_same = is_same and is_right
            result += command + (expected if is_right else actual)
        if is_same:
            return
        if self.options.update:
            self.lines[fence.begin:fence.end] = result
            self.path.write_text("\n".join(self.lines), encoding="utf-8")
            return
        difference = difflib.unified_diff(fence.lines, result, "the page shows", "the program prints", lineterm="")
        self.fail(fence.begin, "the output differs\n" + "\n".join(difference))


def missing_codes():
    """Codes that the manual's index does not list."""
    codes = re.findall(r"ASSAY_CODE\((\w+)", (ROOT / "engine/diagnostics/codes.def").read_text(encoding="utf-8"))
    index = (ROOT / "docs/manual/diagnostics.md").read_text(encoding="utf-8")
    return [code for code in codes if code != "code" and f"[{code}](../diagnostics/{code}.md)" not in index]


def pages_of(arguments):
    if arguments:
        return [path.resolve() for path in arguments]
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md")),
            *sorted(ROOT.glob("examples/*/README.md"))]


def main():
    parser = argparse.ArgumentParser(description="Runs what the documentation shows.")
    parser.add_argument("--binary", required=True, type=pathlib.Path, help="the program assay")
    parser.add_argument("--update", action="store_true", help="write the output into the pages; read the difference")
    parser.add_argument("pages", nargs="*", type=pathlib.Path, help="these pages only")
    options = parser.parse_args()
    options.environment = os.environ | {
        "PATH": f"{options.binary.resolve().parent}:{os.environ['PATH']}",
        "SOURCE_DATE_EPOCH": "1795305600",  # 2026-11-22
        "LC_ALL": "C.UTF-8",
    }
    pages = pages_of(options.pages)
    failures = [failure for path in pages for failure in Page(path, options).check()]
    failures += [f"docs/manual/diagnostics.md does not list {code}" for code in missing_codes()]
    print("\n\n".join(failures + [f"{len(pages)} pages, {len(failures)} failures"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
