"""JSON Schema 2020-12, as far as it goes: it cannot subtract points in time, calculate, or compare two members of a
document. The last it can with Ajv's extension `$data`."""

BOUNDS = {"<": "exclusiveMaximum", "<=": "maximum", ">": "exclusiveMinimum", ">=": "minimum"}
ORDER = tuple(BOUNDS)


class NotExpressible(Exception):
    pass


def at(path, schema):
    for key in reversed(path):
        schema = {"type": "object", "properties": {key: schema}, "required": [key]}
    return schema


class Translation:
    def __init__(self, has_data):
        self.has_data = has_data

    @staticmethod
    def path(tree, name):
        """The path below the instance: the element `name` of a list, or the document if that is None."""
        if not isinstance(tree, list):
            raise NotExpressible
        if tree[0] == "get" and name is None:
            return tree[1:]
        if tree[0] == "var" and tree[1] == name:
            return tree[2:]
        raise NotExpressible

    def schema(self, tree, name=None):
        if tree is True:
            return True
        operation, *rest = tree
        if operation in ("and", "or"):
            return {"allOf" if operation == "and" else "anyOf": [self.schema(one, name) for one in rest]}
        if operation == "not":
            return {"not": self.schema(rest[0], name)}
        if operation == "has":
            return at(rest[:-1], {"type": "object", "required": rest[-1:]})
        if operation == "in":
            return at(self.path(rest[0], name), {"enum": rest[1]})
        if operation == "member":
            return at(self.path(rest[1], name), {"contains": {"const": rest[0]}})
        if operation in ("all", "any"):
            element, elements, test = rest
            keyword = "items" if operation == "all" else "contains"
            return at(self.path(elements, name), {keyword: self.schema(test, element)})
        if operation == "match":
            return at(self.path(rest[0], name), {"pattern": rest[1]})
        if operation in ("=", "!=", *ORDER):
            return self.comparison(operation, *rest, name)
        raise NotExpressible

    def comparison(self, operation, left, right, name):
        if left[0] == "size":
            return at(self.path(left[1], name), self.bound_of_size(operation, right))
        if left[0] == "count":
            _, element, elements, test = left
            return at(self.path(elements, name), {"contains": self.schema(test, element),
                                                  **self.bound_of_count(operation, right)})
        path = self.path(left, name)
        if isinstance(right, list):
            return at(path, {BOUNDS[operation]: self.other_member(path, right, name)})
        if operation in BOUNDS:
            return at(path, {BOUNDS[operation]: right})
        return at(path, {"const": right} if operation == "=" else {"not": {"const": right}})

    @staticmethod
    def bound_of_size(operation, number):
        if operation == ">=":
            return {"minItems": number}
        if operation == ">":
            return {"minItems": number + 1}
        raise NotExpressible

    @staticmethod
    def bound_of_count(operation, number):
        if operation == ">=":
            return {"minContains": number}
        if operation == "<=":
            return {"minContains": 0, "maxContains": number}
        raise NotExpressible

    def other_member(self, path, tree, name):
        if not self.has_data:
            raise NotExpressible
        return {"$data": "%d/%s" % (len(path), "/".join(self.path(tree, name)))}


def translate(requirement, has_data=False):
    translation = Translation(has_data)
    try:
        return {"applies": translation.schema(requirement["applies"]), "check": translation.schema(requirement["check"])}
    except NotExpressible:
        return None


def joined(translations):
    """One schema for all: a document is valid if no requirement that can be said is missed."""
    schemas = [{"if": one["applies"], "then": one["check"]} for one in translations.values() if one]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": schemas}


def annotated(translations):
    """One schema that every document meets and whose annotations name what holds: `R07 applies`, `R07 check`."""
    schemas = [{"anyOf": [{"title": "%s %s" % (requirement, part), "allOf": [one[part]]}, True]}
               for requirement, one in translations.items() if one for part in ("applies", "check")]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": schemas}
