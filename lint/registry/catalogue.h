// The catalogue: every rule the peer knows, as data, whether klint has it yet
// or not.
//
// The rows are generated at build time from catalogue.tsv (code, name, linter,
// status and version, defaults, category, fix availability).  What klint can do
// is decided elsewhere: a rule works if a file in lint/rules declares its code.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lint/registry/rule_id.h"

namespace lint {

enum class RuleStatus : std::uint8_t { Stable, Preview, Deprecated, Removed };
enum class FixAvailability : std::uint8_t { None, Sometimes, Always };
enum class Category : std::uint8_t {
  Correctness, Suspicious, Complexity, Performance, Style,
  Security, Formatting, Pedantic, Restriction, None,
};

// An upstream linter: a group of codes with a common prefix.
struct LinterInfo {
  std::string_view name;      // "flake8-bugbear"
  std::span<const std::string_view> prefixes;  // {"B"}; pycodestyle {"E", "W"}, pylint {"PL"} ...
  std::string_view url;       // May be empty.
};

struct CatalogueRow {
  std::string_view code;  // "-" for a rule that has only a name.
  std::string_view name;  // "assert-false"
  std::uint8_t linter;    // Index into linters().
  RuleStatus status;
  std::string_view since;     // "v0.0.165": of the status.
  bool is_default;            // In the stable default set.
  bool is_preview_default;    // In the default set under --preview.
  Category category;
  FixAvailability fix;
};

std::span<const CatalogueRow> catalogue();  // Sorted by code; code-less ones last, by name.
std::span<const LinterInfo> linters();

inline const CatalogueRow& row_of(RuleId rule) { return catalogue()[rule.index]; }
std::optional<RuleId> find_rule_by_code(std::string_view code);  // Exact, no redirects.
std::optional<RuleId> find_rule_by_name(std::string_view name);

}  // namespace lint
