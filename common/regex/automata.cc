#include "common/regex/automata.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/base/check.h"
#include "common/regex/simplify.h"

namespace common::regex {
namespace {

// More cache than this per thread and program has never paid off; the user's
// limit may be lower.
constexpr std::size_t kMostCache = 64u << 20;

// What a guess at the start of a match costs and gains, in bytes read.
constexpr std::ptrdiff_t kGuessPrice = 48;
constexpr std::ptrdiff_t kGuessGain = 16;

// Starts are often near: so many bytes are looked at one by one.
constexpr std::size_t kNear = 8;

// The first position from `at` on where a match can start; the end if there is
// none.
std::size_t next_start(std::string_view haystack, const scan::ByteClass& starts, std::size_t at) {
  const std::size_t near = std::min(at + kNear, haystack.size());
  for (; at < near; ++at) {
    if (starts.contains(static_cast<unsigned char>(haystack[at]))) return at;
  }
  return std::min(scan::find_in(haystack, starts, at), haystack.size());
}

Dfa::Cache& made(std::optional<Dfa::Cache>& cache, const Dfa& dfa) {
  if (!cache) cache.emplace(dfa);
  return *cache;
}

PikeVm::Cache& made(std::optional<PikeVm::Cache>& cache, const PikeVm& pike) {
  if (!cache) cache.emplace(pike);
  return *cache;
}

}  // namespace

Automata::Automata(const Hir& hir, std::size_t dfa_size_limit)
    : root_(hir.root),
      existence_root_(for_existence(hir.root)),
      group_count_(hir.capture_names.size()),
      dfa_size_limit_(std::min(dfa_size_limit, kMostCache)) {}

const Automata::Program& Automata::existence() const {
  return existence_.get([this] {
    return std::make_unique<const Program>(existence_root_, 1, NfaOptions{},
                                           DfaPreference::LeftmostFirst, dfa_size_limit_);
  });
}

const Automata::Program& Automata::forward() const {
  return forward_.get([this] {
    return std::make_unique<const Program>(root_, 1, NfaOptions{}, DfaPreference::LeftmostFirst,
                                           dfa_size_limit_);
  });
}

const Automata::Program& Automata::reverse() const {
  return reverse_.get([this] {
    return std::make_unique<const Program>(root_, 1, NfaOptions{.reverse = true},
                                           DfaPreference::Longest, dfa_size_limit_);
  });
}

const Automata::Program& Automata::groups() const {
  return groups_.get([this] {
    return std::make_unique<const Program>(root_, group_count_, NfaOptions{.captures = true},
                                           DfaPreference::LeftmostFirst, dfa_size_limit_);
  });
}

// Guesses that fail are paid for by those that do not, so that all of them
// together read no more than the matches found and a constant.
bool Automata::guess(std::string_view haystack, std::size_t at, Caches& caches, Span& match) const {
  if (caches.guess_credit < 0) {
    ++caches.guess_credit;
    return false;
  }
  const Dfa& dfa = forward().dfa;
  const DfaResult end = dfa.find_end(haystack, at, true, false, made(caches.forward, dfa));
  if (end.outcome == DfaResult::Yes) {
    caches.guess_credit = std::min(caches.guess_credit + kGuessGain, kMostGuessCredit);
    match = {at, end.position};
    return true;
  }
  caches.guess_credit -= kGuessPrice + static_cast<std::ptrdiff_t>(end.position - at);
  return false;
}

bool Automata::find(std::string_view haystack, std::size_t at, Caches& caches, Span& match) const {
  const Program& program = forward();
  const Dfa& dfa = program.dfa;
  at = next_start(haystack, program.starts, at);
  if (guess(haystack, at, caches, match)) return true;
  const DfaResult end = dfa.find_end(haystack, at, false, false, made(caches.forward, dfa));
  if (end.outcome == DfaResult::No) return false;
  if (end.outcome == DfaResult::Yes) {
    const Dfa& backward = reverse().dfa;
    const DfaResult start =
        backward.find_start(haystack, at, end.position, made(caches.reverse, backward));
    DCHECK(start.outcome != DfaResult::No);
    if (start.outcome == DfaResult::Yes) {
      match = {start.position, end.position};
      return true;
    }
  }
  const PikeVm& pike = groups().pike;
  std::size_t slots[2] = {};
  if (!pike.find(haystack, at, haystack.size(), false, 2, slots, made(caches.pike_groups, pike))) {
    return false;
  }
  match = {slots[0], slots[1]};
  return true;
}

DfaResult Automata::find_end_at(std::string_view haystack, std::size_t at, Caches& caches) const {
  const Dfa& dfa = forward().dfa;
  return dfa.find_end(haystack, at, true, false, made(caches.forward, dfa));
}

bool Automata::is_match(std::string_view haystack, std::size_t at, Caches& caches) const {
  const Dfa& dfa = existence().dfa;
  const DfaResult end = dfa.find_end(haystack, at, false, true, made(caches.existence, dfa));
  if (end.outcome == DfaResult::No || end.outcome == DfaResult::Yes) {
    return end.outcome == DfaResult::Yes;
  }
  return pike_finds(haystack, at, haystack.size(), caches);
}

bool Automata::pike_finds(std::string_view haystack, std::size_t at, std::size_t end,
                          Caches& caches) const {
  const PikeVm& pike = existence().pike;
  return pike.find(haystack, at, end, false, 0, nullptr, made(caches.pike_existence, pike));
}

std::size_t Automata::find_line(std::string_view haystack, std::size_t at, char terminator,
                                Caches& caches) const {
  const Dfa& dfa = existence().dfa;
  for (std::size_t next = at; next < haystack.size();) {
    const DfaResult found = dfa.find_line(haystack, next, terminator, made(caches.existence, dfa));
    if (found.outcome == DfaResult::No) break;
    if (found.outcome == DfaResult::Yes) {
      // An empty match behind the last terminator is in no line.
      if (found.position == haystack.size() && haystack.back() == terminator) break;
      return found.position;
    }
    // The Pike VM decides the line where the DFA stopped.
    const std::size_t before = haystack.substr(0, found.position).rfind(terminator);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(haystack.find(terminator, found.position), haystack.size());
    if (pike_finds(haystack, std::max(next, start), end, caches)) return end;
    next = end + 1;
  }
  return std::string_view::npos;
}

void Automata::groups_of(std::string_view haystack, const Span& match, Caches& caches,
                         std::vector<std::optional<Span>>& groups_out) const {
  groups_out.assign(group_count_, std::nullopt);
  groups_out[0] = match;
  if (group_count_ == 1) return;
  const PikeVm& pike = groups().pike;
  std::vector<std::size_t> slots(2 * group_count_, kNoSlot);
  const bool is_found = pike.find(haystack, match.start, match.end, true, slots.size(),
                                  slots.data(), made(caches.pike_groups, pike));
  // A mapped file may be written to while it is searched: then nobody knows the groups.
  if (!is_found) return;
  for (std::size_t i = 1; i < group_count_; ++i) {
    if (slots[2 * i] != kNoSlot && slots[2 * i + 1] != kNoSlot) {
      groups_out[i] = Span{slots[2 * i], slots[2 * i + 1]};
    }
  }
}

}  // namespace common::regex
