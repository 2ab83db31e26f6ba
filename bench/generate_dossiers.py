#!/usr/bin/env python3
"""Writes dossiers for bench/deep.assay, made up from a seed, as NDJSON on standard output.

usage: generate_dossiers.py COUNT SEED known|open

The same arguments give the same bytes. Of a `known` dossier nothing is missing: every fact, every item of evidence and
every judgement that the scheme asks for is there, and every measurement lies on one side of its limit, so that each
requirement is decided, one way or the other. An `open` one is such a dossier with one to four gaps in it. The order of the
draws is part of the output, as in generate_documents.py.
"""
import json
import sys

sys.dont_write_bytecode = True

from generate_documents import Draws, civil

FIRST_ASSESSMENT = 20_605  # 2026-06-01, in days since 1970-01-01

RISK_CLASSES = "high high high limited minimal".split()
ADAPTIVITIES = "static retrained retrained learns_in_use".split()
COMPONENTS = "model transcription console gateway store dashboard".split()
SEVERITIES = "negligible moderate moderate serious".split()
METRICS = "sensitivity specificity precision".split()
GROUPS = ["under 65", "65 and over", "non-native speakers"]
ATTACKS = "data_poisoning model_poisoning evasion confidentiality model_extraction".split()
MEASURES = "understand monitor interpret override stop".split()
TOPICS = "provider purpose accuracy risks input_data oversight lifetime logs".split()
ASSESSOR, EXPERT, REVIEWER = "R. Castellanos", "T. Varga", "M. Haddad"
JUDGEMENTS = [  # requirement, name, role
    ("D01", "boundary", "lead_assessor"),
    ("D03", "permitted", "lead_assessor"),
    ("D09", "residual_risk", "lead_assessor"),
    ("D14", "representative", "lead_assessor"),
    ("D33", "competence", "technical_expert"),
    ("D33", "practice", "technical_expert"),
    ("D38", "traceable", "technical_expert"),
    ("D46", "as_described", "lead_assessor"),
    ("D48", "watched", "lead_assessor"),
]
EVIDENCE = [  # kind, what it covers, and how many days old it may be
    ("build_record", "version", 900),
    ("component_list", "boundary", 900),
    ("instructions", "version", 900),
    ("market_review", None, 700),
    ("risk_file", "version", 360),
    ("datasheet", "datasets", 900),
    ("processing_record", None, 700),
    ("label_report", None, 700),
    ("test_report", "version", 360),
    ("red_team_report", "version", 360),
    ("inspection_report", "version", 360),
    ("beginners_guide", None, 900),
    ("penetration_report", None, 360),
    ("vulnerability_register", None, 178),
    ("bill_of_materials", "boundary", 900),
    ("appointments", None, 900),
    ("incident_register", None, 178),
    ("change_record", "changes", 900),
    ("certificate_copy", None, 900),
    ("energy_record", None, 700),
]


class Dossier:
    """Makes one dossier around the day of its assessment."""

    def __init__(self, number, draws):
        self.number = number
        self.draws = draws
        self.assessed = FIRST_ASSESSMENT + draws.below(365)
        self.version = "%d.%d.%d" % (1 + draws.below(5), draws.below(20), draws.below(40))
        self.provider = "Provider " + draws.hex(6)

    def day(self, days):
        return "%04d-%02d-%02d" % civil(self.assessed + days)

    def days_ago(self, fewest, most):
        return self.day(-self.draws.between(fewest, most))

    def percent(self, low, high):
        """A percentage with one decimal."""
        return self.draws.between(10 * low, 10 * high) / 10

    def make(self):
        subject = self.subject()
        return {
            "dossier": "1",
            "scheme": {"id": "example.org/bench/deep", "version": "1.0.0"},
            "assessment_date": self.day(0),
            "activity": "initial",
            "subject": subject,
            "evidence": self.evidence(subject),
            "judgements": self.judgements(),
            "certificates": self.certificates(),
            "waivers": self.waivers(),
            "nonconformities": self.nonconformities(),
            "people": [
                {"name": ASSESSOR, "roles": ["lead_assessor"], "tasks": ["evaluation", "audit"]},
                {"name": EXPERT, "roles": ["technical_expert"], "tasks": ["evaluation", "inspection"]},
            ],
            "review": {"by": [REVIEWER], "on": self.day(-1), "recommendation": "grant"},
            "decision": {"by": [REVIEWER], "on": self.day(0), "outcome": "grant", "reason": "As reviewed"},
        }

    def subject(self):
        draws = self.draws
        has_personal_data = draws.chance(800)
        made = {
            "name": draws.words(2),
            "version": self.version,
            "provider": self.provider,
            "intended_purpose": draws.words(6) if draws.chance(985) else "",
            "risk_class": draws.pick(RISK_CLASSES) if draws.chance(990) else "prohibited",
            "adaptivity": draws.pick(ADAPTIVITIES),
            "placed_on_market": self.days_ago(30, 1500) if draws.chance(985) else self.day(draws.between(1, 60)),
            "boundary": [self.component(i) for i in range(2 + draws.below(2))],
            "context": {
                "environment": draws.words(3) if draws.chance(985) else "",
                "users": ["operators"],
                "affected_persons": draws.some_of(["callers", "patients", "employees"], 850),
                "interacts_directly": draws.chance(400),
            },
            "excluded_uses": [draws.words(3) for _ in range(draws.below(2) + (1 if draws.chance(950) else 0))],
            "risks": [self.risk() for _ in range(2 + draws.below(2))],
            "datasets": self.datasets(has_personal_data),
        }
        if not has_personal_data:
            made["no_personal_data"] = "Machines were recorded, not people"
        made.update(self.measured())
        made.update(self.operated())
        made.update(self.managed())
        return made

    def component(self, position):
        draws = self.draws
        inside = position == 0 and draws.chance(990) or draws.chance(500)
        made = {"name": COMPONENTS[position], "version": "%d.%d" % (1 + draws.below(9), draws.below(20)), "inside": inside}
        if not inside and draws.chance(970):
            made["supplier"] = "Supplier " + draws.hex(4)
        return made

    def risk(self):
        draws = self.draws
        severity = draws.pick(SEVERITIES) if draws.chance(850) else "critical"
        made = {"hazard": draws.words(3), "severity": severity}
        if severity != "negligible" and draws.chance(985):
            made["measure"] = draws.words(3)
        made["accepted"] = draws.chance(985)
        return made

    def datasets(self, has_personal_data):
        purposes = ["training", "validation", "testing"] if self.draws.chance(960) else ["training", "testing"]
        return [self.dataset(i, purpose, has_personal_data) for i, purpose in enumerate(purposes)]

    def dataset(self, position, purpose, has_personal_data):
        draws = self.draws
        made = {
            "name": "set-%d" % position,
            "purpose": purpose,
            "collected": self.days_ago(40, 1000) if draws.chance(950) else self.days_ago(1110, 1600),
        }
        if draws.chance(980):
            made["provenance"] = draws.words(3)
        if draws.chance(900):
            made["licence"] = "Contract " + draws.hex(4)
        made["personal_data"] = has_personal_data
        if has_personal_data and draws.chance(985):
            made["lawful_basis"] = "consent"
        made["missing_share"] = self.percent(0, 5) if draws.chance(950) else self.percent(6, 9)
        if draws.chance(200):
            made["agreed_limit"] = 8
        shares = [self.percent(50, 70), self.percent(20, 29), self.percent(5, 9) if draws.chance(960) else 1.5]
        is_training = purpose == "training"
        made["groups"] = [{"name": g, "share": s} for g, s in zip(GROUPS, shares)] if is_training else []
        return made

    def measured(self):
        draws = self.draws
        is_withstood, is_refused = draws.chance(960), draws.chance(960)
        return {
            "labels": {
                "records": 20_000 + draws.below(10_000),
                "inspected": 315 if draws.chance(960) else 200,
                "wrong": draws.below(7) if draws.chance(960) else 9,
            },
            "metrics": [self.metric(name) for name in METRICS[: 2 + draws.below(2)]],
            "calibration_error": self.with_interval(self.percent(1, 8) if draws.chance(960) else self.percent(12, 20)),
            "latency": self.measurement(draws.between(40, 300) if draws.chance(960) else 460, 2 + draws.below(18)),
            "drift": self.measurement(self.percent(-1, 1) if draws.chance(960) else 4.5, self.percent(0, 1)),
            "robustness_tests": self.robustness_tests(),
            "misuse_withstood": {"successes": draws.between(588, 600) if is_withstood else 550, "trials": 600},
            "uses_refused": {"successes": draws.between(385, 400) if is_refused else 320, "trials": 400},
        }

    @staticmethod
    def measurement(value, uncertainty):
        return {"value": value, "expanded_uncertainty": uncertainty, "coverage_factor": 2}

    @staticmethod
    def with_interval(value):
        return {"value": value, "lower": round(value - 0.6, 1), "upper": round(value + 0.8, 1), "level": 0.95}

    def metric(self, name):
        draws = self.draws
        value = self.percent(93, 98) if draws.chance(960) else self.percent(60, 75)
        by_group = [{"group": g, "value": round(value + self.percent(-2, 2), 1)} for g in GROUPS]
        if draws.chance(20):
            by_group[-1]["value"] = round(value - 12, 1)
        return {
            "name": name,
            "value": self.measurement(value, self.percent(1, 2)),
            "declared": draws.chance(980),
            "by_group": by_group,
        }

    def robustness_tests(self):
        draws = self.draws
        return [
            {
                "attack": attack,
                "performed": self.days_ago(10, 350) if draws.chance(990) else self.days_ago(380, 600),
                "success_rate": self.percent(0, 2) if draws.chance(985) else 6.5,
            }
            for attack in ATTACKS
        ]

    def operated(self):
        draws = self.draws
        return {
            "safeguards": {
                "reviewed": draws.chance(500),
                "undone": draws.chance(900),
                "limited": draws.chance(900),
                "isolated": draws.chance(300),
            },
            "oversight": {
                "measures": MEASURES if draws.chance(960) else MEASURES[:-1],
                "stop_delay": "PT1S" if draws.chance(960) else "PT90S",
                "trained": draws.chance(800),
            },
            "disclosure": "at_first_interaction" if draws.chance(900) else "in_the_terms",
            "instructions": TOPICS if draws.chance(940) else TOPICS[:-1],
            "log_retention": draws.pick(["P12M", "P18M", "P2Y", "P9M"]) if draws.chance(960) else "P3M",
            "penetration_tested": self.days_ago(10, 350) if draws.chance(960) else self.days_ago(380, 600),
            "vulnerabilities": [self.vulnerability(i) for i in range(draws.below(3))],
        }

    def vulnerability(self, position):
        draws = self.draws
        severity = draws.pick(SEVERITIES) if draws.chance(800) else "critical"
        found = draws.between(35, 300)
        made = {"id": "V-%d" % position, "severity": severity, "found": self.day(-found)}
        if severity == "critical" and draws.chance(900) or draws.chance(500):
            made["fixed"] = self.day(-found + draws.below(30))
        return made

    def managed(self):
        draws = self.draws
        responsible = {"task": "overall responsibility", "person": "A. Lindqvist"}
        watching = {"task": "post-market monitoring", "person": "M. Okafor"}
        has_enough = draws.chance(960)
        return {
            "responsibilities": [responsible, watching] if draws.chance(970) else [watching],
            "incidents": [self.incident(i) for i in range(draws.below(2))],
            "changes": [self.change(i) for i in range(draws.below(3))],
            "standards": [
                {"name": "EN 99001", "cited": draws.chance(900), "restricted": draws.chance(200), "applied": "in_full"}
            ],
            "audit": {"stage": "initial", "sites": 5, "sites_visited": 3 if has_enough else 1},
            "training": {
                "compute": 3.2e21,
                "energy": draws.between(500, 45_000) if draws.chance(960) else 61_000,
                "renewable_share": draws.between(20, 100),
            },
        }

    def incident(self, position):
        draws = self.draws
        aware = draws.between(40, 400)
        made = {"id": "I-%d" % position, "serious": draws.chance(500), "became_aware": self.day(-aware)}
        if draws.chance(950):
            made["reported"] = self.day(-aware + draws.below(15))
        return made

    def change(self, position):
        draws = self.draws
        released = draws.between(20, 300)
        made = {"version": "%s-%d" % (self.version, position), "significant": draws.chance(400)}
        if draws.chance(970):
            made["assessed"] = self.day(-released - draws.below(30))
        made["released"] = self.day(-released)
        return made

    def evidence(self, subject):
        items = []
        for kind, covers, oldest in EVIDENCE:
            # Without a guide D36 is not met, so nothing stays open; the bill of materials is not needed yet.
            if self.draws.chance({"beginners_guide": 60, "bill_of_materials": 700}.get(kind, 0)):
                continue
            covered = self.covered(covers, subject)
            items.append(self.item(len(items), kind, covered, self.days_ago(5, oldest)))
            # One good item suffices: an older issue beside it changes nothing.
            if self.draws.chance(60):
                items.append(self.item(len(items), kind, covered, self.days_ago(901, 1500)))
        return items

    def covered(self, covers, subject):
        if covers == "version":
            return [self.version]
        key = "version" if covers == "changes" else "name"
        return None if covers is None else [one[key] for one in subject[covers]]

    def item(self, position, kind, covered, issued):
        draws = self.draws
        made = {"id": "E%d" % position, "kind": kind, "issued": issued}
        if draws.chance(150):
            made["expires"] = self.day(draws.between(10, 700))
        if covered:
            made["covers"] = covered
        if kind == "test_report":
            laboratory = "Meridian Laboratory" if draws.chance(970) else self.provider
            made["issuer"] = {"name": laboratory, "accreditation": "ISO/IEC 17025:2017"}
        if draws.chance(200):
            made["status"] = "valid"
        return made

    def judgements(self):
        made = []
        for requirement, name, role in JUDGEMENTS:
            is_met = self.draws.chance(985)
            if self.draws.chance(50):
                made.append(self.judgement(len(made), requirement, name, role, not is_met, 40))
                made.append(self.judgement(len(made), requirement, name, role, is_met, 20))
                made[-1]["supersedes"] = [made[-2]["id"]]
            else:
                made.append(self.judgement(len(made), requirement, name, role, is_met, 30))
        return made

    def judgement(self, position, requirement, name, role, is_met, days):
        return {
            "id": "J%d" % position,
            "name": name,
            "requirement": requirement,
            "result": "met" if is_met else "not_met",
            "by": {"name": ASSESSOR if role == "lead_assessor" else EXPERT, "role": role},
            "on": self.day(-days),
            "rationale": self.draws.words(3),
        }

    def certificates(self):
        draws = self.draws
        begun = draws.between(30, 900)
        certificate = {
            "standard": "ISO/IEC 42001:2023",
            "number": "AIMS %d" % draws.below(1000),
            "body": "Example Certification",
            "valid_from": self.day(-begun),
            "valid_to": self.day(1095 - begun),
            "status": "active" if draws.chance(970) else "suspended",
        }
        return [certificate] if draws.chance(960) else []

    def waivers(self):
        draws = self.draws
        waiver = {
            "requirement": draws.pick(["D16", "D35", "D41"]),
            "approved_by": {"name": "C. Chair", "role": "scheme_committee"},
            "reason": draws.words(5),
            "expires": self.day(draws.between(5, 300)),
        }
        return [waiver] if draws.chance(150) else []

    def nonconformities(self):
        return [self.nonconformity(i) for i in range(max(0, self.draws.below(6) - 3))]

    def nonconformity(self, position):
        draws = self.draws
        made = {
            "id": "N%d" % position,
            "requirement": "D%02d" % (1 + draws.below(50)),
            "grade": "minor",
            "statement": draws.words(6),
            "raised": {"by": ASSESSOR, "on": self.day(-40)},
            "due": self.day(draws.between(5, 120)),
            "plan": {"accepted_by": ASSESSOR, "on": self.day(-30)},
        }
        if draws.chance(700):
            made["closed"] = {"verified_by": ASSESSOR, "on": self.day(-10)}
        return made


def forget_fact(draws, dossier):
    path = draws.pick([
        ["risk_class"], ["disclosure"], ["penetration_tested"], ["log_retention"], ["latency"], ["drift"],
        ["labels", "wrong"], ["oversight", "trained"], ["oversight", "stop_delay"], ["audit", "sites_visited"],
        ["training", "energy"], ["context", "interacts_directly"],
    ])
    record = dossier["subject"]
    for key in path[:-1]:
        record = record.get(key, {})
    record.pop(path[-1], None)


def forget_safeguards(draws, dossier):
    for key in list(dossier["subject"]["safeguards"]):
        if draws.chance(600):
            del dossier["subject"]["safeguards"][key]


def forget_in_a_dataset(draws, dossier):
    dataset = draws.pick(dossier["subject"]["datasets"])
    dataset.pop(draws.pick(["collected", "missing_share", "personal_data"]), None)


def lose_evidence(draws, dossier):
    del dossier["evidence"][draws.below(len(dossier["evidence"]))]


def leave_judgement_pending(draws, dossier):
    del dossier["judgements"][draws.below(len(dossier["judgements"]))]


def measure_near_the_limit(draws, dossier):
    """Inside the guard band, or with too few trials to tell."""
    if draws.chance(500):
        dossier["subject"]["latency"] = Dossier.measurement(398, 10)
    else:
        dossier["subject"]["misuse_withstood"] = {"successes": 97, "trials": 100}


GAPS = [forget_fact, forget_fact, forget_safeguards, forget_in_a_dataset, lose_evidence, lose_evidence,
        leave_judgement_pending, measure_near_the_limit]


def main():
    if len(sys.argv) != 4 or sys.argv[3] not in ("known", "open"):
        sys.exit(__doc__)
    draws = Draws(int(sys.argv[2]))
    for number in range(int(sys.argv[1])):
        dossier = Dossier(number, draws).make()
        if sys.argv[3] == "open":
            for _ in range(1 + draws.below(4)):
                draws.pick(GAPS)(draws, dossier)
        sys.stdout.write(json.dumps(dossier, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
