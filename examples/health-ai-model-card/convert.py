#!/usr/bin/env python3
"""Turns a CHAI Applied Model Card, version 0.2, into a dossier for rules/health-ai-model-card.assay.

    convert.py CARD > DOSSIER          the card as published (XML), or the same card as JSON
    convert.py --check CARD DOSSIER    says whether DOSSIER is what CARD gives

The dossier holds the card, place by place and word by word. Nothing is added to it except

- `name`, which is the card's ModelName;
- for each key metric, its value by unit: `percentage`, `millimetres`, `minutes`, `seconds`, `plain` if there is none,
  `value` if it is another, and the same with `_interval` behind it if the card gives an interval. No unit is converted
  and none is assumed;
- `cases`, the number of cases behind a key metric, if the card's text gives it for that metric, and `counted` if just
  one whole number of these cases has the share that the card states;
- `read_from_text`: what the patterns below find in prose. A pattern that finds nothing gives nothing.

What the card leaves empty is left out. "N/A" and "None" are the card's words and stay.
"""

import argparse
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as xml
from decimal import Decimal

SCHEME = {"id": "example.org/health-ai-model-card", "version": "1.0.0"}
METRICS = {"UsefulnessUsabilityEfficacy": "usefulness", "FairnessEquity": "fairness", "SafetyReliability": "safety"}
LISTS = {"Keywords": "Keyword", "EHRCompatibility": "EHR"}
FIELD_OF_UNIT = {"%": "percentage", "mm": "millimetres", "minutes": "minutes", "seconds": "seconds", None: "plain"}

# The patterns, each for one way in which cards say one thing. A number written as a word ("five sites") is not read.
MONTH = (r"(?:Jan|January|Feb|February|Mar|March|Apr|April|May|Jun|June|Jul|July|Aug|August|Sep|September"
         r"|Oct|October|Nov|November|Dec|December)")
RELEASE = re.compile(rf"^{MONTH} (\d{{4}})$")
TIME_FRAME = re.compile(r"\btime frame for the data used [^.]* is (\d{4})-(\d{4})\b")
CLEARANCE = re.compile(r"\bK\d{6}\b")
CASES = re.compile(r"\bin (\d+) cases\b")
CASES_BY_TRUTH = re.compile(r"\b(\d+) cases were selected, (\d+) positive cases and (\d+) negative cases\b")
SITES = re.compile(r"\bfrom (\d+) (?:US-based |clinical |study )*sites\b")
GOAL_OF_BOTH = re.compile(r"\bsensitivity and specificity with an (\d+(?:\.\d+)?)% performance goal")
BOTH_EXCEEDED = re.compile(r"\bsensitivity and specificity both exceeded (\d+(?:\.\d+)?)%")
GOAL_OF_AUC = re.compile(r"\bperformance goal \(PG\) of area under the curve \(AUC\) > (0\.\d+)\b")
AUC_EXCEEDED = re.compile(r"\bAUC exceeded (0\.\d+)\b")
SAMPLE_SIZES = re.compile(r"\bSample sizes: ([^.]*)\.")
SAMPLE_SIZE = re.compile(r"^(.+) n=(\d+)$")


def element_as_json(element):
    """The JSON form of an element of the card: texts, objects, and lists where the schema lets an element repeat."""
    name = element.tag.rpartition("}")[2]
    children = list(element)
    if name in LISTS:
        return {LISTS[name]: [child.text or "" for child in children]} if children else {}
    if name == "Results":
        return [element_as_json(child) for child in children]
    if name == "ValueJson":
        return json.loads(element.text or "null")
    if not children:
        return (element.text or "").strip()
    return {child.tag.rpartition("}")[2]: element_as_json(child) for child in children}


def read_card(path):
    text = path.read_text(encoding="utf-8-sig")
    card = element_as_json(xml.fromstring(text.encode())) if text.lstrip().startswith("<") else json.loads(text)
    if not isinstance(card, dict):
        raise ValueError("this is no model card")
    return card


def without_empty(value):
    if isinstance(value, dict):
        kept = {key: without_empty(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in ("", None, {}, [])}
    if isinstance(value, list):
        return [inner for inner in map(without_empty, value) if inner not in ("", None, {}, [])]
    return value.strip() if isinstance(value, str) else value


def interval_of(value):
    """The interval of an estimate, if all its parts are there. A level above 1 is in per cent."""
    if any(key not in value for key in ("estimate", "lower", "upper", "level")):
        return None
    level = Decimal(str(value["level"]))
    return {"value": value["estimate"], "lower": value["lower"], "upper": value["upper"],
            "level": float(level / 100 if level > 1 else level)}


def result_of(result):
    """One key metric: the card's label, kind and unit, its value by unit, and its interval."""
    value = result.get("ValueJson")
    if not isinstance(value, dict):
        return result
    field = FIELD_OF_UNIT.get(value.get("unit"), "value")
    typed = {
        "Label": result.get("Label"),
        "kind": value.get("kind"),
        "unit": value.get("unit"),
        field: value.get("estimate", value.get("value", value.get("mean"))),
        field + "_interval": interval_of(value),
        "standard_deviation": value.get("sd"),
    }
    return {key: inner for key, inner in typed.items() if inner is not None}


def whole_count(percentage, cases):
    """The only whole number of cases whose share rounds to the percentage stated, if there is just one."""
    step = Decimal(1).scaleb(Decimal(str(percentage)).as_tuple().exponent)
    share = Decimal(str(percentage))
    near = [count for count in range(cases + 1) if abs(Decimal(100 * count) / cases - share) <= step / 2]
    return near[0] if len(near) == 1 else None


def number(match, group=1):
    return json.loads(match.group(group)) if match else None


def add_cases(results, metric):
    """The number of cases behind a result, where the text gives it for that result, and the count that follows."""
    by_truth = CASES_BY_TRUTH.search(metric.get("MetricGoal", ""))
    sizes = SAMPLE_SIZES.search(metric.get("Interpretation", ""))
    cases_of = dict(zip(("Sensitivity", "Specificity"), map(int, by_truth.groups()[1:]))) if by_truth else {}
    named = [SAMPLE_SIZE.match(part.strip()) for part in sizes.group(1).split(";")] if sizes else []
    for match in filter(None, named):
        cases_of |= {result["Label"]: int(match.group(2)) for result in results
                     if result.get("Label", "").endswith(f"({match.group(1)})")}
    for result in results:
        cases = cases_of.get(result.get("Label"))
        if not cases:
            continue
        result["cases"] = cases
        count = whole_count(result["percentage"], cases) if "percentage" in result else None
        if count is not None:
            result["counted"] = {"successes": count, "trials": cases}


def read_study(metric):
    goal = metric.get("MetricGoal", "")
    by_truth = CASES_BY_TRUTH.search(goal)
    return without_empty({
        "cases": number(by_truth or CASES.search(goal)),
        "sites": number(SITES.search(goal)),
    }) | {"clearances": sorted(set(CLEARANCE.findall(metric.get("ValidationProcessAndJustification", ""))))}


def read_goals(metric):
    text = metric.get("Interpretation", "")
    both = number(GOAL_OF_BOTH.search(text) or BOTH_EXCEEDED.search(text))
    auc = number(GOAL_OF_AUC.search(text) or AUC_EXCEEDED.search(text))
    goals = {"sensitivity_and_specificity_goal": both, "auc_goal": auc}
    return {key: goal for key, goal in goals.items() if goal is not None}


def read_texts(card):
    release = card.get("ReleaseInfo", {})
    facts = card.get("TrustIngredients", {}).get("AISystemFacts", {})
    metrics = card.get("KeyMetrics", {})
    official = release.get("ReleaseStage", "") + " " + release.get("RegulatoryApproval", "")
    time_frame = TIME_FRAME.search(facts.get("DevelopmentDataCharacterization", ""))
    return without_empty({
        "release_year": number(RELEASE.match(release.get("ReleaseDate", ""))),
        "data_from": number(time_frame, 1),
        "data_until": number(time_frame, 2),
    }) | {
        "clearances": sorted(set(CLEARANCE.findall(official))),
        **{name: read_study(metrics[key]) for key, name in METRICS.items() if key in metrics},
        **read_goals(metrics.get("UsefulnessUsabilityEfficacy", {})),
    }


def dossier_of(card):
    card = without_empty(card)
    for metric in card.get("KeyMetrics", {}).values():
        if "Results" in metric:
            metric["Results"] = [result_of(result) for result in metric["Results"]]
            add_cases(metric["Results"], metric)
    name = card.get("BasicInfo", {}).get("ModelName")
    subject = ({"name": name} if name else {}) | card | {"read_from_text": read_texts(card)}
    return {"dossier": "1", "scheme": SCHEME, "subject": subject}


def main():
    parser = argparse.ArgumentParser(description="Turns a CHAI Applied Model Card into a dossier.")
    parser.add_argument("card", type=pathlib.Path, help="the card, XML or JSON")
    parser.add_argument("dossier", type=pathlib.Path, nargs="?", help="with --check: the dossier to compare")
    parser.add_argument("--check", action="store_true", help="compare instead of printing")
    options = parser.parse_args()
    try:
        text = json.dumps(dossier_of(read_card(options.card)), ensure_ascii=False, indent=1) + "\n"
    except (OSError, ValueError, xml.ParseError) as problem:
        sys.exit(f"{options.card}: {problem}")
    if not options.check:
        sys.stdout.write(text)
        return 0
    same = options.dossier is not None and options.dossier.read_text(encoding="utf-8") == text
    print(f"{options.card.name}: {'the dossier is what the card gives' if same else 'the dossier differs'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
