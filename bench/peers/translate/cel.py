"""CEL, as cel-js takes it: an expression for each requirement, over the document as `doc`.

Numbers of a document are doubles, and the results of size() are whole numbers, which CEL does not compare with doubles
in every implementation: literals are written as what they stand beside.
"""
import json

SYMBOLS = {"=": "=="}


def is_number(tree):
    return isinstance(tree, (int, float)) and not isinstance(tree, bool)


def is_count(tree):
    return isinstance(tree, list) and tree[0] in ("size", "count")


def literal(value, number):
    return repr(number(value)) if is_number(value) else json.dumps(value)


def within(tree):
    start, end, days = expression(tree[1]), expression(tree[2]), tree[3]
    return 'timestamp(%s) - timestamp(%s) <= duration("%dh")' % (end, start, 24 * days)


def quantifier(tree, form):
    _, name, elements, test = tree
    return form.format(elements=expression(elements), name=name, test=expression(test))


def expression(tree, number=float):
    if not isinstance(tree, list):
        return literal(tree, number)
    operation, *rest = tree
    if operation == "get":
        return ".".join(["doc", *rest])
    if operation == "var":
        return ".".join(rest)
    if operation == "has":
        return "has(%s)" % ".".join(["doc", *rest])
    if operation in ("and", "or"):
        symbol = " && " if operation == "and" else " || "
        return "(%s)" % symbol.join(map(expression, rest))
    if operation == "not":
        return "!(%s)" % expression(rest[0])
    if operation in ("in", "member"):
        return "%s in %s" % (expression(rest[0]), json.dumps(rest[1]) if operation == "in" else expression(rest[1]))
    if operation == "all":
        return quantifier(tree, "{elements}.all({name}, {test})")
    if operation == "any":
        return quantifier(tree, "{elements}.exists({name}, {test})")
    if operation == "count":
        return quantifier(tree, "size({elements}.filter({name}, {test}))")
    if operation == "size":
        return "size(%s)" % expression(rest[0])
    if operation == "match":
        return "%s.matches(%s)" % (expression(rest[0]), json.dumps(rest[1]))
    if operation == "before":
        return "timestamp(%s) < timestamp(%s)" % (expression(rest[0]), expression(rest[1]))
    if operation == "within":
        return within(tree)
    beside = int if any(map(is_count, rest)) else float
    return "%s %s %s" % (expression(rest[0], beside), SYMBOLS.get(operation, operation), expression(rest[1], beside))


def translate(requirement):
    check = '(%s) ? "C" : "N"' % expression(requirement["check"])
    if requirement["applies"] is True:
        return check
    return '(%s) ? (%s) : "A"' % (expression(requirement["applies"]), check)
