#include "lint/registry/catalogue.h"

#include <algorithm>
#include <iterator>

namespace lint {

namespace {

// kRows, kByName (indices of the rows, by name) and kLinters.
#include "lint/registry/catalogue_rows.inc"
static_assert(std::size(kRows) <= RuleSet::kCapacity);

constexpr bool is_without_code(const CatalogueRow& row) {
  return row.code == "-";
}
constexpr std::size_t kCodeCount =
    static_cast<std::size_t>(std::ranges::find_if(kRows, is_without_code) - std::begin(kRows));

constexpr std::span<const CatalogueRow> kRowsWithCode(kRows, kCodeCount);

constexpr RuleId id_at(std::size_t index) {
  return RuleId{static_cast<std::uint16_t>(index)};
}

template <typename Predicate>
RuleSet rules_where(Predicate holds) {
  RuleSet rules;
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    if (holds(kRows[i])) rules.insert(id_at(i));
  }
  return rules;
}

constexpr std::string_view kCategoryNames[] = {
    "correctness", "suspicious", "complexity", "performance", "style",
    "security",    "formatting", "pedantic",   "restriction",
};
constexpr std::string_view kStatusNames[] = {"Stable", "Preview", "Deprecated", "Removed"};

}  // namespace

std::span<const CatalogueRow> catalogue() {
  return kRows;
}
std::span<const LinterInfo> linters() {
  return kLinters;
}

std::optional<RuleId> find_rule_by_code(std::string_view code) {
  const auto found = std::ranges::lower_bound(kRowsWithCode, code, {}, &CatalogueRow::code);
  if (found == kRowsWithCode.end() || found->code != code) return std::nullopt;
  return id_at(static_cast<std::size_t>(found - kRowsWithCode.begin()));
}

std::optional<RuleId> find_rule_by_name(std::string_view name) {
  const auto name_of = [](std::uint16_t i) { return kRows[i].name; };
  const auto found = std::ranges::lower_bound(kByName, name, {}, name_of);
  if (found == std::end(kByName) || kRows[*found].name != name) return std::nullopt;
  return RuleId{*found};
}

RuleSet all_rules() {
  return rules_where([](const CatalogueRow&) { return true; });
}

RuleSet rules_with_prefix(std::string_view prefix) {
  RuleSet rules;
  auto row = std::ranges::lower_bound(kRowsWithCode, prefix, {}, &CatalogueRow::code);
  for (; row != kRowsWithCode.end() && row->code.starts_with(prefix); ++row) {
    rules.insert(id_at(static_cast<std::size_t>(row - kRowsWithCode.begin())));
  }
  return rules;
}

RuleSet rules_of_linter(std::uint8_t linter) {
  return rules_where([linter](const CatalogueRow& row) { return row.linter == linter; });
}

RuleSet rules_of_category(Category category) {
  return rules_where([category](const CatalogueRow& row) { return row.category == category; });
}

std::string_view category_name(Category category) {
  return kCategoryNames[static_cast<std::size_t>(category)];
}

std::optional<Category> category_of(std::string_view name) {
  const auto found = std::ranges::find(kCategoryNames, name);
  if (found == std::end(kCategoryNames)) return std::nullopt;
  return static_cast<Category>(found - std::begin(kCategoryNames));
}

std::string_view status_name(RuleStatus status) {
  return kStatusNames[static_cast<std::size_t>(status)];
}

}  // namespace lint
