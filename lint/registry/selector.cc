#include "lint/registry/selector.h"

#include <algorithm>
#include <utility>

#include "lint/registry/catalogue.h"

namespace lint {

namespace {

// Groups from before every linter had a prefix of its own.
struct LegacyGroup {
  std::string_view text;
  std::string_view prefixes[2];
};
constexpr LegacyGroup kLegacyGroups[] = {{"C", {"C4", "C90"}}, {"T", {"T10", "T20"}}};

std::optional<ResolvedSelector> resolve_group(std::string_view text) {
  if (text == "ALL") {
    return ResolvedSelector{
        .specificity = Specificity::All, .all_rules = all_rules(), .rest = "ALL"};
  }
  const auto* group = std::ranges::find(kLegacyGroups, text, &LegacyGroup::text);
  if (group == std::end(kLegacyGroups)) return std::nullopt;
  ResolvedSelector selector{.specificity = Specificity::LinterGroup, .rest = group->text};
  for (std::string_view prefix : group->prefixes) {
    selector.all_rules.insert(rules_with_prefix(prefix));
  }
  return selector;
}

bool is_prefix_of_linter(const LinterInfo& linter, std::string_view code) {
  if (!linter.prefix.empty()) return code.starts_with(linter.prefix);
  return std::ranges::any_of(linter.categories, [code](const LinterCategory& category) {
    return code.starts_with(category.prefix);
  });
}

// How much of the code the linter's prefix is: pycodestyle's "E" counts, but is
// no part that all its codes share.
std::size_t matched_size(const LinterInfo& linter) {
  return linter.prefix.empty() ? 1 : linter.prefix.size();
}

// The linter with the longest matching prefix; null if there is none.
const LinterInfo* linter_of(std::string_view code) {
  const LinterInfo* best = nullptr;
  for (const LinterInfo& linter : linters()) {
    if (!is_prefix_of_linter(linter, code)) continue;
    if (best == nullptr || matched_size(linter) > matched_size(*best)) best = &linter;
  }
  return best;
}

ResolvedSelector of_rule(RuleId rule) {
  ResolvedSelector selector{.specificity = Specificity::Rule};
  selector.all_rules.insert(rule);
  const CatalogueRow& row = row_of(rule);
  if (row.linter == kNoLinter) {
    selector.rest = row.name;
  } else {
    selector.prefix = linters()[row.linter].prefix;
    selector.rest = row.code.substr(selector.prefix.size());
  }
  return selector;
}

RuleId first_of(const RuleSet& rules) {
  std::optional<RuleId> first;
  rules.for_each([&first](RuleId rule) {
    if (!first) first = rule;
  });
  return *first;
}

// `code` is a code, or what some codes begin with.
std::optional<ResolvedSelector> resolve_code(std::string_view code) {
  const LinterInfo* linter = linter_of(code);
  if (linter == nullptr) return std::nullopt;
  const std::size_t size = code.size() - linter->prefix.size();
  if (const auto rule = find_rule_by_code(code)) return of_rule(*rule);
  const auto index = static_cast<std::uint8_t>(linter - linters().data());
  RuleSet rules = rules_with_prefix(code);
  RuleSet others = rules;
  others.erase(rules_of_linter(index));
  rules.erase(others);  // "F" does not select flake8-future-annotations.
  if (rules.empty()) return std::nullopt;
  return ResolvedSelector{
      .specificity = static_cast<Specificity>(static_cast<std::size_t>(Specificity::Linter) + size),
      .all_rules = rules,
      .prefix = linter->prefix,
      .rest = row_of(first_of(rules)).code.substr(linter->prefix.size(), size)};
}

constexpr std::string_view kRemovedSelectors[] = {"PREVIEW", "NURSERY"};

SelectorProblem problem_of(std::string_view text) {
  if (find_rule_by_name(text)) return SelectorProblem::NameNeedsPreview;
  if (category_of(text)) return SelectorProblem::CategoryNeedsPreview;
  const bool is_removed = std::ranges::find(kRemovedSelectors, text) != std::end(kRemovedSelectors);
  return is_removed ? SelectorProblem::Removed : SelectorProblem::Unknown;
}

std::string describe(SelectorProblem problem, std::string_view setting, const Selector& selector) {
  const std::string place =
      " `" + selector.text + "` in `" + std::string(setting) + "` " + selector.origin;
  switch (problem) {
    case SelectorProblem::Unknown:
      return "Unknown rule selector" + place;
    case SelectorProblem::Removed:
      return "Removed selector" + place;
    case SelectorProblem::NameNeedsPreview:
      return "Invalid selector" + place + ". Selecting rules by name requires preview mode";
    case SelectorProblem::CategoryNeedsPreview:
      return "Invalid selector" + place + ". Selecting rules by category requires preview mode";
  }
  return {};
}

}  // namespace

RuleSet ResolvedSelector::rules(PreviewMode preview) const {
  RuleSet rules;
  all_rules.for_each([&](RuleId rule) {
    bool is_meant = true;
    switch (row_of(rule).status) {
      case RuleStatus::Stable:
        break;
      case RuleStatus::Preview:
        is_meant = preview.is_on && (is_exact() || !preview.needs_exact_selector);
        break;
      case RuleStatus::Deprecated:
        is_meant = !preview.is_on && is_exact();
        break;
      case RuleStatus::Removed:
        is_meant = is_exact();
        break;
    }
    if (is_meant) rules.insert(rule);
  });
  return rules;
}

std::expected<ResolvedSelector, SelectorProblem> resolve_selector(std::string_view text,
                                                                  PreviewMode preview) {
  if (auto group = resolve_group(text)) return *group;
  const std::optional<Redirect> redirect = find_redirect(text);
  if (auto selector = resolve_code(redirect ? redirect->to : text)) {
    selector->redirect = redirect;
    return *selector;
  }
  if (preview.is_on) {
    if (const auto rule = find_rule_by_name(text)) return of_rule(*rule);
    if (const auto category = category_of(text)) {
      return ResolvedSelector{.specificity = Specificity::Category,
                              .all_rules = rules_of_category(*category),
                              .rest = category_name(*category)};
    }
  }
  return std::unexpected(problem_of(text));
}

void Warnings::add(std::string message) {
  if (std::ranges::find(messages_, message) == messages_.end()) {
    messages_.push_back(std::move(message));
  }
}

common::Result<std::vector<ResolvedSelector>> resolve_selectors(
    std::string_view setting, const std::vector<Selector>& selectors, PreviewMode preview,
    Warnings& warnings) {
  std::vector<ResolvedSelector> resolved;
  for (const Selector& selector : selectors) {
    auto meaning = resolve_selector(selector.text, preview);
    if (!meaning) {
      std::string problem = describe(meaning.error(), setting, selector);
      if (!preview.is_on) return common::fail(std::move(problem));
      warnings.add(std::move(problem));
      continue;
    }
    // Files have their own rule about old codes, RUF202.
    if (meaning->redirect && selector.origin == kFromCommandLine) {
      warnings.add("`" + selector.text + "` has been remapped to `" + meaning->text() + "`.");
    }
    resolved.push_back(*meaning);
  }
  return resolved;
}

}  // namespace lint
