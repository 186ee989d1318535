#include "lint/config/options.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "common/config/toml.h"

namespace lint::config {
namespace {

using common::config::Assignments;
using common::config::OptionInfo;
using common::config::parse_toml;
using common::config::ReadContext;

constexpr ReadContext kContext = {.root = "/root", .origin = "`/root/ruff.toml`"};

// The option's example in its table.
std::string example_text(const OptionInfo& option) {
  const std::string_view table = option.is_open_table ? option.key : option.table();
  std::string text = table.empty() ? std::string() : "[" + std::string(table) + "]\n";
  return text.append(option.example) + '\n';
}

Settings settings_from(std::string_view text) {
  Settings settings;
  settings.lint.rule_selection.emplace_back();
  const auto document = parse_toml(text);
  REQUIRE_MESSAGE(document.has_value(), text);
  const auto assignments = option_table().index().assignments(*document);
  REQUIRE_MESSAGE(assignments.has_value(), text);
  const auto applied = option_table().apply(*assignments, kContext, settings);
  REQUIRE_MESSAGE(applied.has_value(), text);
  return settings;
}

std::string error_of(std::string_view text) {
  const auto document = parse_toml(text);
  if (!document) return located_message(document.error(), text);
  const auto assignments = option_table().index().assignments(*document);
  if (!assignments) return located_message(assignments.error(), text);
  Settings settings;
  settings.lint.rule_selection.emplace_back();
  const auto applied = option_table().apply(*assignments, kContext, settings);
  return applied ? "" : located_message(applied.error(), text);
}

TEST_CASE("every example sets its option, and what is printed sets it again") {
  for (const auto* option : option_table().rows()) {
    CAPTURE(std::string(option->key));
    const Settings first = settings_from(example_text(*option));
    const std::string printed = option->target.print(first);
    CHECK(printed != "null");
    const Settings second = settings_from(std::string(option->key) + " = " + printed + "\n");
    CHECK(option->target.print(second) == printed);
  }
}

TEST_CASE("every example is one of the option, and types and defaults have a text") {
  const OptionTable& table = option_table();
  for (std::size_t row = 0; row < table.rows().size(); ++row) {
    const OptionInfo& option = *table.rows()[row];
    CAPTURE(std::string(option.key));
    if (!option.is_open_table) {
      CHECK(option.example.contains(std::string(option.name()) + " = "));
    }
    CHECK_FALSE(type_of(table, row).empty());
    CHECK_FALSE(default_of(table, row).empty());
  }
}

TEST_CASE("defaults that can be printed can be set") {
  const OptionTable& table = option_table();
  for (const auto* option : table.rows()) {
    const std::string printed = option->target.print(Settings());
    if (printed == "null") continue;
    CAPTURE(std::string(option->key));
    const Settings once = settings_from(std::string(option->key) + " = " + printed + "\n");
    // Paths become absolute.
    const std::string set = option->target.print(once);
    const Settings twice = settings_from(std::string(option->key) + " = " + set + "\n");
    CHECK(option->target.print(twice) == set);
  }
}

TEST_CASE("errors show the place") {
  CHECK(error_of("fix = 1\n") ==
        "TOML parse error at line 1, column 7\n"
        "  |\n"
        "1 | fix = 1\n"
        "  |       ^\n"
        "invalid type: integer `1`, expected a boolean");
  CHECK(error_of("[lint.flake8-quotes]\ninline-quotes = \"x\"\n")
            .ends_with("2 | inline-quotes = \"x\"\n"
                       "  |                 ^^^\n"
                       "unknown variant `x`, expected `double` or `single`"));
  CHECK(error_of("line-length = 0").ends_with("line-length must be between 1 and 65535 (got 0)"));
  CHECK(error_of("lint = 3").ends_with("invalid type: integer `3`, expected a table of options"));
  CHECK(error_of("x = ").starts_with("TOML parse error at line 1"));
  CHECK(error_of("exclude = [\"[a\"]")
            .ends_with("error parsing glob '/root/[a': unclosed character class; missing ']'"));
  CHECK(error_of("[lint.pylint]\nmax-args = -1").contains("invalid value: integer `-1`"));
  CHECK(error_of("[lint]\nallowed-confusables = [\"ab\"]")
            .ends_with("invalid value: string \"ab\", expected a character"));
}

TEST_CASE("unknown keys come with what was meant") {
  CHECK(error_of("line-lenght = 3")
            .contains("unknown field `line-lenght`, did you mean "
                      "`line-length`?"));
  CHECK(error_of("[lint.isort]\nknow-first-party = []")
            .contains("did you mean `known-first-party`?"));
  CHECK(error_of("[lint.mccabe]\nfoo = 1")
            .ends_with("unknown field `foo`, expected "
                       "`max-complexity`"));
  CHECK(error_of("\"lint.select\" = []").contains("unknown field `lint.select`"));
  CHECK(error_of("[lint.nosuch]\n").contains("unknown field `nosuch`"));
}

TEST_CASE("linter options count at the top level, less than in their table") {
  const auto document = parse_toml(
      "select = [\"A\"]\nignore = [\"B\"]\n[isort]\nfrom-first = true\nlength-sort = true\n"
      "[lint]\nselect = [\"C\"]\nisort.from-first = false\n");
  REQUIRE(document.has_value());
  const auto assignments = option_table().index().assignments(*document);
  REQUIRE(assignments.has_value());
  CHECK(assignments->aliased == std::vector<std::string>{"select", "ignore", "isort"});
  Settings settings;
  settings.lint.rule_selection.emplace_back();
  REQUIRE(option_table().apply(*assignments, kContext, settings).has_value());
  const RuleSelectionLayer& layer = settings.lint.rule_selection.back();
  CHECK(layer.select->size() == 1);
  CHECK(layer.select->front().text == "C");
  CHECK(layer.ignore.front().text == "B");
  CHECK(layer.ignore.front().origin == "`/root/ruff.toml`");
  CHECK_FALSE(settings.lint.isort.from_first);
  CHECK(settings.lint.isort.length_sort);
  CHECK(error_of("future-annotations = true").contains("unknown field `future-annotations`"));
}

TEST_CASE("values of several kinds") {
  const Settings settings = settings_from(
      "[lint.isort]\n"
      "required-imports = [\"import a.b as c, d\", \"from . import q\", \"from ..x import (y, "
      "z,)\"]\n"
      "section-order = [\"future\", \"mine\"]\n"
      "[lint.flake8-tidy-imports]\n"
      "ban-lazy = { include = \"all\", exclude = [\"b\"] }\n"
      "[lint.flake8-type-checking]\n"
      "runtime-evaluated-base-classes = [\"a.B\"]\n");
  const Isort& isort = settings.lint.isort;
  CHECK(isort.required_imports[0].names[0].text() == "import a.b as c");
  CHECK(isort.required_imports[0].names[1].text() == "import d");
  CHECK(isort.required_imports[1].names[0].text() == "from . import q");
  CHECK(isort.required_imports[2].names[1].text() == "from ..x import z");
  CHECK(isort.section_order[0].is_builtin());
  CHECK(isort.section_order[1].user_defined == "mine");
  CHECK(settings.lint.flake8_tidy_imports.ban_lazy.selects("a.b"));
  CHECK_FALSE(settings.lint.flake8_tidy_imports.ban_lazy.selects("b.c"));
  CHECK(settings.lint.flake8_type_checking.runtime_evaluated_base_classes.at("a.B") ==
        RuntimeEvaluation::Required);
  for (const char* statement : {"x y", "import", "from x", "from import a", "import a; import b"}) {
    CHECK_FALSE(RequiredImports::parse(statement).has_value());
  }
}

}  // namespace
}  // namespace lint::config
