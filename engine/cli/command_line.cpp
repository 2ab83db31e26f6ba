// The command line. The only file that knows CLI11.
#include "cli/command_line.hpp"

#include "base/nearest.hpp"
#include "cli/console.hpp"
#include "cli/problem.hpp"
#include "cli/shard.hpp"
#include "report/engine.hpp"

#include <array>
#include <string_view>
#include <utility>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace assay::cli {

namespace {

constexpr std::array<std::string_view, 7> commands = {"assess",    "attest", "check", "explain",
                                                      "lifecycle", "plan",   "test"};

/// What every command writes with.
void add_output_options(CLI::App& command, CommonOptions& common, const std::vector<std::string>& formats) {
  command.add_option("--format", common.format, "How to print it")->check(CLI::IsMember(formats))->type_name("FORMAT");
  command.add_option("-o,--output", common.output, "Write to FILE instead of standard output")->type_name("FILE");
  command.add_option("--color", common.color, "auto, always or never")
      ->check(CLI::IsMember(std::vector<std::string>{"auto", "always", "never"}))
      ->type_name("WHEN");
  command.add_flag("--quiet", common.quiet, "Only errors on standard error");
  command.add_option("--log-level", common.log_level, "trace, debug, info, warn, error or off")
      ->check(CLI::IsMember(std::vector<std::string>{"trace", "debug", "info", "warn", "error", "off"}))
      ->type_name("LEVEL");
}

/// What a command that reads schemes takes.
void add_common(CLI::App& command, CommonOptions& common, const std::vector<std::string>& formats) {
  command.add_option("--root", common.root, "Folder that 'use' never leaves [the scheme's folder]")->type_name("DIR");
  add_output_options(command, common, formats);
}

/// What a dossier is read with.
void add_dossier_options(CLI::App& command, CommonOptions& common) {
  command.add_option("--as-of", common.as_of, "Assessment date [the dossier's, SOURCE_DATE_EPOCH, today in UTC]")
      ->type_name("DATE");
  command.add_flag("--require-date", common.require_date, "Refuse a date that neither --as-of nor the dossier gives");
  command
      .add_option("--evidence-root", common.evidence_root,
                  "Folder below which files of evidence are opened and their SHA-256 compared")
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
}

void add_check(CLI::App& app, CheckOptions& options) {
  CLI::App* command = app.add_subcommand("check", "Parse and check schemes; diagnostics on standard error");
  command->add_option("SCHEME", options.schemes, "Schemes")->type_name("");
  add_common(*command, options.common, {"text", "json", "sarif"});
  command->add_flag("--warnings-as-errors", options.warnings_as_errors, "Warnings are findings too");
  command->add_flag("--completeness", options.completeness,
                    "Compare with what ISO/IEC 17067 asks a scheme to say; what is missing is a finding");
  command->add_option("--explain", options.explained_code, "Print the page of a diagnostic code")->type_name("CODE");
  command->footer(
      "Exit status: 0 clean, 1 findings, 3 unreadable file, 4 wrong usage.\n"
      "Examples:\n"
      "  assay check rules/trustworthy-ai.assay\n"
      "  assay check --completeness rules/trustworthy-ai.assay\n"
      "  assay check --explain E0304");
}

/// What only matters with many dossiers.
void add_bulk_options(CLI::App& command, AssessOptions& options) {
  const std::vector<std::string> verdicts = {"conforming", "nonconforming", "undetermined", "not_applicable"};
  command.add_option("--only", options.only, "Print only dossiers in which a requirement has one of these verdicts")
      ->delimiter(',')
      ->check(CLI::IsMember(verdicts))
      ->type_name("VERDICT,...");
  CLI::Option* summary =
      command.add_flag("--summary-only", options.summary_only, "Print numbers by decision and requirement, no reports");
  command.add_option("--examples", options.examples, "Dossiers that stand for each number of a summary [3]")
      ->check(CLI::Range(0, 1000))
      ->needs(summary)
      ->type_name("N");
  const auto is_shard = [](const std::string& text) {
    return parse_shard(text) ? std::string() : "'" + text + "' is no part, such as 2/8";
  };
  command.add_option("--shard", options.shard, "Only the I-th of N parts of the dossiers, for N jobs that share them")
      ->check(is_shard)
      ->type_name("I/N");
  command
      .add_option("--checkpoint", options.checkpoint,
                  "Keep in FILE how far the run came; started again, it goes on from there")
      ->type_name("FILE");
}

void add_assess(CLI::App& app, AssessOptions& options) {
  CLI::App* command = app.add_subcommand("assess", "Assess dossiers against a scheme and print a report of each");
  command->add_option("SCHEME", options.scheme, "The scheme")->required()->type_name("");
  command->add_option("DOSSIER", options.dossiers, "JSON files, or streams of one dossier a line; - is standard input")
      ->required()
      ->type_name("");
  add_dossier_options(*command, options.common);
  add_common(*command, options.common, {"text", "json", "ndjson", "verdicts", "reasons"});
  command->add_flag("--ndjson", options.ndjson, "Every DOSSIER is a stream, as *.ndjson and *.jsonl are");
  add_bulk_options(*command, options);
  command->add_option("--jobs", options.jobs, "Threads; the output does not depend on them [one a processor]")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  command->footer(
      "Exit status: 0 every decision is positive, 1 some is negative, 2 some is 'defer', 3 something is not usable,\n"
      "4 wrong usage, 70 a bug; the first of 70, 4, 3, 1, 2, 0 that holds.\n"
      "Examples:\n"
      "  assay assess rules/trustworthy-ai.assay examples/trustworthy-ai/failing.json\n"
      "  assay assess rules/us-m-25-21.assay examples/us-federal-inventory/inventory-200.ndjson --summary-only");
}

void add_explain(CLI::App& app, ExplainOptions& options) {
  CLI::App* command = app.add_subcommand("explain", "Show why a requirement got its verdict, as a tree of values");
  command->add_option("SCHEME", options.scheme, "The scheme")->required()->type_name("");
  command->add_option("DOSSIER", options.dossier, "A JSON file; - is standard input")->required()->type_name("");
  command->add_option("ID", options.requirement, "The requirement")->required()->type_name("");
  add_dossier_options(*command, options.common);
  add_common(*command, options.common, {"text", "json"});
  command->footer(
      "Example:\n"
      "  assay explain rules/trustworthy-ai.assay examples/trustworthy-ai/failing.json DG-1");
}

void add_plan(CLI::App& app, PlanOptions& options) {
  CLI::App* command = app.add_subcommand("plan", "Show what is still needed to a decision, what decides soonest first");
  command->add_option("SCHEME", options.scheme, "The scheme")->required()->type_name("");
  command->add_option("DOSSIER", options.dossier, "A JSON file; - is standard input [all that the scheme takes]")
      ->type_name("");
  add_dossier_options(*command, options.common);
  add_common(*command, options.common, {"text", "md", "markdown", "json"});
  command->footer(
      "Exit status: 0 there is a plan, 3 the scheme or the dossier is not usable, 4 wrong usage.\n"
      "Examples:\n"
      "  assay plan rules/trustworthy-ai.assay examples/trustworthy-ai/incomplete.json\n"
      "  assay plan --format md -o plan.md rules/trustworthy-ai.assay");
}

void add_test(CLI::App& app, TestOptions& options) {
  CLI::App* command = app.add_subcommand("test", "Run the tests that stand in schemes");
  command->add_option("SCHEME", options.schemes, "Schemes")->required()->type_name("");
  command->add_option("--filter", options.filter, "Only tests with TEXT in their title")->type_name("TEXT");
  command->add_flag("--warnings-as-errors", options.warnings_as_errors, "Warnings are findings too");
  add_common(*command, options.common, {"text", "json", "junit"});
  command->footer(
      "Exit status: 0 all pass, 1 a test fails or cannot run, 3 unreadable scheme or no test to run, 4 wrong usage.\n"
      "Examples:\n"
      "  assay test rules/trustworthy-ai.assay\n"
      "  assay test --format junit -o tests.xml rules/trustworthy-ai.assay rules/ca-adm.assay");
}

void add_lifecycle(CLI::App& app, LifecycleOptions& options) {
  CLI::App* command = app.add_subcommand("lifecycle", "Check the histories of certificates and say where each stands");
  command
      ->add_option("HISTORY", options.histories,
                   "JSON files, or streams of one certificate a line; - is standard input")
      ->required()
      ->type_name("");
  command->add_option("--as-of", options.common.as_of, "The day it is asked for [SOURCE_DATE_EPOCH, today in UTC]")
      ->type_name("DATE");
  command->add_flag("--require-date", options.common.require_date, "Refuse a date that --as-of does not give");
  add_output_options(*command, options.common, {"text", "json", "ndjson"});
  command->add_flag("--ndjson", options.ndjson, "Every HISTORY is a stream, as *.ndjson and *.jsonl are");
  command->footer(
      "Exit status: 0 every history is in order, 1 some has errors, 3 some is not usable or there was none,\n"
      "4 wrong usage. What state a certificate is in makes no difference to it.\n"
      "Example:\n"
      "  assay lifecycle --as-of 2026-11-22 examples/lifecycle/suspended.json");
}

void add_attest_details(CLI::App& command, attestation::Details& details) {
  const auto add = [&](const char* option, std::string& target, const char* words) {
    command.add_option(option, target, words)->type_name("TEXT");
  };
  add("--number", details.number, "Number of the statement");
  add("--replaces", details.replaces, "Number of the one that it takes the place of");
  add("--body", details.body, "Who attests: the certification body, or the supplier who declares");
  add("--body-address", details.body_address, "Its address");
  add("--accreditation", details.accreditation, "What the body is accredited to, by whom, and its number there");
  add("--client", details.client, "Whose object it is");
  add("--client-address", details.client_address, "The client's address");
  add("--agreement", details.agreement, "The signed certification agreement");
  add("--signed-by", details.signatory, "Who signs or otherwise authorises it");
  add("--function", details.function, "The function of who signs it");
  add("--place", details.place, "Where it is issued");
  command.add_option("--issued-on", details.issued_on, "When it is issued [the day of the decision]")
      ->type_name("DATE");
}

void add_attest(CLI::App& app, AttestOptions& options) {
  CLI::App* command = app.add_subcommand("attest", "Write the certificate or declaration that a decision leads to");
  command->add_option("REPORT", options.report, "One report of 'assess --format json'; - is standard input")
      ->required()
      ->type_name("");
  add_attest_details(*command, options.details);
  add_output_options(*command, options.common, {"md", "html", "json"});
  command->footer(
      "Exit status: 0 it is written, 1 it is refused, 3 the report is not usable, 4 wrong usage.\n"
      "Example:\n"
      "  assay assess examples/attestation/declaration.assay examples/attestation/declared.json --format json |\n"
      "    assay attest - --number SDC-7 --body 'Nordlicht AG' --body-address 'Kai 3, 20457 Hamburg' \\\n"
      "      --signed-by 'Ines Falk' --function 'Head of Quality' --place Hamburg");
}

std::vector<std::string> suggestion(std::string_view word, std::span<const std::string_view> candidates) {
  if (const auto near = nearest(word, candidates)) return {"did you mean '" + std::string(*near) + "'?"};
  return {};
}

ExitStatus wrong_usage(std::string message, std::vector<std::string> help) {
  if (help.empty()) help.push_back("see 'assay --help'");
  report_problem(diagnostics::Code::usage, {std::move(message)}, std::move(help));
  return ExitStatus::usage;
}

ExitStatus unexpected_argument(const std::string& argument, const CLI::App& command) {
  if (argument.empty() || argument[0] != '-') return wrong_usage("unexpected argument '" + argument + "'", {});
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    if (option->nonpositional()) names.push_back("--" + option->get_lnames().front());
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string name = argument.substr(0, argument.find('='));
  return wrong_usage("unknown option '" + name + "'", suggestion(name, candidates));
}

ExitStatus unknown_command(std::string_view word) {
  return wrong_usage("unknown command '" + std::string(word) + "'", suggestion(word, commands));
}

/// A message of CLI11, begun with a small letter as all messages are.
std::string lowered(std::string message) {
  const bool is_word = message.size() > 1 && message[1] >= 'a' && message[1] <= 'z';
  if (is_word && message[0] >= 'A' && message[0] <= 'Z') message[0] = static_cast<char>(message[0] - 'A' + 'a');
  return message.substr(0, message.find('\n'));
}

const CLI::App& chosen(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app : *parsed.front();
}

}  // namespace

std::variant<Command, ExitStatus> parse_command_line(int argc, char** argv) {
  CLI::App app("Assay assesses dossiers against conformity assessment schemes.", "assay");
  CheckOptions check;
  AssessOptions assess;
  ExplainOptions explain;
  PlanOptions plan;
  TestOptions test;
  LifecycleOptions lifecycle;
  AttestOptions attest;
  const std::string_view first = argc > 1 ? argv[1] : "";
  const bool is_command = std::find(commands.begin(), commands.end(), first) != commands.end();
  if (!first.empty() && first[0] != '-' && !is_command) return unknown_command(first);
  // Setting up the options of all commands would be a tenth of a cold start; only the help lists them all.
  const auto is_asked = [&](std::string_view name) { return !is_command || first == name; };
  if (is_asked("assess")) add_assess(app, assess);
  if (is_asked("attest")) add_attest(app, attest);
  if (is_asked("check")) add_check(app, check);
  if (is_asked("explain")) add_explain(app, explain);
  if (is_asked("lifecycle")) add_lifecycle(app, lifecycle);
  if (is_asked("plan")) add_plan(app, plan);
  if (is_asked("test")) add_test(app, test);
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(report::engine_name) + " " + std::string(report::engine_version()));
  app.footer("Example:\n  assay assess rules/trustworthy-ai.assay examples/trustworthy-ai/conforming.json");

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    app.exit(success);
    return ExitStatus::success;
  } catch (const CLI::ExtrasError&) {
    const auto extras = app.remaining(true);
    return unexpected_argument(extras.empty() ? "" : extras.front(), chosen(app));
  } catch (const CLI::ParseError& error) {
    if (app.get_subcommands().empty())
      return wrong_usage("a command is required: assess, attest, check, explain, lifecycle, plan or test", {});
    return wrong_usage(lowered(error.what()), {"see 'assay " + chosen(app).get_name() + " --help'"});
  }
  const std::string& command = chosen(app).get_name();
  if (command == "check") {
    if (check.schemes.empty() && check.explained_code.empty())
      return wrong_usage("SCHEME is required", {"see 'assay check --help'"});
    if (check.completeness && check.common.format == "sarif")
      return wrong_usage("--completeness is printed as text or json", {});
    return Command(std::move(check));
  }
  if (command == "assess") {
    if (assess.summary_only && (assess.common.format == "verdicts" || assess.common.format == "reasons"))
      return wrong_usage("a summary is printed as text, json or ndjson", {});
    if (assess.summary_only && !assess.only.empty())
      return wrong_usage("--only chooses what is printed of each dossier, and --summary-only prints nothing of it", {});
    return Command(std::move(assess));
  }
  if (command == "plan") return Command(std::move(plan));
  if (command == "attest") return Command(std::move(attest));
  if (command == "test") return Command(std::move(test));
  if (command == "lifecycle") return Command(std::move(lifecycle));
  return Command(std::move(explain));
}

}  // namespace assay::cli
