// What one selector means: "F401", "PLE", "ALL", "unused-import" ... as rules.
//
// Codes and their beginnings are always understood, old ones through
// redirects.h; names of rules and categories only in preview mode.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/registry/redirects.h"
#include "lint/registry/rule_selection.h"
#include "lint/registry/rule_set.h"

namespace lint {

struct PreviewMode {
  bool is_on = false;
  // Preview rules must be selected one by one (explicit-preview-rules).
  bool needs_exact_selector = false;
};

// Where selectors contradict each other, the more specific one holds.
enum class Specificity : std::uint8_t {
  All,
  Category,     // "correctness"
  LinterGroup,  // "C", "T"
  Linter,       // "UP"
  Prefix1,      // "UP0": one character behind the linter's prefix.
  Prefix2,
  Prefix3,
  Prefix4,
  Rule,  // A whole code, or a name.
};

struct ResolvedSelector {
  Specificity specificity = Specificity::Rule;
  RuleSet all_rules = {};        // Whatever their status.
  std::string_view prefix = {};  // Of the linter; messages are sorted by it, then by `rest`.
  std::string_view rest = {};
  std::optional<Redirect> redirect = {};  // It was an old code.

  bool is_exact() const { return specificity == Specificity::Rule; }
  // Those of all_rules that the selector turns on or off: preview rules in
  // preview mode, deprecated and removed ones if it names just them.
  RuleSet rules(PreviewMode preview) const;
  std::string text() const { return std::string(prefix) + std::string(rest); }
};

enum class SelectorProblem : std::uint8_t {
  Unknown,
  Removed,
  NameNeedsPreview,
  CategoryNeedsPreview
};

// The strings of the result are those of the catalogue, not of `text`.
std::expected<ResolvedSelector, SelectorProblem> resolve_selector(std::string_view text,
                                                                  PreviewMode preview);

// Messages for the user, in the order they came up, each once.
class Warnings {
 public:
  void add(std::string message);
  const std::vector<std::string>& messages() const { return messages_; }

 private:
  std::vector<std::string> messages_;
};

// Resolves the value of `setting` ("select", "per-file-ignores").  In preview
// mode, selectors that mean nothing are left out with a warning.
common::Result<std::vector<ResolvedSelector>> resolve_selectors(
    std::string_view setting, const std::vector<Selector>& selectors, PreviewMode preview,
    Warnings& warnings);

}  // namespace lint
