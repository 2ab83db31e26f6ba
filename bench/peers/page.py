"""The table of docs/design/peers.md."""
import dataclasses
import re
import sys
import textwrap

BEGIN = "<!-- What follows is written by make bench-peers. -->"
END = "<!-- What precedes is written by make bench-peers. -->"
FLOOR = "simdjson, DOM"


@dataclasses.dataclass
class Results:
    jobs: list
    said: dict   # how many requirements each job decides, by its name
    times: dict  # microseconds a document, by the job's name
    work: object
    rounds: int
    machine: str
    load: float

    def own(self):
        return self.times.get(self.jobs[0].name)

    def rows(self):
        """Those measured, the fastest first."""
        return sorted((job for job in self.jobs if not job.absent), key=lambda job: self.times[job.name])


def ratio(time, base):
    if not base:
        return "–"
    value = time / base
    return "%.*f" % (2 if value < 10 else 1 if value < 100 else 0, value)


def row(results, job):
    time = results.times[job.name]
    name = job.name + (" ¹" if job.is_slow else "")
    cells = ["**%s**" % name if job.kind == "assay" else name, job.version, job.what,
             str(results.said[job.name]) if job.name in results.said else "",
             "%.*f" % (1 if time < 100 else 0, time), ratio(time, results.times.get(FLOOR)), ratio(time, results.own())]
    return "| %s |" % " | ".join(cells)


def table(results):
    head = ["| who | version | how | requirements | µs a document | over simdjson's DOM | over Assay |",
            "|---|---|---|---:|---:|---:|---:|"]
    return "\n".join(head + [row(results, job) for job in results.rows()])


def conditions(results):
    work = results.work
    return ("{:,} documents of {:.1f} KB, fifty requirements. Processor time of one document; the fastest of {} rounds. "
            "On {}; load {:.1f} as the run began.").format(
                work.all.count, 1000 * work.megabytes / work.all.count, results.rounds, results.machine, results.load)


def notes(results):
    if any(job.is_slow and not job.absent for job in results.jobs):
        yield "¹ measured on the first {:,} documents.".format(results.work.some.count)
    for job in results.jobs:
        if job.absent:
            yield "Not measured: %s (%s)." % (job.name, job.absent)


def section(results):
    parts = [textwrap.fill(conditions(results), 118, break_on_hyphens=False), table(results), *notes(results), "![The same figures as bars](peers.svg)"]
    return "\n\n".join(parts)


def write(path, results):
    text = path.read_text()
    pattern = re.compile(re.escape(BEGIN) + ".*" + re.escape(END), re.DOTALL)
    if not pattern.search(text):
        sys.exit("%s has no place for the table" % path)
    written = "%s\n\n%s\n\n%s" % (BEGIN, section(results), END)
    path.write_text(pattern.sub(lambda _: written, text))
