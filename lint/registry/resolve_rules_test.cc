#include "lint/registry/resolve_rules.h"

#include <doctest/doctest.h>

#include "lint/registry/codes.h"

namespace lint {

namespace {

std::vector<Selector> selectors(std::initializer_list<std::string_view> texts) {
  std::vector<Selector> list;
  for (std::string_view text : texts) {
    list.push_back({std::string(text), std::string(kFromCommandLine)});
  }
  return list;
}

struct Outcome {
  ResolvedRules rules;
  std::string error;
  std::vector<std::string> warnings;
};

Outcome resolve(const std::vector<RuleSelectionLayer>& layers, PreviewMode preview = {},
                std::string_view convention = "") {
  Outcome outcome;
  Warnings warnings;
  auto rules = resolve_rules(layers, preview, rules_against_convention(convention), warnings);
  if (rules) {
    outcome.rules = *rules;
  } else {
    outcome.error = rules.error().message;
  }
  outcome.warnings = warnings.messages();
  return outcome;
}

}  // namespace

TEST_CASE("without layers the defaults hold and everything is fixable") {
  const Outcome stable = resolve({});
  CHECK(stable.rules.enabled.size() == 407);
  CHECK(stable.rules.fixable == stable.rules.enabled);
  CHECK(resolve({}, {.is_on = true}).rules.enabled.size() == 500);
  CHECK(resolve({}, {.is_on = true, .needs_exact_selector = true}).rules.enabled.size() == 452);
}

TEST_CASE("the more specific selector holds, ignore among equals") {
  const Outcome outcome =
      resolve({{.select = selectors({"F", "E501"}), .ignore = selectors({"F4", "E"})},
               {.extend_select = selectors({"F401", "F5"}), .ignore = selectors({"F50"})}});
  CHECK(outcome.rules.enabled.contains(codes::F841));
  CHECK(outcome.rules.enabled.contains(codes::E501));
  CHECK(outcome.rules.enabled.contains(codes::F401));
  CHECK_FALSE(outcome.rules.enabled.contains(codes::F403));
  CHECK_FALSE(outcome.rules.enabled.contains(codes::F501));
  const Outcome equal = resolve({{.select = selectors({"F"}), .ignore = selectors({"F"})}});
  CHECK(equal.rules.enabled.empty());
}

TEST_CASE("select replaces what was selected before") {
  const Outcome outcome = resolve({{.select = selectors({"E"})}, {.select = selectors({"F401"})}});
  CHECK(outcome.rules.enabled.size() == 1);
}

TEST_CASE("ignores of an empty select are for the next layer") {
  const std::vector<Selector> none;
  const Outcome outcome = resolve(
      {{.select = none, .ignore = selectors({"F401"})}, {.select = selectors({"F401", "F841"})}});
  CHECK_FALSE(outcome.rules.enabled.contains(codes::F401));
  CHECK(outcome.rules.enabled.contains(codes::F841));
}

TEST_CASE("fixable follows the same steps") {
  const Outcome outcome = resolve({{.select = selectors({"F"}),
                                    .fixable = selectors({"F4"}),
                                    .extend_fixable = selectors({"F84"}),
                                    .unfixable = selectors({"F401"})}});
  CHECK(outcome.rules.fixable.contains(codes::F404));
  CHECK(outcome.rules.fixable.contains(codes::F841));
  CHECK_FALSE(outcome.rules.fixable.contains(codes::F401));
  CHECK_FALSE(outcome.rules.fixable.contains(codes::F632));
}

TEST_CASE("a convention takes away what was not selected by its code") {
  const Outcome outcome = resolve({{.select = selectors({"D", "D417"})}}, {}, "numpy");
  CHECK_FALSE(outcome.rules.enabled.contains(codes::D107));
  CHECK(outcome.rules.enabled.contains(codes::D417));
  CHECK(outcome.rules.enabled.contains(codes::D205));
  CHECK(outcome.rules.enabled.contains(codes::D211));
  CHECK(outcome.warnings.empty());
}

TEST_CASE("of contradicting rules one gives way") {
  const Outcome outcome = resolve({{.select = selectors({"D203", "D211", "D213"})}});
  CHECK(outcome.rules.enabled.contains(codes::D211));
  CHECK(outcome.rules.enabled.contains(codes::D213));
  CHECK_FALSE(outcome.rules.enabled.contains(codes::D203));
  CHECK(outcome.warnings ==
        std::vector<std::string>{
            "`incorrect-blank-line-before-class` (D203) and `blank-line-before-class` (D211) are "
            "incompatible. Ignoring `incorrect-blank-line-before-class`."});
}

TEST_CASE("removed rules cannot be selected") {
  CHECK(resolve({{.select = selectors({"ANN101"})}}).error ==
        "Rule `ANN101` was removed and cannot be selected.");
  CHECK(resolve({{.select = selectors({"PLR1706"}), .fixable = selectors({"ANN101"})}}).error ==
        "The following rules have been removed and cannot be selected:\n    - ANN101\n    - "
        "PLR1706\n");
  CHECK(resolve({{.ignore = selectors({"ANN101"})}}).warnings ==
        std::vector<std::string>{
            "The following rules have been removed and ignoring them has no effect:\n    - "
            "ANN101\n"});
}

TEST_CASE("selecting preview rules without preview is pointed out") {
  const Outcome outcome = resolve({{.select = selectors({"RUF03", "E11", "E1"})}});
  CHECK(outcome.error.empty());
  CHECK(outcome.warnings ==
        std::vector<std::string>{"Selection `E11` has no effect because preview is not enabled."});
}

TEST_CASE("lists for files mean all rules") {
  Warnings warnings;
  const auto rules = resolve_rule_list("per-file-ignores", selectors({"ANN", "E1"}), {}, warnings);
  REQUIRE(rules);
  CHECK(rules->contains(codes::ANN101));
  CHECK(rules->contains(codes::E111));
}

TEST_CASE("the safety of fixes follows the more specific selector") {
  Warnings warnings;
  const auto safety =
      resolve_fix_safety(selectors({"F401", "E"}), selectors({"F", "E"}), {}, warnings);
  REQUIRE(safety);
  CHECK(safety->forced_safe.contains(codes::F401));
  CHECK_FALSE(safety->forced_unsafe.contains(codes::F401));
  CHECK(safety->forced_unsafe.contains(codes::F841));
  CHECK(safety->forced_unsafe.contains(codes::E711));
  CHECK_FALSE(safety->forced_safe.contains(codes::E711));
}

}  // namespace lint
