#include "lint/registry/catalogue.h"

#include <doctest/doctest.h>

#include <set>

#include "lint/registry/codes.h"
#include "lint/registry/rule_set.h"

namespace lint {

TEST_CASE("codes and names find their rows") {
  const std::span<const CatalogueRow> rows = catalogue();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RuleId id{static_cast<std::uint16_t>(i)};
    CHECK(find_rule_by_name(rows[i].name) == id);
    if (has_code(id)) CHECK(find_rule_by_code(rows[i].code) == id);
  }
  CHECK_FALSE(find_rule_by_code("-"));
  CHECK_FALSE(find_rule_by_code("F40"));
  CHECK_FALSE(find_rule_by_code("f401"));
  CHECK_FALSE(find_rule_by_code(""));
  CHECK_FALSE(find_rule_by_name("unused"));
}

TEST_CASE("constants stand for their codes") {
  CHECK(row_of(codes::F401).name == "unused-import");
  CHECK(row_of(codes::RUF100).code == "RUF100");
  CHECK(row_of(codes::shared_clock_mock).code == "-");
  CHECK(code_or_name(codes::shared_clock_mock) == "shared-clock-mock");
}

TEST_CASE("the linter of a code has the longest matching prefix") {
  const auto linter = [](RuleId rule) { return linters()[row_of(rule).linter].name; };
  CHECK(linter(codes::F401) == "Pyflakes");
  CHECK(linter(codes::FA100) == "flake8-future-annotations");
  CHECK(linter(codes::E501) == "pycodestyle");
  CHECK(linter(codes::EM101) == "flake8-errmsg");
  CHECK(linter(codes::W605) == "pycodestyle");
  CHECK(linter(codes::PLE0604) == "Pylint");
  CHECK(linter(codes::PT006) == "flake8-pytest-style");
  CHECK(linter(codes::C901) == "mccabe");
  CHECK(row_of(codes::shared_clock_mock).linter == kNoLinter);
}

TEST_CASE("prefixes and linters select their rules") {
  CHECK(rules_with_prefix("F401").size() == 1);
  CHECK(rules_with_prefix("E74").contains(codes::E741));
  CHECK(rules_with_prefix("E74").size() == 3);
  CHECK(rules_with_prefix("XYZ").empty());
  const RuleSet pyflakes = rules_of_linter(row_of(codes::F401).linter);
  CHECK(pyflakes.contains(codes::F841));
  CHECK_FALSE(pyflakes.contains(codes::FA100));
}

TEST_CASE("every linter has rules and a name of its own") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < linters().size(); ++i) {
    CHECK_FALSE(rules_of_linter(static_cast<std::uint8_t>(i)).empty());
    CHECK(names.insert(linters()[i].name).second);
  }
}

TEST_CASE("the default sets") {
  std::size_t stable = 0;
  std::size_t preview = 0;
  for (const CatalogueRow& row : catalogue()) {
    stable += row.is_default ? 1 : 0;
    preview += row.is_preview_default ? 1 : 0;
    if (row.is_default) CHECK(row.status == RuleStatus::Stable);
  }
  CHECK(stable == 407);
  CHECK(preview == 500);
}

TEST_CASE("categories and their names") {
  CHECK(category_of("correctness") == Category::Correctness);
  CHECK(category_of("restriction") == Category::Restriction);
  CHECK_FALSE(category_of("Correctness"));
  CHECK(category_name(Category::Pedantic) == "pedantic");
  CHECK(rules_of_category(Category::Restriction).contains(codes::pytest_fixture_autouse));
  CHECK(status_name(RuleStatus::Removed) == "Removed");
}

}  // namespace lint
