// Applies the fixes of a file: as many as do not get into each other's way.
//
// What is skipped comes again in the next round: the fixed text is checked and
// fixed until nothing is left to fix (fix_until_stable).
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diag/diagnostic.h"
#include "lint/registry/rule_set.h"

namespace lint {

// How many findings of each rule were fixed.
using FixCounts = std::map<RuleId, std::size_t>;

// Where the old text and the new one correspond: before and behind each edit.
class SourceMap {
 public:
  struct Marker {
    std::uint32_t old_offset;
    std::uint32_t new_offset;
  };

  void add(std::uint32_t old_offset, std::size_t new_offset) {
    markers_.push_back({old_offset, static_cast<std::uint32_t>(new_offset)});
  }
  std::span<const Marker> markers() const { return markers_; }
  // Where `old_offset` went; inside an edit: its end.
  std::uint32_t new_offset_of(std::uint32_t old_offset) const;
  // Where a boundary between two parts of the text went: what is inserted there
  // belongs to the part behind it.
  std::uint32_t new_boundary_of(std::uint32_t old_offset) const;

 private:
  std::vector<Marker> markers_;  // By old offset; two per edit.
};

struct AppliedFixes {
  std::string text;
  FixCounts counts;
  std::vector<std::size_t> applied;  // Indices of the findings.
  SourceMap source_map;
};

// Fixes at least as safe as `required`.  Nothing if there are none.
std::optional<AppliedFixes> apply_fixes(std::string_view text,
                                        std::span<const Diagnostic> diagnostics,
                                        Applicability required);

// Which fixes the configuration wants, and how safe it takes them to be.
struct FixPolicy {
  RuleSet fixable;
  RuleSet forced_safe;
  RuleSet forced_unsafe;
};

// Drops unwanted fixes and adjusts the others; findings stay.
void apply_policy(const FixPolicy& policy, std::vector<Diagnostic>& diagnostics);

// One check of a text.
struct CheckedText {
  std::vector<Diagnostic> diagnostics;
  bool is_valid = true;  // No syntax error at all.
  // No syntax error of the parser, as opposed to ones that need the whole tree.
  bool parses = true;
};

enum class FixOutcome : unsigned char {
  Stable,          // Nothing is left to fix.
  GaveUp,          // Something is, after the most rounds there may be.
  BrokeTheSyntax,  // The text was valid and no longer is: a bug; text is the original.
};

struct FixedText {
  FixOutcome outcome = FixOutcome::Stable;
  std::string text;
  CheckedText last_check;  // Of `text`; if the syntax broke, of the broken text.
  FixCounts counts;
};

// `check` is called for the text and for each fixed version of it, `revise`, if
// there is one, first: it may change that version.
FixedText fix_until_stable(std::string text, Applicability required,
                           const std::function<CheckedText(const std::string&)>& check,
                           const std::function<void(AppliedFixes&)>& revise = {});

}  // namespace lint
