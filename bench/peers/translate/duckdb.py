"""SQL as DuckDB has it: typed columns, lambdas over lists."""
import json

SYMBOLS = {"and": " AND ", "or": " OR "}


def literal(value):
    return "'%s'" % value if isinstance(value, str) else json.dumps(value)


def column(keys):
    return ".".join('"%s"' % key for key in keys)


def passing(tree, negated=False):
    """How many elements of a quantifier's list pass, or fail."""
    _, name, elements, test = tree
    return 'len(list_filter(%s, lambda "%s": %s(%s)))' % (
        expression(elements), name, "NOT " if negated else "", expression(test))


def expression(tree):
    if not isinstance(tree, list):
        return literal(tree)
    operation, *rest = tree
    if operation in ("get", "var"):
        return column(rest)
    if operation == "has":
        return "(%s IS NOT NULL)" % column(rest)
    if operation in ("and", "or"):
        return "(%s)" % SYMBOLS[operation].join(map(expression, rest))
    if operation == "not":
        return "(NOT %s)" % expression(rest[0])
    if operation == "in":
        return "(%s IN (%s))" % (expression(rest[0]), ", ".join(map(literal, rest[1])))
    if operation == "member":
        return "list_contains(%s, %s)" % (expression(rest[1]), literal(rest[0]))
    if operation == "all":
        return "(%s = 0)" % passing(tree, negated=True)
    if operation == "any":
        return "(%s > 0)" % passing(tree)
    if operation == "count":
        return passing(tree)
    if operation == "size":
        return "len(%s)" % expression(rest[0])
    if operation == "match":
        return "regexp_matches(%s, %s)" % (expression(rest[0]), literal(rest[1]))
    if operation == "before":
        return "(%s < %s)" % (expression(rest[0]), expression(rest[1]))
    if operation == "within":
        return "(epoch(%s) - epoch(%s) <= %d)" % (expression(rest[1]), expression(rest[0]), rest[2] * 86_400)
    return "(%s %s %s)" % (expression(rest[0]), operation, expression(rest[1]))


def translate(requirement):
    check = "CASE WHEN %s THEN 'C' ELSE 'N' END" % expression(requirement["check"])
    if requirement["applies"] is True:
        return "(%s)" % check
    return "(CASE WHEN %s THEN %s ELSE 'A' END)" % (expression(requirement["applies"]), check)


def program(translations):
    """The expression of a document's letters."""
    return "\n || ".join(translations) + "\n"
