#!/usr/bin/env python3
"""Holds what the program prints to schemas/*.schema.json, with a validator that is not ours.

    validate.py --binary build/dev/assay --source .
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

SCHEME = """
scheme "Schema test" { id "example.org/schema-test" version "1" object product waivers by committee }
document D "A document"
enum Risk { high, low }
record Set { name text share number in % }
subject s { name text risk Risk sets list of Set licence optional text }
define is_high = s.risk is high
section "First" {
  requirement A-1 "Sets" { source D "1" shall every d in s.sets satisfies d.share <= 5 % else minor "gaps"
    should s.licence is provided method examination }
  requirement A-2 "Judged" { applies when is_high shall judgement "Is it good?" by lead_assessor as good }
}
requirement A-4 "Evidenced" { evidence sheet "Sheet" covering each d in s.sets by d.name issued within 12 months
  evidence report "Report" shall provide report }
requirement A-5 "Later" { in_force 2027-12-02 .. shall s.name is provided }
presumption "Marketed" { satisfies A-1, A-2 when some c in certificates satisfies c.status is active }
surveillance { every 12 months by system_audit reassess A-1 }
decision { conditional when minors > 0 or waived > 0 refuse when majors > 0 grant otherwise }
decision at surveillance { suspend when overdue > 0 or waived > 0 maintain otherwise }
attestation { certificate valid for 3 years identifies s.name mark "S" }
requirement A-3 "Never" { applies when s.risk is low and s.risk is high shall s.name is provided }
"""

DOSSIERS = [
    {},
    {"name": "x", "risk": "hgih", "sets": [{"name": "a", "share": 7}, {"name": 4, "share": "7"}], "extra": 1},
    {"name": "x\\u0007é", "risk": "low", "sets": [], "licence": "MIT"},
    {"dossier": "1", "subject": {"name": "y", "risk": "high", "sets": [{"name": "a", "share": 1e-3}] * 150},
     "judgements": [{"id": "J1", "name": "good", "requirement": "A-2", "result": "met",
                     "by": {"name": "A", "role": "lead_assessor"}, "on": "2026-06-01", "rationale": "seen"}],
     "decision": {"by": ["B"], "on": "2026-11-20", "outcome": "grant", "reason": "all met"}},
    {"dossier": "1", "subject": {"name": "y", "risk": "low", "sets": [{"name": "a", "share": 1}, {"name": "b", "share": 1}]},
     "evidence": [{"id": "E1", "kind": "sheet", "issued": "2026-06-01", "covers": ["a"], "issuer": {"name": "L"}},
                  {"kind": "sheet", "issued": "2020-06-01", "covers": ["b"]}, {"id": "E3", "kind": "report"},
                  {"id": "E3", "kind": "song", "supports": ["A-9"], "status": "fine"}],
     "people": [{"name": "A", "tasks": ["testing", "review"]}], "review": {"by": ["A"], "on": "2026-11-01"}},
    {"dossier": "1", "subject": {"name": "z", "risk": "high", "sets": [{"name": "a", "share": 9}] * 150}},
    {"dossier": "1", "activity": "surveillance", "subject": {"name": "w", "risk": "low", "sets": []},
     "certificates": [{"standard": "S", "number": "1", "body": "B", "valid_from": "2025-01-01", "status": "active"}, {}],
     "nonconformities": [{"id": "N1", "requirement": "A-1", "grade": "minor", "raised": {"by": "A", "on": "2026-01-01"},
                          "due": "2026-02-01", "plan": {"accepted_by": "A", "on": "2026-01-02"}},
                         {"requirement": "A-2"}, 5],
     "waivers": [{"requirement": "A-1", "approved_by": {"name": "C", "role": "committee"}, "reason": "r",
                  "expires": "2027-01-01"}]},
    {"dossier": "1", "activity": "audit", "subject": {"name": "v", "risk": "high"},
     "certificates": [{"standard": "S", "number": "1", "body": "B", "valid_from": "2025-01-01", "status": "active"}]},
]
BROKEN = ["", "[]", "{", '{"a":1,"a":2}', "1e400", '{"dossier":"2"}']


PROFILE = """
document N "A national act"
profile "Schema test, national" of "scheme.assay" {
  set id "example.org/schema-test/national"
  set version "2"
  tighten A-1 { source N "2" shall s.name is provided }
  relax A-1/1 because "gaps are usual"
  exempt A-3 because "never"
  add requirement B-1 "Added" { source N "3" shall s.name is provided }
}
"""

TESTS = """
test "holds" { given { "name": "x", "risk": "low", "sets": [] } on 2026-11-22 expect A-1 conforming }
test "fails" {
  given { "name": "x", "risk": "high", "sets": [{"name": "a", "share": 7}] } with { "/name": "y" } on 2026-11-22
  expect A-1 conforming
  expect is_high is false
  expect nothing open
  expect decision grant
}
test "cannot run" { given "missing.json" on 2026-11-22 expect A-1 conforming }
test "leads nowhere" { given {} with { "/a/b": 1 } expect A-1 conforming }
test "has no date" { given {} expect A-1 conforming }
"""


def assess(binary, *arguments):
    done = subprocess.run([binary, "assess", "--as-of", "2026-11-22", *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1, 2, 3):
        sys.exit(f"{arguments} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def own_reports(binary, folder):
    """Reports of dossiers made to reach every part of the schema."""
    scheme = folder / "scheme.assay"
    scheme.write_text(SCHEME)
    stream = folder / "all.ndjson"
    stream.write_text("\n".join([json.dumps(dossier) for dossier in DOSSIERS] + BROKEN) + "\n")
    lines = assess(binary, "--format", "ndjson", str(scheme), str(stream)).splitlines()
    if len(lines) != len(DOSSIERS) + len(BROKEN):
        sys.exit(f"{len(lines)} lines for {len(DOSSIERS) + len(BROKEN)} records")
    yield from map(json.loads, lines)
    yield from json.loads(assess(binary, "--format", "json", str(scheme), str(stream)))
    profile = folder / "profile.assay"
    profile.write_text(PROFILE)
    yield from json.loads(assess(binary, "--format", "json", str(profile), str(stream)))


def example_reports(binary, source):
    examples = source / "examples"
    for scheme in ("trustworthy-ai", "ai-management-system", "health-ai-model-card"):
        for path in sorted((examples / scheme).glob("*.json")):
            yield json.loads(assess(binary, "--format", "json", str(source / f"rules/{scheme}.assay"), str(path)))
    for scheme, dossier in [("mark", "granted"), ("mark", "conditional"), ("declaration", "declared")]:
        yield json.loads(assess(binary, "--format", "json", str(examples / f"attestation/{scheme}.assay"),
                                str(examples / f"attestation/{dossier}.json")))
    for path in sorted((examples / "eu-ai-act").glob("*.json")):
        scheme = "general-purpose-model" if "model" in path.stem else "ai-system"
        yield json.loads(assess(binary, "--format", "json", str(source / f"rules/eu-ai-act/{scheme}.assay"), str(path)))
    for scheme, stream in [("us-m-25-21", "us-federal-inventory/inventory-200.ndjson"), ("ca-adm", "canada-aia/answers.ndjson")]:
        lines = assess(binary, "--format", "ndjson", str(source / f"rules/{scheme}.assay"), str(examples / stream))
        yield from map(json.loads, lines.splitlines())


def test_reports(binary, source, folder):
    """Reports of tests that pass, that fail, that cannot run, and of a scheme with errors."""
    scheme, broken = folder / "tested.assay", folder / "broken.assay"
    scheme.write_text(SCHEME + TESTS)
    broken.write_text("scheme \"x\" {}")
    for schemes in ([scheme], [scheme, broken], [folder / "missing.assay"], sorted((source / "rules").glob("*.assay"))):
        done = subprocess.run([binary, "test", "--format", "json", *map(str, schemes)], capture_output=True, text=True)
        yield json.loads(done.stdout)


def completeness_reports(binary, source, folder):
    """Completeness of schemes of every type, of one with errors, and of those that come with the program."""
    types = ["1a", "1b", "2", "3", "4", "5", "6"]
    paths = [folder / "scheme.assay", folder / "broken.assay", *sorted((source / "rules").glob("*.assay"))]
    for kind in types:
        paths.append(folder / f"type-{kind}.assay")
        paths[-1].write_text(SCHEME.replace("product", f'product type "{kind}"', 1))
    done = subprocess.run([binary, "check", "--completeness", "--format", "json", *map(str, paths)],
                          capture_output=True, text=True)
    report = json.loads(done.stdout)
    if len(report["schemes"]) != len(paths):
        sys.exit(f"completeness: {len(report['schemes'])} schemes of {len(paths)}")
    return report


MEASURED = """
scheme "Measured" { id "example.org/measured" version "1" object product }
subject s { measurement optional measurement in % proportion optional proportion }
requirement R-1 "One" { shall s.measurement.value >= 90 % and s.proportion >= 98 % }
"""

# Each with what the reader of dossiers makes of it: the schema and the program must agree.
MEASUREMENTS = [
    {"value": 91, "expanded_uncertainty": 2, "coverage_factor": 2}, {"value": 91}, {},
    {"value": 91, "expanded_uncertainty": -1, "coverage_factor": 2}, {"value": 91, "expanded_uncertainty": 0, "coverage_factor": 0},
    {"value": 91, "expanded_uncertainty": 2}, {"value": 91, "lower": 90, "upper": 92, "level": 0.95},
    {"value": 91, "lower": 90, "upper": 92, "level": 1}, {"value": 91, "lower": 90, "upper": 92}, 91, "91",
    {"value": 91, "expanded_uncertainty": 2, "coverage_factor": 2, "lower": 90, "upper": 92, "level": 0.95},
    {"value": 91, "expanded_uncertainty": 2, "coverage_factor": 2, "lower": None}, {"value": "91", "expanded_uncertainty": 2},
]
PROPORTIONS = [{"successes": 991, "trials": 1000}, {"successes": 0, "trials": 0}, {"successes": -1, "trials": 10},
               {"successes": 1.5, "trials": 10}, {"trials": 10}, 0.99, {"successes": 1, "trials": 2_000_000_000_000}]


def check_measured(binary, source, folder):
    """Does the schema of dossiers take the measured values that the program takes, and no others?"""
    schema = json.loads((source / "schemas/dossier.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    scheme, stream = folder / "measured.assay", folder / "measured.ndjson"
    scheme.write_text(MEASURED)
    shapes = [("measurement", one) for one in MEASUREMENTS] + [("proportion", one) for one in PROPORTIONS]
    stream.write_text("".join(json.dumps({kind: value}) + "\n" for kind, value in shapes))
    lines = assess(binary, "--format", "ndjson", str(scheme), str(stream)).splitlines()
    for (kind, value), line in zip(shapes, lines, strict=True):
        is_taken = not json.loads(line)["data_findings"]
        validator = jsonschema.Draft202012Validator({**schema["$defs"][kind], "$defs": schema["$defs"]})
        if validator.is_valid(value) != is_taken:
            sys.exit(f"dossier.schema.json and the program differ on the {kind} {value}")
    return len(shapes)


def check_completeness(binary, source, folder):
    schema = json.loads((source / "schemas/completeness.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    report = completeness_reports(binary, source, folder)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(report):
        sys.exit(f"completeness: {error.json_path}: {error.message[:300]}")
    for scheme in report["schemes"]:
        if list(scheme) != list(schema["$defs"]["scheme"]["properties"]):
            sys.exit(f"completeness: keys stand in the order {list(scheme)}")
        if sum(scheme["summary"].values()) != len(scheme["items"]):
            sys.exit(f"completeness: the counts of {scheme['path']} are not those of its items")
    return 1


def check_test_reports(binary, source, folder):
    schema = json.loads((source / "schemas/test-report.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    checked = 0
    for report in test_reports(binary, source, folder):
        for error in validator.iter_errors(report):
            sys.exit(f"test report: {error.json_path}: {error.message[:300]}")
        for suite in report["schemes"]:
            for test in suite["tests"]:
                if list(test) != list(schema["$defs"]["test"]["properties"]):
                    sys.exit(f"test report: keys stand in the order {list(test)}")
        checked += 1
    return checked


BY = {"name": "A", "body": "B"}
GRANTED = {"on": "2024-01-15", "event": "granted", "by": BY, "scope": "all", "document": "rev 1", "valid_to": "2027-01-14"}
# The events of histories that reach every part of the report's schema, and whether they fit the schema of histories.
HISTORIES = [
    ([], True),
    ([{"on": "2024-01-02", "event": "applied"}, {"on": "2024-01-03", "event": "accepted", "by": BY},
      GRANTED, {"on": "2024-02-01", "event": "suspended", "by": BY, "reason": "r", "scope": "part", "until": "2024-03-01"}], True),
    ([GRANTED | {"valid_to": "unlimited"}, {"on": "2030-01-01", "event": "withdrawn", "by": BY, "reason": "r"}], True),
    ([GRANTED, {"on": "2027-02-01", "event": "restored", "by": BY, "reason": "r", "document": "rev 2", "valid_to": "2028-01-01"}], True),
    ([GRANTED, {"on": "2025-02-01", "event": "suspended", "by": {"name": "A", "body": "C"}}], False),
    ([{"event": "granted"}, 4, {"on": "2024-01-02", "event": "resumed", "extra": 1}], False),
]


def history(events):
    return {"lifecycle": "1", "certificate": {"number": "C-1", "scheme": {"id": "s"}, "body": "B"},
            "terms": {"suspension": "P6M", "restoration_after_expiry": "P6M"}, "events": events}


def lifecycle_reports(binary, paths, *dates):
    for date in dates:
        done = subprocess.run([binary, "lifecycle", "--as-of", date, "--format", "json", *map(str, paths)],
                              capture_output=True, text=True)
        reports = json.loads(done.stdout)
        yield from reports if isinstance(reports, list) else [reports]


def check_lifecycle(binary, source, folder):
    """Histories against the one schema, what is told of them against the other."""
    accepts = jsonschema.Draft202012Validator(json.loads((source / "schemas/lifecycle.schema.json").read_text()))
    schema = json.loads((source / "schemas/lifecycle-report.schema.json").read_text())
    for one in (accepts.schema, schema):
        jsonschema.Draft202012Validator.check_schema(one)
    for events, fits in HISTORIES:
        if accepts.is_valid(history(events)) != fits:
            sys.exit(f"a history {'does not fit' if fits else 'fits'}: {events}")
    examples = sorted((source / "examples/lifecycle").glob("*.json"))
    stream = folder / "histories.ndjson"
    stream.write_text("\n".join([json.dumps(history(events)) for events, _ in HISTORIES] + BROKEN) + "\n")
    checked = 0
    for report in lifecycle_reports(binary, [*examples, stream], "2024-02-01", "2027-01-20", "2040-01-01"):
        kind = "refusal" if "error" in report else "lifecycle"
        validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]})
        for error in validator.iter_errors(report):
            sys.exit(f"lifecycle report {report['file']}: {error.json_path}: {error.message[:300]}")
        if list(report) != list(schema["$defs"][kind]["properties"]):
            sys.exit(f"lifecycle report: keys stand in the order {list(report)}")
        checked += 1
    return checked


def plan(binary, *arguments):
    done = subprocess.run([binary, "plan", "--as-of", "2026-11-22", "--format", "json", *map(str, arguments)],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"plan {arguments} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def plans(binary, source, folder):
    """Plans of whole schemes, and of dossiers with and without gaps."""
    scheme = folder / "planned.assay"
    scheme.write_text(SCHEME)
    yield plan(binary, scheme)
    for number, dossier in enumerate(DOSSIERS):
        path = folder / f"{number}.json"
        path.write_text(json.dumps(dossier))
        yield plan(binary, scheme, path)
    for rules in [*sorted((source / "rules").glob("*.assay")), *sorted((source / "rules/eu-ai-act").glob("*-*.assay"))]:
        if "scheme " in rules.read_text():
            yield plan(binary, rules)
    for path in sorted((source / "examples/trustworthy-ai").glob("*.json")):
        yield plan(binary, source / "rules/trustworthy-ai.assay", path)


def check_plans(binary, source, folder):
    schema = json.loads((source / "schemas/plan.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    checked = 0
    for made in plans(binary, source, folder):
        kind = "whole" if made["dossier"] is None else "case"
        validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]})
        for error in validator.iter_errors(made):
            sys.exit(f"plan: {error.json_path}: {error.message[:300]}")
        if list(made) != list(schema["$defs"][kind]["properties"]):
            sys.exit(f"plan: keys stand in the order {list(made)}")
        if kind == "case" and sorted(n for group in made["groups"] for n in group["steps"]) != \
                [step["number"] for step in made["steps"]]:
            sys.exit("plan: a step stands in no group, or in several")
        checked += 1
    return checked


def check_summaries(binary, source, folder):
    schema = json.loads((source / "schemas/summary.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    scheme, stream, nothing = folder / "summed.assay", folder / "summed.ndjson", folder / "nothing.ndjson"
    scheme.write_text(SCHEME)
    stream.write_text("\n".join([json.dumps(dossier) for dossier in DOSSIERS] + BROKEN) + "\n")
    nothing.write_text("")
    for path, count in ((stream, len(DOSSIERS) + len(BROKEN)), (nothing, 0)):
        for form in ("json", "ndjson"):
            summary = json.loads(assess(binary, "--format", form, "--summary-only", "--examples", "2", str(scheme), str(path)))
            for error in jsonschema.Draft202012Validator(schema).iter_errors(summary):
                sys.exit(f"summary: {error.json_path}: {error.message[:300]}")
            if list(summary) != list(schema["properties"]):
                sys.exit(f"summary: keys stand in the order {list(summary)}")
            if summary["dossiers"] != count or sum(one["count"] for one in summary["decisions"]) != summary["assessed"]:
                sys.exit("summary: the numbers do not add up")
    return 4


SIGNED = ["--number", "C-1", "--body", "B", "--body-address", "Street 1", "--signed-by", "S", "--function", "Head"]
CERTIFIED = SIGNED + ["--client", "C", "--client-address", "Street 2", "--agreement", "A-1",
                      "--accreditation", "ISO/IEC 17065:2012, no. 1"]


def certificates(binary, source, folder):
    """A certificate, one on conditions, and a declaration."""
    examples = source / "examples/attestation"
    for scheme, dossier, details in [("mark", "granted", CERTIFIED), ("mark", "conditional", CERTIFIED + ["--replaces", "C-0"]),
                                     ("declaration", "declared", SIGNED + ["--place", "Hamburg"])]:
        report = folder / "report.json"
        report.write_text(assess(binary, "--format", "json", str(examples / f"{scheme}.assay"), str(examples / f"{dossier}.json")))
        done = subprocess.run([binary, "attest", str(report), "--format", "json", *details], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{dossier}: no certificate: {done.stderr}")
        yield json.loads(done.stdout)


def check_certificates(binary, source, folder):
    schema = json.loads((source / "schemas/certificate.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    checked = 0
    for certificate in certificates(binary, source, folder):
        for error in jsonschema.Draft202012Validator(schema).iter_errors(certificate):
            sys.exit(f"certificate: {error.json_path}: {error.message[:300]}")
        if list(certificate) != list(schema["properties"]):
            sys.exit(f"certificate: keys stand in the order {list(certificate)}")
        checked += 1
    return checked


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", required=True, type=pathlib.Path)
    options = parser.parse_args()

    schema = json.loads((options.source / "schemas/report.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    # A closer look than the `oneOf` at the top gives, so that an error names its place.
    kinds = {kind: jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]})
             for kind in ("assessment", "refusal")}
    checked = 0
    with tempfile.TemporaryDirectory() as folder:
        reports = list(own_reports(options.binary, pathlib.Path(folder)))
        reports += example_reports(options.binary, options.source)
        for report in reports:
            kind = "refusal" if "error" in report else "assessment"
            for error in kinds[kind].iter_errors(report):
                sys.exit(f"{report['dossier']}: {error.json_path}: {error.message[:300]}")
            order = list(schema["$defs"][kind]["properties"])
            if list(report) != order:
                sys.exit(f"{report['dossier']}: keys stand in the order {list(report)}, not {order}")
            checked += 1
        checked += check_test_reports(options.binary, options.source, pathlib.Path(folder))
        checked += check_lifecycle(options.binary, options.source, pathlib.Path(folder))
        checked += check_plans(options.binary, options.source, pathlib.Path(folder))
        checked += check_summaries(options.binary, options.source, pathlib.Path(folder))
        checked += check_certificates(options.binary, options.source, pathlib.Path(folder))
        checked += check_completeness(options.binary, options.source, pathlib.Path(folder))
        checked += check_measured(options.binary, options.source, pathlib.Path(folder))
    print(f"{checked} reports are valid")


if __name__ == "__main__":
    main()
