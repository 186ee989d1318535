// Which cheap search finds the lines worth a closer look.
//
// Every search spends nearly all its time on bytes that do not match.  The plan
// is made once per pattern, from its literals and classes: the first of the
// strategies below that applies and whose candidates are rare enough.  A new
// finder is one more strategy and one line in make_plan().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/regex/bitstream.h"
#include "common/regex/hir.h"
#include "common/regex/literals.h"
#include "common/scan/scan.h"

namespace common::regex {

// One text or several, found at the speed each allows.
class LiteralFinder {
 public:
  explicit LiteralFinder(LiteralSet set);

  struct Hit {
    std::size_t start = scan::npos;
    std::size_t text = 0;  // Index of the first text that occurs at `start`.
    explicit operator bool() const { return start != scan::npos; }
  };
  Hit find(std::string_view haystack, std::size_t from) const;
  // Whether text `index` occurs at `position`.
  bool occurs_at(std::string_view haystack, std::size_t position, std::size_t index) const;
  std::size_t longest_text() const;
  const LiteralSet& set() const { return set_; }

 private:
  LiteralSet set_;
  std::optional<scan::Needle> needle_;
  std::optional<scan::NeedleSet> needles_;
};

enum class Strategy : std::uint8_t {
  ExactLiterals,     // Occurrences, checked against assertions, are the matches.
  RequiredLiterals,  // A line without an occurrence does not match.
  RequiredBytes,     // A line without one of some rare bytes does not match.
  Bitstream,         // The pattern is run over 64 positions at a time.
  Automaton,         // The DFA runs over everything.
};

// From this length on it is worth asking for what every match contains first.
inline constexpr std::size_t kLongHaystack = 1024;

struct Plan {
  Strategy strategy = Strategy::Automaton;
  std::optional<LiteralFinder> literals;
  // Of ExactLiterals.
  std::vector<Look> before;
  std::vector<Look> behind;
  std::vector<RequiredBytes> bytes;  // Every match contains one of each.
  std::optional<BitstreamProgram> bitstream;
};

// `existence` is the tree of for_existence(root).
Plan make_plan(const Node& root, const Node& existence);

// The next occurrence at or behind `from` at which the assertions hold.
struct ExactMatch {
  std::size_t start = 0;
  std::size_t end = 0;
};
std::optional<ExactMatch> find_exact(const Plan& plan, std::string_view haystack, std::size_t from);

// Whether a match is possible as far as plan.bytes tells: a look at memory speed
// that can save a haystack of one long line the slow engines.
bool has_required_bytes(const Plan& plan, std::string_view haystack);

std::string describe(const Plan& plan);

}  // namespace common::regex
