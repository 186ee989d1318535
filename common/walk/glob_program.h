// The general matcher for globs: a small non-deterministic automaton over bytes,
// simulated for all its states at once.  Time is bounded by states times bytes,
// whatever the glob.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/walk/glob_tokens.h"
#include "common/walk/glob_wildcard.h"

namespace common::walk {

class GlobProgram {
 public:
  GlobProgram() = default;
  // Compiles tokens[from..]; the option says what `*` and `?` may match.
  GlobProgram(GlobTokens tokens, std::size_t from, const GlobOptions& options);
  bool matches(std::string_view text) const;
  // False only if `text` cannot match, decided by its first and last byte.
  bool may_match(std::string_view text) const {
    return text.empty() || (first_.contains(static_cast<std::uint8_t>(text.front())) &&
                            last_.contains(static_cast<std::uint8_t>(text.back())));
  }

 private:
  enum class Op : std::uint8_t { Byte, Any, NotSlash, Class, Split, Jump, Fail, Match };
  struct Step {
    Op op = Op::Match;
    std::uint8_t byte = 0;
    std::uint32_t to = 0;     // Split, Jump: a step.  Class: an index.
    std::uint32_t other = 0;  // Split: the second step.
  };
  class Threads;
  class Compiler;

  bool accepts(const Step& step, std::uint8_t byte) const;
  void find_ends();

  std::vector<Step> steps_;
  std::vector<ByteClass> classes_;
  GlobWildcard wildcard_;  // Preferred unless empty.
  ByteClass first_;        // What a match may start with,
  ByteClass last_;         // and end with.
};

}  // namespace common::walk
