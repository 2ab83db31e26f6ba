#include "report/scheme_json.hpp"

#include "report/engine.hpp"
#include "report/profile.hpp"

namespace assay::report {

void write_engine(JsonWriter& json) {
  json.key("engine");
  json.begin_object();
  json.member("name", engine_name);
  json.member("version", engine_version());
  json.end_object();
}

void write_scheme(JsonWriter& json, const evaluate::Scheme& scheme) {
  const model::Header& header = scheme.model.header;
  json.key("scheme");
  json.begin_object();
  json.member("id", header.id);
  json.member("title", header.title);
  json.member("version", header.version);
  write_profile_of(json, scheme);
  json.key("files");
  json.begin_array();
  for (std::size_t i = 0; i < scheme.file_hashes.size(); ++i) {
    json.begin_object();
    json.member("path", (*scheme.files)[scheme.files->id_at(i)].path());
    json.member("sha256", scheme.file_hashes[i]);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace assay::report
