#include <assay/assay.hpp>

#include <iostream>

#include <nlohmann/json.hpp>

int main(int argc, char** argv) {
  if (argc != 2) return 4;
  const auto compiled = assay::Scheme::from_file(argv[1]);
  for (const auto& problem : compiled.problems) std::cerr << problem.rendered;
  if (!compiled.scheme) return 3;

  const nlohmann::json dossier = {{"dossier", "1"},
                                  {"assessment_date", "2026-11-22"},
                                  {"subject", {{"name", "Lift controller"}, {"tests_passed", 41}}}};
  const auto assessed = compiled.scheme->assess_json(dossier);
  for (const auto& problem : assessed.problems) std::cerr << problem.rendered;
  if (!assessed.report) return 3;

  std::cout << assessed.report->text();
  return assessed.report->decision() == "grant" ? 0 : 1;
}
