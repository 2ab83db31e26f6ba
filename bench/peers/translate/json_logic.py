"""JSON Logic, with six operations of our own: root, has, size, match, moment and before (engines/json_logic.mjs).

Inside a quantifier `var` sees the element alone, so that what stands outside is asked of `root`.
"""

SYMBOLS = {"=": "===", "!=": "!=="}


def rule(tree, inside=False):
    if not isinstance(tree, list):
        return tree
    operation, *rest = tree
    if operation == "get":
        path = ".".join(rest)
        return {"root": [path]} if inside else {"var": path}
    if operation == "var":
        return {"var": ".".join(rest[1:])}
    if operation == "has":
        return {"has": [".".join(rest)]}
    if operation in ("and", "or"):
        return {operation: [rule(one, inside) for one in rest]}
    if operation == "not":
        return {"!": [rule(rest[0], inside)]}
    if operation == "in":
        return {"in": [rule(rest[0], inside), rest[1]]}
    if operation == "member":
        return {"in": [rest[0], rule(rest[1], inside)]}
    if operation == "all":  # The engine's own `all` fails on an empty list.
        return {"!": [{"some": [rule(rest[1], inside), {"!": [rule(rest[2], True)]}]}]}
    if operation == "any":
        return {"some": [rule(rest[1], inside), rule(rest[2], True)]}
    if operation == "count":
        return {"size": [{"filter": [rule(rest[1], inside), rule(rest[2], True)]}]}
    if operation == "match":
        return {"match": [rule(rest[0], inside), rest[1]]}
    if operation == "within":
        start, end = ({"moment": [rule(one, inside)]} for one in rest[:2])
        return {"<=": [{"-": [end, start]}, rest[2] * 86_400_000]}
    return {SYMBOLS.get(operation, operation): [rule(one, inside) for one in rest]}


def translate(requirement):
    check = {"if": [rule(requirement["check"]), "C", "N"]}
    return check if requirement["applies"] is True else {"if": [rule(requirement["applies"]), check, "A"]}
