// The one interface to regular expressions.  planner.cc chooses the engines
// behind it; callers see a compiled pattern and a scratch per thread.
//
// Semantics: leftmost-first (Perl's order of preference), over bytes, invalid
// UTF-8 matched by nothing but (?-u) constructs.  Default-engine patterns take
// time linear in the haystack whatever the pattern; -P patterns obey PCRE2's
// match limit and report it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace common::regex {

struct Span {
  std::size_t start = 0;
  std::size_t end = 0;
  bool empty() const { return start == end; }
  std::size_t size() const { return end - start; }
  std::string_view of(std::string_view text) const { return text.substr(start, size()); }
  bool operator==(const Span&) const = default;
};

enum class EngineChoice : std::uint8_t { Default, Pcre2, Auto };
enum class CaseMode : std::uint8_t { Sensitive, Insensitive, Smart };
enum class Boundary : std::uint8_t { None, Word, Line };  // -w, -x

struct RegexSpec {
  std::vector<std::string> patterns;  // Alternatives in order; none matches nothing.
  bool fixed_strings = false;
  CaseMode case_mode = CaseMode::Sensitive;
  Boundary boundary = Boundary::None;
  bool unicode = true;
  bool multi_line = false;  // -U: matches may span lines.
  bool dot_matches_newline = false;
  bool crlf = false;
  // The byte that ends a line ('\n', or '\0' for --null-data).
  char line_terminator = '\n';
  // A literal NUL is an error (binary detection is on).
  bool ban_nul = false;
  EngineChoice engine = EngineChoice::Default;
  std::size_t size_limit = 100u << 20;       // Compiled program, bytes.
  std::size_t dfa_size_limit = 1000u << 20;  // Lazy DFA cache per thread, bytes.
};

enum class Found : std::uint8_t { No, Yes, Failed };

// What a cheap look over a haystack says about lines.
struct Candidate {
  enum Kind : std::uint8_t {
    None,       // No line of the haystack from the start position on matches.
    Possible,   // The line holding `position` may match; ask is_match on it.
    Confirmed,  // The line holding `position` matches.
  };
  Kind kind = None;
  std::size_t position = 0;
  // End of what was looked at: no line that ends at or before the line of
  // `position` matches, other than the one named.
};

// Mutable state of one thread: DFA caches, Hyperscan scratch, PCRE2 match data.
// Made for one Matcher; movable, not shareable.
class Scratch {
 public:
  struct Impl;
  explicit Scratch(std::unique_ptr<Impl> impl);
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  Impl& operator*() { return *impl_; }
  Impl* operator->() { return impl_.get(); }
  // Why the last call returned Failed (PCRE2's match limit and the like).
  std::string error;

 private:
  std::unique_ptr<Impl> impl_;
};

class Matcher {
 public:
  // Errors are complete texts for the user (several lines, carets under the place).
  static Result<Matcher> compile(const RegexSpec& spec);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  Scratch make_scratch() const;

  // The leftmost-first match that starts at or behind `at`.  Assertions see
  // all of `haystack`, before `at` too.
  Found find(std::string_view haystack, std::size_t at, Scratch& scratch, Span& match) const;
  // Whether there is a match at or behind `at`; may stop early.
  Found is_match(std::string_view haystack, std::size_t at, Scratch& scratch) const;
  // find(), with the spans of all groups; groups[0] is the match.
  Found captures(std::string_view haystack, std::size_t at, Scratch& scratch,
                 std::vector<std::optional<Span>>& groups) const;

  // Line mode only (!can_match_line_terminator() or takes_single_lines()): the
  // first line at or behind `at` (a line start) that matches or may match.  This
  // is the hot loop of every search; `haystack` holds whole lines.
  Candidate find_candidate_line(std::string_view haystack, std::size_t at, Scratch& scratch) const;
  // Whether a line that is Possible matches: from `line_start` to the end of
  // `haystack`, without its terminator.
  Found confirm_line(std::string_view haystack, std::size_t line_start, Scratch& scratch) const;

  // False if no match can contain the line terminator and no assertion looks
  // beyond a line: the searcher may then run over whole buffers.
  bool can_match_line_terminator() const;
  // Matches are to be looked for in one line after another: PCRE2 without -U, of
  // whose patterns it is not known what they reach, and lines that end with NUL.
  bool takes_single_lines() const;
  // A necessary condition, for haystacks that are looked at in parts: if none of them
  // may hold a match, find() would return No.  Each part begins so many bytes before the
  // end of the one before; nullopt if nothing is known.
  std::optional<std::size_t> part_overlap() const;
  bool part_may_match(std::string_view part) const;

  // Names by group index, "" for unnamed; [0] is the whole match.
  const std::vector<std::string>& capture_names() const;
  // How the pattern is run, for --debug and --trace.
  std::string describe() const;

 private:
  struct Impl;
  explicit Matcher(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

// PCRE2's version and whether it has its JIT, as `--pcre2-version` prints them.
std::string pcre2_version_text();

}  // namespace common::regex
