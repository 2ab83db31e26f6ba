#!/usr/bin/env python3
"""Writes descriptions of AI systems, made up from a seed, as NDJSON on standard output.

usage: generate_documents.py COUNT [SEED]

The same arguments give the same bytes. A document is one JSON object of 4 to 7 KB. Every field that bench/common.assay
declares stands in every document, but for its optional ones. Numbers have at most four decimals and points in time are
whole seconds in UTC, so that every program reads the same values. The order of the draws is part of the output: a field
is never drawn earlier or later than it stands here.
"""
import json
import sys

DAY = 86_400
FIRST_ASSESSMENT = 1_735_689_600  # 2025-01-01

UNION = ("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK").split()
ELSEWHERE = "US CN IN GB CH BR JP KR".split()
DOMAINS = ("biometrics critical_infrastructure education employment essential_services law_enforcement migration "
           "justice marketing games").split()
WORDS = ("ranks applications estimates credit default risk detects anomalies in grid load routes calls to agents "
         "suggests treatment plans from images flags transactions for review summarises case files predicts "
         "demand").split()
EVIDENCE_KINDS = ("technical_documentation risk_file test_report data_sheet audit_report user_manual review_minutes "
                  "pen_test_report").split()
METRICS = [  # name, direction, and the range of the value in ten-thousandths
    ("accuracy", "min", 7800, 9900),
    ("recall", "min", 7000, 9900),
    ("precision", "min", 7000, 9900),
    ("auc", "min", 7500, 9950),
    ("false_positive_rate", "max", 50, 1200),
    ("calibration_error", "max", 20, 900),
    ("demographic_parity_gap", "max", 50, 1500),
]
GROUPS = "overall female male age_18_30 age_60_plus region_rural".split()


class Draws:
    """splitmix64, which is the same stream of numbers in every language."""

    MASK = (1 << 64) - 1

    def __init__(self, seed):
        self.state = seed & self.MASK

    def number(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & self.MASK
        return mixed ^ (mixed >> 31)

    def below(self, bound):
        return self.number() % bound

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, per_mille):
        return self.below(1000) < per_mille

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def some_of(self, choices, per_mille):
        return [choice for choice in choices if self.chance(per_mille)]

    def share(self, low, high):
        return self.between(low, high) / 10_000

    def hex(self, length):
        digits = ""
        while len(digits) < length:
            digits += "%016x" % self.number()
        return digits[:length]

    def words(self, count):
        return " ".join(self.pick(WORDS) for _ in range(count))


def civil(days):
    """Year, month and day of a number of days since 1970-01-01."""
    shifted = days + 719_468
    era, day_of_era = divmod(shifted, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return year_of_era + era * 400 + (month <= 2), month, day


def timestamp(seconds):
    days, rest = divmod(seconds, DAY)
    return "%04d-%02d-%02dT%02d:%02d:%02dZ" % (*civil(days), rest // 3600, rest % 3600 // 60, rest % 60)


class Document:
    """Makes one document around the day on which its system is assessed."""

    def __init__(self, number, draws):
        self.number = number
        self.draws = draws
        self.assessed = FIRST_ASSESSMENT + draws.below(500) * DAY + draws.below(DAY)

    def days_ago(self, fewest, most):
        return timestamp(self.assessed - self.draws.between(fewest, most) * DAY - self.draws.below(DAY))

    def days_ahead(self, fewest, most):
        return timestamp(self.assessed + self.draws.between(fewest, most) * DAY)

    def make(self):
        draws = self.draws
        risk_class = "high" if draws.chance(550) else draws.pick(["limited", "limited", "minimal", "minimal", "minimal"])
        if draws.chance(10):
            risk_class = "prohibited"
        in_union = draws.chance(650)
        made = {
            "id": "ais-%06d-%s" % (self.number, draws.hex(8)) if draws.chance(985) else "AIS%d" % self.number,
            "schema_version": "1.2",
            "name": draws.words(3),
            "provider": self.provider(in_union),
            "risk_class": risk_class,
            "domain": draws.pick(DOMAINS),
            "assessment_date": timestamp(self.assessed),
            "purpose": self.purpose(),
            "deployment": self.deployment(),
            "datasets": self.datasets(),
            "metrics": self.metrics(),
            "evidence": self.evidence(),
            "oversight": self.oversight(),
            "logging": self.logging(),
            "robustness": self.robustness(),
            "cybersecurity": self.cybersecurity(),
            "transparency": self.transparency(),
            "incidents": self.incidents(),
            "risk_management": self.risk_management(),
        }
        if risk_class == "high" and draws.chance(900) or draws.chance(200):
            made["declaration"] = {
                "date": self.days_ago(1, 100),
                "signed_by": "CTO",
                "standards": ["EN ISO/IEC 42001", "prEN 18286"],
            }
        made["conformity_route"] = draws.pick(["internal", "notified_body"])
        if made["conformity_route"] == "notified_body" and draws.chance(900):
            made["notified_body_id"] = 1000 + draws.below(2000)
        return made

    def provider(self, in_union):
        draws = self.draws
        made = {
            "name": "Provider " + draws.hex(6) if draws.chance(990) else "",
            "country": draws.pick(UNION if in_union else ELSEWHERE),
            "contact": "conformity@%s.example" % draws.hex(8),
        }
        if not in_union and draws.chance(800):
            made["eu_representative"] = {"name": "Rep " + draws.hex(4), "country": draws.pick(UNION)}
        made["qms"] = {
            "certified": draws.chance(800),
            "standard": "ISO/IEC 42001:2023",
            "certificate_expires": self.days_ahead(1, 700) if draws.chance(900) else self.days_ago(1, 200),
            "last_audit": self.days_ago(10, 390) if draws.chance(880) else self.days_ago(401, 700),
        }
        return made

    def purpose(self):
        draws = self.draws
        users = ["clinicians", "hr_staff", "bank_clerks", "operators", "teachers"]
        return {
            "statement": draws.words(14) if draws.chance(980) else "",
            "foreseeable_misuse": [draws.words(5) for _ in range(draws.below(4))],
            "users": [draws.pick(users) for _ in range(draws.below(3) + (1 if draws.chance(950) else 0))],
            "affected_persons": draws.some_of(["applicants", "patients", "minors", "employees", "citizens"], 350),
        }

    def deployment(self):
        draws = self.draws
        return {
            "status": draws.pick(["market", "market", "pilot", "development"]),
            "regions": [draws.pick(UNION if draws.chance(800) else ELSEWHERE) for _ in range(1 + draws.below(4))],
            "first_placed": self.days_ago(30, 1500),
            "version": "%d.%d.%d" % (draws.below(5), draws.below(20), draws.below(40)) if draws.chance(960) else "beta",
            "updates_per_year": draws.below(13),
        }

    def datasets(self):
        draws = self.draws
        roles = ["train", "validation", "test"] if draws.chance(900) else ["train", "test"]
        if draws.chance(150):
            roles.append("train")
        return [self.dataset(position, role) for position, role in enumerate(roles)]

    def dataset(self, position, role):
        draws = self.draws
        licences = ["CC-BY-4.0", "CC0-1.0", "proprietary-licensed", "consented-internal"]
        bases = ["consent", "contract", "legitimate_interest", "public_task"]
        begin = self.assessed - (600 + draws.below(1300)) * DAY
        end = begin + (30 + draws.below(500)) * DAY
        if draws.chance(15):
            begin, end = end, begin
        # Python draws what stands behind `if` before what stands in front of it.
        return {
            "id": "ds-%d" % position,
            "role": role,
            "records": 50 + draws.below(200_000) if draws.chance(950) else draws.below(100),
            "license": draws.pick(licences) if draws.chance(960) else "unknown",
            "personal_data": draws.chance(500),
            "legal_basis": draws.pick(bases) if draws.chance(940) else "none",
            "collected_from": timestamp(begin),
            "collected_to": timestamp(end),
            "representativeness": draws.share(8600, 9900) if draws.chance(920) else draws.share(6000, 8499),
            "missing_rate": draws.share(0, 480) if draws.chance(960) else draws.share(510, 1500),
            "bias_checks": [self.bias_check(attribute) for attribute in ["sex", "age", "origin"] if draws.chance(700)],
        }

    def bias_check(self, attribute):
        draws = self.draws
        return {
            "attribute": attribute,
            "disparity": draws.share(10, 990) if draws.chance(960) else draws.share(1010, 2500),
            "passed": draws.chance(980),
        }

    def metrics(self):
        return [self.metric() for _ in range(3 + self.draws.below(5))]

    def metric(self):
        draws = self.draws
        name, direction, low, high = draws.pick(METRICS)
        value = draws.share(low, high)
        is_good = draws.chance(960)
        distance = draws.below(300) / 10_000
        if direction == "min":
            threshold = value - distance if is_good else value + distance + 0.0001
        else:
            threshold = value + distance if is_good else value - distance - 0.0001
        return {
            "name": name,
            "group": draws.pick(GROUPS),
            "direction": direction,
            "value": value,
            "threshold": round(threshold, 4),
            "uncertainty": draws.share(1, 300) if draws.chance(985) else 0,
            "n": 150 + draws.below(5000) if draws.chance(970) else draws.below(199),
        }

    def evidence(self):
        return [self.item(position) for position in range(5 + self.draws.below(4))]

    def item(self, position):
        draws = self.draws
        is_expected = position < 3 and draws.chance(930)
        return {
            "id": "ev-%02d" % position,
            "kind": EVIDENCE_KINDS[position] if is_expected else draws.pick(EVIDENCE_KINDS),
            "title": draws.words(4),
            "date": self.item_date(),
            "hash": "sha256:" + draws.hex(64) if draws.chance(995) else "md5:" + draws.hex(32),
            "status": draws.pick(["accepted"] * 8 + ["pending"]) if draws.chance(980) else "rejected",
        }

    def item_date(self):
        if not self.draws.chance(988):
            return self.days_ahead(1, 40)
        return self.days_ago(1, 720) if self.draws.chance(975) else self.days_ago(731, 1200)

    def oversight(self):
        draws = self.draws
        made = {
            "human_in_loop": draws.chance(880),
            "operators": [self.operator() for _ in range(1 + draws.below(3))],
        }
        if draws.chance(850):
            made["stop_mechanism"] = {
                "type": draws.pick(["button", "api", "procedure"]),
                "tested": self.days_ago(1, 170) if draws.chance(900) else self.days_ago(181, 400),
            }
        made["override_rate"] = draws.share(10, 2000) if draws.chance(930) else 0
        made["max_response_s"] = 5 + draws.below(600)
        return made

    def operator(self):
        draws = self.draws
        return {
            "role": draws.pick(["supervisor", "analyst"]),
            "trained": draws.chance(970),
            "training_date": self.days_ago(5, 360) if draws.chance(950) else self.days_ago(366, 800),
        }

    def logging(self):
        draws = self.draws
        fields = ["timestamp", "input_ref", "decision", "operator", "model_version", "confidence"]
        return {
            "enabled": draws.chance(960),
            "retention_days": 180 + draws.below(3000) if draws.chance(930) else 30 + draws.below(100),
            "fields": draws.some_of(fields, 960),
        }

    def robustness(self):
        draws = self.draws
        return {
            "adversarial_tested": draws.chance(800),
            "attacks": draws.some_of(["evasion", "poisoning", "extraction"], 600),
            "min_accuracy_under_attack": draws.share(5000, 9000),
        }

    def cybersecurity(self):
        draws = self.draws
        return {
            "sbom": draws.chance(900),
            "last_pen_test": self.days_ago(10, 500),
            "open_vulns": [self.vulnerability() for _ in range(draws.below(4))],
        }

    def vulnerability(self):
        draws = self.draws
        severities = ["low", "low", "medium", "medium", "high"]
        return {
            "cve": "CVE-%d-%05d" % (2023 + draws.below(3), draws.below(99_999)),
            "severity": draws.pick(severities) if draws.chance(960) else "critical",
            "published": self.days_ago(5, 300),
        }

    def transparency(self):
        draws = self.draws
        return {
            "instructions_for_use": draws.chance(970),
            "languages": [draws.pick(["en", "de", "fr", "es", "it"]) for _ in range(1 + draws.below(3))],
            "limitations_disclosed": draws.chance(940),
            "notice_to_users": draws.chance(920),
        }

    def incidents(self):
        return [self.incident(position) for position in range(max(0, self.draws.below(5) - 2))]

    def incident(self, position):
        draws = self.draws
        when = self.assessed - (20 + draws.below(400)) * DAY
        severity = 1 + draws.below(5)
        is_reported = severity >= 4 and draws.chance(930) or draws.chance(300)
        reported_at = self.assessed
        if is_reported:
            reported_at = when + (draws.below(15) if draws.chance(930) else 16 + draws.below(30)) * DAY
        return {
            "id": "inc-%d" % position,
            "date": timestamp(when),
            "severity": severity,
            "reported": is_reported,
            "reported_at": timestamp(reported_at),
            "closed": draws.chance(850),
            "root_cause": draws.words(5) if draws.chance(850) else "",
        }

    def risk_management(self):
        return {
            "process": self.draws.chance(960),
            "risks": [self.risk(position) for position in range(2 + self.draws.below(3))],
        }

    def risk(self, position):
        draws = self.draws
        return {
            "id": "rk-%d" % position,
            "likelihood": 1 + draws.below(3),
            "impact": 1 + draws.below(5),
            "initial": 8 + draws.below(17),
            "residual": 1 + draws.below(8) if draws.chance(985) else 25,
            "accepted_by": "board" if draws.chance(900) else "",
            "mitigations": [draws.words(3) for _ in range(1 + draws.below(2))],
        }


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    draws = Draws(int(sys.argv[2]) if len(sys.argv) > 2 else 42)
    for number in range(int(sys.argv[1])):
        sys.stdout.write(json.dumps(Document(number, draws).make(), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
