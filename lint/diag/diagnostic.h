// Diagnostic: one finding about a file, and the fix that goes with it.
//
// Rules make them (check/checker.h), suppression drops some, fix application
// consumes their edits, reports print the rest.  Ranges are byte offsets into
// the text that was checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text/range.h"
#include "lint/registry/rule_id.h"

namespace lint {

using common::TextRange;

// Replaces `range` by `content`; an empty range inserts, empty content deletes.
struct Edit {
  TextRange range;
  std::string content;
  bool operator==(const Edit&) const = default;
};

// May the fix change what the program does?  Ordered: more is safer.
enum class Applicability : std::uint8_t { DisplayOnly, Unsafe, Safe };

struct Fix {
  std::vector<Edit> edits;  // By range, without overlaps.
  Applicability applicability = Applicability::Safe;
  // Of all fixes with the same non-zero group at most one is applied in a round
  // (so that not every statement of a body is deleted at once).
  std::uint32_t isolation = 0;

  static Fix safe(Edit edit);
  static Fix unsafe(Edit edit);
  static Fix display_only(Edit edit);
  // Sorts the edits.
  static Fix of(Applicability applicability, std::vector<Edit> edits);

  std::uint32_t first_offset() const { return edits.front().range.start; }
  // Does `--fix` apply it if `required` is the least safe that is allowed?
  bool applies(Applicability required) const { return applicability >= required; }
};

// A second place that explains the finding ("previous definition here").
struct Annotation {
  TextRange range;
  std::string message;
};

// A line below the finding: "help: ..." or "info: ...".
struct Note {
  enum class Level : std::uint8_t { Help, Info };
  Level level = Level::Help;
  std::string message;
};

struct Diagnostic {
  RuleId rule;  // Or kSyntaxError, kPanic.
  TextRange range;
  std::string message = {};
  // "Remove unused import: `os`"; empty: the rule offers none here.
  std::string fix_title = {};
  std::optional<Fix> fix = {};
  // Where a noqa comment may also stand (start of the statement).
  std::optional<std::uint32_t> parent = {};
  std::vector<Annotation> annotations = {};  // Secondary places.
  std::string primary_note = {};             // Text at the caret of the primary place, if any.
  std::vector<Note> notes = {};              // Printed before the fix title.
  // Where a noqa comment would go: the last line of a string over several
  // lines, not the first.  None: no comment suppresses this.
  std::optional<std::uint32_t> noqa_offset = std::nullopt;
};

// Keeps the order of those that start at the same place.
void sort_by_start(std::vector<Diagnostic>& diagnostics);

}  // namespace lint
