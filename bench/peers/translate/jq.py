"""jq: a filter for each requirement, over the document as `$doc`."""
import json

SYMBOLS = {"=": "=="}


def quantifier(tree, form):
    _, name, elements, test = tree
    return form.format(elements=expression(elements), name=name, test=expression(test))


def moment(tree):
    return "(%s | fromdateiso8601)" % expression(tree)


def expression(tree):
    if not isinstance(tree, list):
        return json.dumps(tree)
    operation, *rest = tree
    if operation == "get":
        return ".".join(["$doc", *rest])
    if operation == "var":
        return "$" + ".".join(rest)
    if operation == "has":
        return "(%s != null)" % ".".join(["$doc", *rest])
    if operation in ("and", "or"):
        return "(%s)" % (" %s " % operation).join(map(expression, rest))
    if operation == "not":
        return "(%s | not)" % expression(rest[0])
    if operation == "in":
        return "(%s | IN(%s))" % (expression(rest[0]), ", ".join(map(json.dumps, rest[1])))
    if operation == "member":
        return "any(%s[]; . == %s)" % (expression(rest[1]), expression(rest[0]))
    if operation in ("all", "any"):
        return quantifier(tree, operation + "({elements}[] as ${name} | {test}; .)")
    if operation == "count":
        return quantifier(tree, "([{elements}[] as ${name} | select({test})] | length)")
    if operation == "size":
        return "(%s | length)" % expression(rest[0])
    if operation == "match":
        return "(%s | test(%s))" % (expression(rest[0]), json.dumps(rest[1]))
    if operation == "before":
        return "(%s < %s)" % (moment(rest[0]), moment(rest[1]))
    if operation == "within":
        return "(%s - %s <= %d)" % (moment(rest[1]), moment(rest[0]), rest[2] * 86_400)
    return "(%s %s %s)" % (expression(rest[0]), SYMBOLS.get(operation, operation), expression(rest[1]))


def translate(requirement):
    check = '(if %s then "C" else "N" end)' % expression(requirement["check"])
    if requirement["applies"] is True:
        return check
    return '(if %s then %s else "A" end)' % (expression(requirement["applies"]), check)


def program(translations):
    return ". as $doc | [\n%s\n] | add\n" % ",\n".join(translations)
