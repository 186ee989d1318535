// The catalogue: every rule the peer knows, as data, whether klint has it yet
// or not.
//
// The rows are generated at build time from catalogue.tsv (code, name, status
// and version, defaults, category, fix availability).  What klint can do
// is decided elsewhere: a rule works if a file in lint/rules declares its code.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lint/registry/rule_id.h"
#include "lint/registry/rule_set.h"

namespace lint {

enum class RuleStatus : std::uint8_t { Stable, Preview, Deprecated, Removed };
enum class FixAvailability : std::uint8_t { None, Sometimes, Always };
// What kind of problem the rule finds.
enum class Category : std::uint8_t {
  Correctness,
  Suspicious,
  Complexity,
  Performance,
  Style,
  Security,
  Formatting,
  Pedantic,
  Restriction,
};

// Named parts of a linter's rules, told apart by what follows its prefix.
struct LinterCategory {
  std::string_view prefix;  // "E"
  std::string_view name;    // "Error"
};

// A group of rules with a common prefix.
struct LinterInfo {
  std::string_view prefix;    // "B"; empty if there is only that of each category.
  std::string_view name;      // "flake8-bugbear"
  std::string_view url = {};  // May be empty.
  std::span<const LinterCategory> categories = {};
};

inline constexpr std::uint8_t kNoLinter = 0xFF;

struct CatalogueRow {
  std::string_view code;  // "-" for a rule that has only a name.
  std::string_view name;  // "assert-false"
  std::uint8_t linter;    // Index into linters(); kNoLinter for a rule that has only a name.
  RuleStatus status;
  std::string_view since;   // "v0.0.165" or "0.17.5": of the status.
  bool is_default;          // In the stable default set.
  bool is_preview_default;  // In the default set under --preview.
  Category category;
  FixAvailability fix;
};

std::span<const CatalogueRow> catalogue();  // Sorted by code; code-less ones last, by name.
std::span<const LinterInfo> linters();

inline const CatalogueRow& row_of(RuleId rule) {
  return catalogue()[rule.index];
}
// Does the rule have a code, or only a name?
inline bool has_code(RuleId rule) {
  return row_of(rule).code != "-";
}
// The code if there is one, else the name.
inline std::string_view code_or_name(RuleId rule) {
  return has_code(rule) ? row_of(rule).code : row_of(rule).name;
}
std::optional<RuleId> find_rule_by_code(std::string_view code);  // Exact, no redirects.
std::optional<RuleId> find_rule_by_name(std::string_view name);
RuleSet all_rules();
// All rules whose codes start with `prefix`.
RuleSet rules_with_prefix(std::string_view prefix);
RuleSet rules_of_linter(std::uint8_t linter);
RuleSet rules_of_category(Category category);

// "correctness"
std::string_view category_name(Category category);
std::optional<Category> category_of(std::string_view name);
// "Preview"
std::string_view status_name(RuleStatus status);

}  // namespace lint
