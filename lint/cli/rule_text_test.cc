#include "lint/cli/rule_text.h"

#include <doctest/doctest.h>

#include "lint/registry/catalogue.h"
#include "lint/registry/codes.h"
#include "lint/rules/rule_list.h"

namespace lint::cli {

TEST_CASE("a rule that klint has is explained") {
  const RuleInfo* info = nullptr;
  for (const RuleFile* file : rule_files()) {
    for (const RuleInfo& rule : file->rules) info = &rule;
  }
  REQUIRE(info != nullptr);
  const CatalogueRow& row = row_of(info->code);
  const std::string text = rule_text(info->code);
  CHECK(text.starts_with("# " + std::string(row.name) + " (" + std::string(row.code) +
                         ")\n\nDerived from the **"));
  CHECK(text.ends_with(info->docs));
  CHECK(rule_json(info->code).find("\"implemented\": true") != std::string::npos);
}

TEST_CASE("a rule without code or implementation says so") {
  CHECK(find_rule_info(codes::shared_clock_mock) == nullptr);
  CHECK(rule_text(codes::shared_clock_mock) ==
        "# shared-clock-mock\n\nThis rule is in preview and is not stable. The `--preview` flag is "
        "required for use.\n\nklint does not have this rule yet.\n");
  const std::string json = rule_json(codes::shared_clock_mock);
  CHECK(json.find("\"code\": null") != std::string::npos);
  CHECK(json.find("\"implemented\": false") != std::string::npos);
}

TEST_CASE("removed rules") {
  CHECK(rule_text(codes::ANN101) ==
        "# missing-type-self (ANN101)\n\nDerived from the **flake8-annotations** linter.\n\n## "
        "Removed\nThis rule has been removed.\n");
}

TEST_CASE("linters") {
  const std::string text = linters_text();
  CHECK(text.starts_with(" AIR Airflow\n ERA eradicate\nFAST FastAPI\n"));
  CHECK(text.find("ASYNC flake8-async\n") != std::string::npos);
  CHECK(text.find(" E/W pycodestyle\n") != std::string::npos);
  CHECK(
      linters_json().starts_with("[\n  {\n    \"prefix\": \"AIR\",\n    \"name\": \"Airflow\",\n"));
}

TEST_CASE("all rules") {
  CHECK(all_rules_text().starts_with("# airflow-variable-name-task-id-mismatch (AIR001)\n"));
  CHECK(all_rules_json().ends_with("}\n]"));
}

}  // namespace lint::cli
