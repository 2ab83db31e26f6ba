"""Verdicts as lines of letters, one letter for each requirement, and whether two programs agree on them.

C conforming, N nonconforming, A not applicable, U undetermined; a dot for what an engine cannot say.
"""
import itertools
import json
import re

import clock
import reference
from translate import json_schema

REQUIREMENTS = reference.read_requirements()
IDS = [one["id"] for one in REQUIREMENTS]
SAID_BY_SCHEMA = {one["id"] for one in REQUIREMENTS if json_schema.translate(one)}


def of_assay(output):
    """Of lines such as `refuse CCNA… documents.jsonl:17`."""
    for line in output.splitlines():
        decision, letters, _ = line.split(" ", 2)
        if decision == "error":
            clock.fail("Assay could not assess a document: " + line)
        yield letters


def values_in(output):
    """JSON values that stand one behind the other."""
    decoder, position = json.JSONDecoder(), 0
    while position < len(output):
        value, position = decoder.raw_decode(output, position)
        yield value
        while position < len(output) and output[position].isspace():
            position += 1


def letter(requirement, titles):
    if requirement not in SAID_BY_SCHEMA:
        return "."
    if requirement + " applies" not in titles:
        return "A"
    return "C" if requirement + " check" in titles else "N"


def of_annotations(output):
    """Of what holds: titles such as `R07 check` among the annotations of a document."""
    for value in values_in(output):
        titles = {one["annotation"] for one in value.get("annotations", ()) if one["keywordLocation"].endswith("/title")}
        yield "".join(letter(one, titles) for one in IDS)


def of_validity(output):
    for value in values_in(output):
        yield "valid" if value["valid"] else "invalid"


def in_order_of_entries(words, lines):
    """The lines that belong to `ok: documents.jsonl (entry #17)` and so on, in the order of the numbers."""
    entries = [int(number) for number in re.findall(r"^ok: .*\(entry #(\d+)\)$", words, re.MULTILINE)]
    return [line for _, line in sorted(zip(entries, lines))]


def validity(letters):
    """What a validator says that knows only documents as a whole, and only some requirements."""
    is_missed = any(one == "N" for name, one in zip(IDS, letters) if name in SAID_BY_SCHEMA)
    return "invalid" if is_missed else "valid"


def said(lines):
    """How many of the requirements an engine decides."""
    return len(SAID_BY_SCHEMA) if lines[0] in ("valid", "invalid") else sum(letter != "." for letter in lines[0])


def difference(expected, found):
    """The first requirement on which two lines differ, and what either says; None if there is none."""
    if len(expected) != len(IDS) or len(found) != len(IDS):
        return None if expected == found else ("all requirements", expected, found)
    for name, wanted, given in zip(IDS, expected, found):
        if given not in (".", wanted):
            return name, wanted, given
    return None


def must_agree(name, expected, found):
    """Ends the run at the first document of which the job `name` says something else than Assay."""
    for number, (wanted, given) in enumerate(itertools.zip_longest(expected, found, fillvalue=""), 1):
        if differing := difference(wanted, given):
            clock.fail("document %d, %s: Assay says %s, %s says %s" % (number, *differing[:2], name, differing[2] or "nothing"))
