"""What is measured: Assay, its peers, and programs that merely read the documents."""
import dataclasses
import shutil
import typing

import clock
import verdicts
from workload import HERE, SCHEME


@dataclasses.dataclass
class Job:
    name: str
    what: str  # in a few words, for the table
    kind: str  # "assay", "peer" or "reader"
    microseconds: typing.Callable[[typing.Any], float]  # a document, of a batch of documents
    verdicts: typing.Callable[[typing.Any], typing.Iterable[str]] = None  # lines of letters
    expected: typing.Callable[[str], str] = lambda letters: letters  # what it should say where Assay says the letters
    version: str = ""
    absent: str = ""  # why it cannot be measured
    is_slow: bool = False  # then the smaller batch does

    def batch(self, workload):
        return workload.some if self.is_slow else workload.all


def assay(build):
    binary = build.assay
    version = clock.output_of([binary, "--version"]).split()[-1]

    def command(batch, form):
        return [binary, "assess", SCHEME, batch.path, "--format", form, "--jobs", "1"]

    def job(name, what, form, **more):
        return Job(name, what, "assay", lambda batch: clock.of_process(command(batch, form), batch.count),
                   version=version, absent=build.slow_assay, **more)

    def letters(batch):
        return verdicts.of_assay(clock.output_of(command(batch, "verdicts")))

    return [job("Assay, verdicts", "whole process", "verdicts", verdicts=letters),
            job("Assay, reasons", "whole process, why each miss", "reasons"),
            job("Assay, full reports", "whole process", "ndjson")]


def readers(build):
    program = build.compile_readers()
    versions = clock.output_of([program, "versions"]).splitlines() if program else ["", ""]

    def job(name, what, reader, version):
        return Job(name, what, "reader", lambda batch: clock.as_printed([program, reader, batch.path]),
                   version=version, absent="" if program else build.no_readers)

    return [job("simdjson, DOM", "parses only", "simdjson-dom", versions[0]),
            job("simdjson, On-Demand", "reads every value", "simdjson-ondemand", versions[0]),
            job("nlohmann-json", "parses only", "nlohmann", versions[1])]


def script_of_node(build, package, name, what, arguments, kind="peer"):
    """A job for a script below engines/, which times itself and runs in the folder of the installed packages."""
    def command(batch, wanted):
        return ["node", *arguments, batch.path, wanted]

    def letters(batch):
        return clock.output_of(command(batch, "verdicts")).splitlines()

    return Job(name, what, kind, lambda batch: clock.as_printed(command(batch, "time")),
               letters if kind == "peer" else None, version=build.version_of(package), absent=build.absence_of(package))


def engines_of_node(build):
    def job(package, name, what, engine, translations, kind="peer"):
        arguments = [str(HERE / "engines/pass.mjs"), engine, build.modules, build.written(translations)]
        return script_of_node(build, package, name, what, arguments, kind)

    database = [str(HERE / "engines/duckdb.mjs"), build.modules, build.written("requirements.sql")]
    return [job(None, "JSON.parse of Node.js", "parses only", "json_parse", "nothing.json", "reader"),
            script_of_node(build, "@duckdb/node-api", "DuckDB", "one query, warm", database),
            job("json-logic-engine", "json-logic-engine", "compiled, warm", "json_logic", "json_logic.json"),
            job("ajv", "Ajv with $data", "compiled, warm", "ajv", "ajv.json"),
            job("@marcbachmann/cel-js", "cel-js", "parsed, warm", "cel", "cel.json")]


def json_schema_program(build):
    package = "@sourcemeta/jsonschema"

    def command(batch, schema, *options):
        return [build.json_schema_program(), "validate", *options, "--continue", build.written(schema), batch.path]

    def letters(batch, read, *arguments):
        # It takes the documents in an order of its own, which only its words tell; every document meets this schema.
        order = clock.messages_of(command(batch, "annotated.schema.json", "--fast", "--verbose"))
        return verdicts.in_order_of_entries(order, read(clock.output_of(command(batch, *arguments))))

    def job(name, what, read, *arguments, **more):
        return Job(name, what, "peer", lambda batch: clock.of_process(command(batch, *arguments), batch.count),
                   lambda batch: letters(batch, read, *arguments), version=build.version_of(package),
                   absent=build.absence_of(package), **more)

    return [job("jsonschema, yes or no", "whole process, stops at the first miss", verdicts.of_validity,
                "joined.schema.json", "--fast", "--json", expected=verdicts.validity),
            job("jsonschema, annotations", "whole process", verdicts.of_annotations, "annotated.schema.json", "--json",
                is_slow=True)]


def jq(build):
    program = shutil.which("jq")

    def command(batch):
        return [program, "--raw-output", "--from-file", build.written("requirements.jq"), batch.path]

    return Job("jq", "whole process", "peer", lambda batch: clock.of_process(command(batch), batch.count),
               lambda batch: clock.output_of(command(batch)).splitlines(),
               version=clock.output_of([program, "--version"]).strip().removeprefix("jq-") if program else "",
               absent="" if program else "jq is not installed", is_slow=True)


def all_jobs(build):
    """Assay's verdicts come first: all others are held to them."""
    return [*assay(build), *readers(build), *engines_of_node(build), *json_schema_program(build), jq(build)]
