#include "lint/registry/selector.h"

#include <doctest/doctest.h>

#include "lint/registry/catalogue.h"
#include "lint/registry/codes.h"

namespace lint {

namespace {

constexpr PreviewMode kStable{};
constexpr PreviewMode kPreview{.is_on = true};

ResolvedSelector resolved(std::string_view text, PreviewMode preview = kStable) {
  const auto selector = resolve_selector(text, preview);
  REQUIRE_MESSAGE(selector.has_value(), text);
  return *selector;
}

}  // namespace

TEST_CASE("every code selects its rule alone") {
  for (const CatalogueRow& row : catalogue()) {
    if (row.code == "-" || find_redirect(row.code)) continue;
    const ResolvedSelector selector = resolved(row.code);
    CHECK(selector.specificity == Specificity::Rule);
    CHECK(selector.all_rules.size() == 1);
    CHECK(selector.text() == row.code);
  }
}

TEST_CASE("specificity grows with what is given of a code") {
  CHECK(resolved("ALL").specificity == Specificity::All);
  CHECK(resolved("C").specificity == Specificity::LinterGroup);
  CHECK(resolved("UP").specificity == Specificity::Linter);
  CHECK(resolved("PL").specificity == Specificity::Linter);
  CHECK(resolved("PLE").specificity == Specificity::Prefix1);
  CHECK(resolved("E").specificity == Specificity::Prefix1);
  CHECK(resolved("E50").specificity == Specificity::Prefix3);
  CHECK(resolved("PLE060").specificity == Specificity::Prefix4);
  CHECK(resolved("E501").specificity == Specificity::Rule);
}

TEST_CASE("a prefix stays within its linter") {
  CHECK_FALSE(resolved("F").all_rules.contains(codes::FA100));
  CHECK(resolved("F").all_rules.contains(codes::F841));
  CHECK(resolved("E").all_rules.contains(codes::E501));
  CHECK_FALSE(resolved("E").all_rules.contains(codes::ERA001));
  CHECK(resolved("C").all_rules.contains(codes::C901));
  CHECK(resolved("C").all_rules.contains(codes::C401));
}

TEST_CASE("old codes are redirected") {
  const ResolvedSelector selector = resolved("TCH");
  CHECK(selector.text() == "TC");
  REQUIRE(selector.redirect);
  CHECK(selector.redirect->from == "TCH");
  CHECK(resolved("M").text() == "RUF100");
}

TEST_CASE("names and categories need preview") {
  CHECK(resolve_selector("unused-import", kStable).error() == SelectorProblem::NameNeedsPreview);
  CHECK(resolve_selector("style", kStable).error() == SelectorProblem::CategoryNeedsPreview);
  CHECK(resolved("unused-import", kPreview).all_rules.contains(codes::F401));
  CHECK(resolved("unused-import", kPreview).is_exact());
  CHECK(resolved("style", kPreview).specificity == Specificity::Category);
  CHECK(resolved("shared-clock-mock", kPreview).text() == "shared-clock-mock");
}

TEST_CASE("what means nothing") {
  for (std::string_view text : {"", " E", "XYZ", "f401", "E5012", "F999", "FAS", "P", "U016"}) {
    CHECK_MESSAGE(resolve_selector(text, kPreview).error() == SelectorProblem::Unknown, text);
  }
  CHECK(resolve_selector("NURSERY", kStable).error() == SelectorProblem::Removed);
}

TEST_CASE("status decides what a selector turns on") {
  const PreviewMode exact{.is_on = true, .needs_exact_selector = true};
  CHECK(resolved("E1").rules(kStable).size() == 1);
  CHECK(resolved("E1").rules(kPreview).size() > 1);
  CHECK(resolved("E1").rules(exact).size() == 1);
  CHECK(resolved("E111").rules(exact).size() == 1);
  CHECK(resolved("E111").rules(kStable).empty());
  CHECK_FALSE(resolved("ANN").rules(kPreview).contains(codes::ANN101));
  CHECK(resolved("ANN101").rules(kStable).contains(codes::ANN101));
}

TEST_CASE("problems name setting and place") {
  Warnings warnings;
  const std::vector<Selector> selectors = {{"XYZ", "from `/p/ruff.toml`"}};
  CHECK(resolve_selectors("select", selectors, kStable, warnings).error().message ==
        "Unknown rule selector `XYZ` in `select` from `/p/ruff.toml`");
  CHECK(warnings.messages().empty());
  CHECK(resolve_selectors("select", selectors, kPreview, warnings)->empty());
  CHECK(warnings.messages() ==
        std::vector<std::string>{"Unknown rule selector `XYZ` in `select` from `/p/ruff.toml`"});
}

TEST_CASE("only the command line is told about old codes, once") {
  Warnings warnings;
  const std::string here(kFromCommandLine);
  CHECK(resolve_selectors("select", {{"TCH", "from `/p/ruff.toml`"}, {"M", here}, {"M", here}},
                          kStable, warnings));
  CHECK(warnings.messages() == std::vector<std::string>{"`M` has been remapped to `RUF100`."});
}

}  // namespace lint
