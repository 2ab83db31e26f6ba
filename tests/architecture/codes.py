#!/usr/bin/env python3
"""Holds the list of diagnostic codes to what is tested and what is explained.

Each code of codes.def is produced by a golden case and has a page in docs/diagnostics, whose wrong example gives it and
whose right example gives no error. Only examples fenced as `assay` are whole schemes, so only these are run.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

# Codes that no input can produce, each with its reason.
WITHOUT_A_CASE = {
    "E2006": "a bug of the program; no input is known to give it",
}


def declared_codes(source):
    text = (source / "engine/diagnostics/codes.def").read_text()
    return re.findall(r"^ASSAY_CODE\((\w\d{4}),", text, re.MULTILINE)


def produced_codes(source):
    """Codes that stand in a case's expected output as a diagnostic, not as an argument of a command."""
    produced = set()
    for case in (source / "tests/cases").rglob("*.case"):
        lines = case.read_text().split("\n--- $ ", 1)[-1].split("\n")
        output = "\n".join(line for line in lines if not line.startswith("--- $"))
        for match in re.finditer(r'\b(?:error|warning|hint)\[(\w\d{4})\]|"(?:code|ruleId)": ?"(\w\d{4})"', output):
            produced.add(match[1] or match[2])
    return produced


def examples(page):
    """The schemes of the page: [(heading, text)]."""
    heading, found = "", []
    for match in re.finditer(r"^## (\w+)$|^```assay\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        if match[1]:
            heading = match[1]
        else:
            found.append((heading, match[2]))
    return found


def codes_given(binary, scheme):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "example.assay")
        path.write_text(scheme)
        done = subprocess.run([binary, "check", path.name], cwd=folder, capture_output=True, text=True, timeout=60)
    return set(re.findall(r"^\w+\[(\w\d{4})\]", done.stderr, re.MULTILINE))


def faults_of_page(code, path, binary):
    if not path.exists():
        return ["has no page docs/diagnostics/" + path.name]
    page, faults = path.read_text(), []
    if not page.startswith(f"# {code}: "):
        faults.append("its page does not begin with its title")
    for heading, scheme in examples(page):
        given = codes_given(binary, scheme)
        if heading == "Wrong" and code not in given:
            faults.append(f"its wrong example gives {sorted(given) or 'nothing'}")
        if heading == "Right" and (code in given or any(one.startswith("E") for one in given)):
            faults.append(f"its right example gives {sorted(given)}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--source", default=pathlib.Path(__file__).resolve().parents[2], type=pathlib.Path)
    options = parser.parse_args()
    codes, produced, failed = declared_codes(options.source), produced_codes(options.source), 0
    for code in codes:
        faults = faults_of_page(code, options.source / f"docs/diagnostics/{code}.md", options.binary)
        if code not in produced and code not in WITHOUT_A_CASE:
            faults.append("is produced by no golden case")
        if code in produced and code in WITHOUT_A_CASE:
            faults.append("has a case, and an excuse for having none")
        for fault in faults:
            print(f"{code}: {fault}")
        failed += bool(faults)
    for page in sorted((options.source / "docs/diagnostics").glob("[EWH]*.md")):
        if page.stem not in codes:
            print(f"{page.name}: explains no code")
            failed += 1
    print(f"{len(codes)} codes, {failed} failed")
    return 1 if failed or not codes else 0


if __name__ == "__main__":
    sys.exit(main())
