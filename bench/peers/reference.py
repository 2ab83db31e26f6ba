#!/usr/bin/env python3
"""The plain reference: what each requirement comes out as, by a walk over its tree.

usage: reference.py < DOCUMENTS

Writes a line of letters for each document, one letter for each requirement of requirements.json: C for conforming, N for
nonconforming, A for not applicable. It shares no code with the engine and knows no unknowns, which the documents have
none of. Decimals are decimals.

Trees: an array is an operation, anything else stands for itself.

    ["get", key…]              the value at a path of the document
    ["var", name, key…]        the value at a path below an element
    ["has", key…]              the path is there
    ["=", a, b]                so also != < <= > >=
    ["and", a, b…]             so also or; ["not", a]
    ["in", a, [literal…]]      one of some literals
    ["member", a, list]        one of the elements of a list of the document
    ["all", name, list, test]  every element passes, none fails; so also "any"
    ["count", name, list, test], ["size", list]
    ["match", text, pattern]
    ["before", t1, t2]         t1 < t2
    ["within", t1, t2, days]   t2 - t1 is at most so many days, and may be negative
    ["+", a, b]                so also - and *
"""
import json
import operator
import pathlib
import re
import sys
from datetime import datetime
from decimal import Decimal

REQUIREMENTS = pathlib.Path(__file__).with_name("requirements.json")
COMPARISONS = {"=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt,
               ">=": operator.ge, "+": operator.add, "-": operator.sub, "*": operator.mul}


def read_requirements(parse_float=float):
    """The requirements with their `applies`, which may be left out where they always apply."""
    requirements = json.loads(REQUIREMENTS.read_text(), parse_float=parse_float)["requirements"]
    return [{"applies": True, **requirement} for requirement in requirements]


def seconds(text):
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def follow(value, keys):
    for key in keys:
        value = value[key]
    return value


def has(value, keys):
    for key in keys:
        if key not in value:
            return False
        value = value[key]
    return True


class Walk:
    """One document; `elements` are what the names of quantifiers stand for."""

    def __init__(self, document):
        self.document = document
        self.elements = {}

    def passing(self, tree):
        """Of each element of a quantifier's list, whether it passes."""
        _, name, elements, test = tree
        for element in self.value(elements):
            self.elements[name] = element
            yield self.value(test)

    def value(self, tree):
        if not isinstance(tree, list):
            return tree
        operation, *rest = tree
        if operation == "get":
            return follow(self.document, rest)
        if operation == "var":
            return follow(self.elements[rest[0]], rest[1:])
        if operation == "has":
            return has(self.document, rest)
        if operation == "and":
            return all(self.value(one) for one in rest)
        if operation == "or":
            return any(self.value(one) for one in rest)
        if operation == "not":
            return not self.value(rest[0])
        if operation == "all":
            return all(self.passing(tree))
        if operation == "any":
            return any(self.passing(tree))
        if operation == "count":
            return sum(self.passing(tree))
        if operation == "size":
            return len(self.value(rest[0]))
        if operation == "in":
            return self.value(rest[0]) in rest[1]
        if operation == "member":
            return rest[0] in self.value(rest[1])
        if operation == "match":
            return re.search(rest[1], self.value(rest[0])) is not None
        return self.comparison(operation, self.value(rest[0]), self.value(rest[1]), rest[2:])

    @staticmethod
    def comparison(operation, left, right, days):
        if operation == "before":
            return seconds(left) < seconds(right)
        if operation == "within":
            return seconds(right) - seconds(left) <= days[0] * 86_400
        return COMPARISONS[operation](left, right)


def letter(requirement, document):
    walk = Walk(document)
    if not walk.value(requirement["applies"]):
        return "A"
    return "C" if walk.value(requirement["check"]) else "N"


def verdicts(lines):
    requirements = read_requirements(Decimal)
    for line in lines:
        document = json.loads(line, parse_float=Decimal)
        yield "".join(letter(requirement, document) for requirement in requirements)


def main():
    for letters in verdicts(sys.stdin):
        print(letters)


if __name__ == "__main__":
    main()
