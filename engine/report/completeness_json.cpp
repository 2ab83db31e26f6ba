// Completeness for machines. Every key stands in every report.
#include "report/completeness.hpp"

#include "report/engine.hpp"
#include "report/json_writer.hpp"

#include <array>

namespace assay::report {

namespace {

using completeness::Finding;
using completeness::Status;

constexpr std::array<Status, 6> statuses = {Status::present,      Status::missing,        Status::contradicts_type,
                                            Status::undetermined, Status::not_applicable, Status::outside_language};

void write_place(const Finding& finding, const source::Files& files, JsonWriter& json) {
  json.key("at");
  if (!finding.at) return json.null();
  const source::File& file = files[finding.at->file];
  const source::Position position = file.position(finding.at->begin);
  json.begin_object();
  json.member("file", file.path());
  json.member("line", std::uint64_t{position.line});
  json.member("column", std::uint64_t{position.column});
  json.end_object();
}

void write_item(const Finding& finding, const source::Files& files, JsonWriter& json) {
  json.begin_object();
  json.member("id", finding.id);
  json.member("part", completeness::to_string(finding.part));
  json.member("title", finding.title);
  json.member("status", completeness::to_string(finding.status));
  json.member_or_null("note", finding.note);
  json.member_or_null("help", finding.help);
  write_place(finding, files, json);
  json.end_object();
}

void write_header(const SchemeCompleteness& of, JsonWriter& json) {
  const model::Header none;
  const model::Header& header = of.header ? *of.header : none;
  json.member("path", of.path);
  json.member_or_null("id", header.id);
  json.member_or_null("title", header.title);
  json.member_or_null("version", header.version);
  json.member_or_null("type", header.type);
  json.member_or_null("object", header.object);
  json.member_or_null("party", header.party);
  json.member("usable", of.header.has_value());
  json.member("complete", of.header.has_value() && completeness::is_complete(of.findings));
}

void write_scheme(const SchemeCompleteness& of, JsonWriter& json) {
  json.begin_object();
  write_header(of, json);
  json.key("summary");
  json.begin_object();
  for (const Status status : statuses)
    json.member(completeness::to_string(status), std::uint64_t{completeness::count(of.findings, status)});
  json.end_object();
  json.key("items");
  json.begin_array();
  for (const Finding& finding : of.findings) write_item(finding, *of.files, json);
  json.end_array();
  json.end_object();
}

}  // namespace

void write_completeness_json(const std::vector<SchemeCompleteness>& schemes, std::string& out) {
  JsonWriter json(out, Layout::pretty);
  json.begin_object();
  json.member("completeness_report", "1");
  json.key("engine");
  json.begin_object();
  json.member("name", engine_name);
  json.member("version", engine_version());
  json.end_object();
  json.key("schemes");
  json.begin_array();
  for (const SchemeCompleteness& of : schemes) write_scheme(of, json);
  json.end_array();
  json.end_object();
  json.end_line();
}

}  // namespace assay::report
