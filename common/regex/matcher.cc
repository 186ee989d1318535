#include "common/regex/matcher.h"

#include <algorithm>
#include <utility>

#include "common/base/check.h"
#include "common/regex/automata.h"
#include "common/regex/pattern.h"
#include "common/regex/planner.h"
#include "common/regex/scratch.h"

namespace common::regex {
namespace {

// When more than this has been wasted on failed candidates, and more than half
// of what was searched, the finder rests while the DFA reads kRest bytes.
constexpr std::size_t kWasteLimit = 4096;
constexpr std::size_t kRest = 1u << 20;

constexpr std::string_view kPcre2Advice =
    "\n\nConsider enabling PCRE2 with the --pcre2 flag, which can handle backreferences\n"
    "and look-around.";

bool is_for_pcre2(std::string_view message) {
  return message.find("backreferences") != std::string_view::npos ||
         message.find("look-around") != std::string_view::npos;
}

}  // namespace

Scratch::Scratch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

struct Matcher::Impl {
  Impl(Hir hir, const RegexSpec& spec)
      : line_terminator(spec.line_terminator),
        reaches_beyond_line(common::regex::reaches_beyond_line(hir.root, spec)),
        automata(hir, spec.dfa_size_limit),
        plan(make_plan(hir.root, automata.existence_root())),
        capture_names(std::move(hir.capture_names)) {}

  Candidate by_exact(std::string_view haystack, std::size_t at) const;
  Candidate by_automaton(std::string_view haystack, std::size_t at, Scratch::Impl& scratch) const;
  std::size_t find_required(std::string_view haystack, std::size_t at) const;

  char line_terminator;
  bool reaches_beyond_line;
  Automata automata;
  Plan plan;
  std::vector<std::string> capture_names;
};

Matcher::Matcher(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

Result<Matcher> Matcher::compile(const RegexSpec& spec) {
  Result<Hir> hir = build_pattern(spec);
  if (!hir) {
    std::string message = std::move(hir).error().message;
    if (is_for_pcre2(message)) message += kPcre2Advice;
    return fail(std::move(message));
  }
  const std::uint64_t size = nfa_size(hir->root);
  auto impl = std::make_unique<const Impl>(std::move(*hir), spec);
  if (size > spec.size_limit && impl->plan.strategy != Strategy::ExactLiterals) {
    return fail("compiled regex exceeds size limit of " + std::to_string(spec.size_limit));
  }
  return Matcher(std::move(impl));
}

Scratch Matcher::make_scratch() const {
  return Scratch(std::make_unique<Scratch::Impl>());
}

Found Matcher::find(std::string_view haystack, std::size_t at, Scratch& scratch,
                    Span& match) const {
  if (impl_->plan.strategy == Strategy::ExactLiterals) {
    const std::optional<ExactMatch> found = find_exact(impl_->plan, haystack, at);
    if (!found) return Found::No;
    match = {found->start, found->end};
    return Found::Yes;
  }
  return impl_->automata.find(haystack, at, scratch->caches, match) ? Found::Yes : Found::No;
}

Found Matcher::is_match(std::string_view haystack, std::size_t at, Scratch& scratch) const {
  if (impl_->plan.strategy == Strategy::ExactLiterals) {
    return find_exact(impl_->plan, haystack, at) ? Found::Yes : Found::No;
  }
  if (impl_->automata.is_match(haystack, at, scratch->caches)) return Found::Yes;
  scratch->failed_bytes += haystack.size() - at;
  return Found::No;
}

Found Matcher::captures(std::string_view haystack, std::size_t at, Scratch& scratch,
                        std::vector<std::optional<Span>>& groups) const {
  Span match;
  const Found found = find(haystack, at, scratch, match);
  if (found == Found::Yes) {
    impl_->automata.groups_of(haystack, match, scratch->caches, groups);
  }
  return found;
}

Candidate Matcher::Impl::by_exact(std::string_view haystack, std::size_t at) const {
  const std::optional<ExactMatch> found = find_exact(plan, haystack, at);
  if (!found) return {};
  return {Candidate::Confirmed, found->start};
}

Candidate Matcher::Impl::by_automaton(std::string_view haystack, std::size_t at,
                                      Scratch::Impl& scratch) const {
  const DfaResult result = automata.find_any_end(haystack, at, scratch.caches);
  if (result.outcome == DfaResult::No) return {};
  // An empty match behind the last terminator is in no line.
  if (result.position == haystack.size() && haystack.back() == line_terminator) return {};
  return {result.outcome == DfaResult::Yes ? Candidate::Confirmed : Candidate::Possible,
          result.position};
}

std::size_t Matcher::Impl::find_required(std::string_view haystack, std::size_t at) const {
  if (plan.strategy == Strategy::RequiredBytes) return scan::find_in(haystack, plan.bytes, at);
  return plan.literals->find(haystack, at).start;
}

Candidate Matcher::find_candidate_line(std::string_view haystack, std::size_t at,
                                       Scratch& scratch) const {
  DCHECK(!can_match_line_terminator());
  if (at >= haystack.size()) return {};
  if (impl_->plan.strategy == Strategy::ExactLiterals) return impl_->by_exact(haystack, at);
  if (impl_->plan.strategy == Strategy::Automaton) {
    return impl_->by_automaton(haystack, at, *scratch);
  }
  Scratch::Impl& state = *scratch;
  if (state.failed_bytes > kWasteLimit && 2 * state.failed_bytes > state.passed_bytes) {
    state.automaton_bytes = kRest;
    state.failed_bytes = 0;
    state.passed_bytes = 0;
  }
  if (state.automaton_bytes > 0) {
    const Candidate candidate = impl_->by_automaton(haystack, at, state);
    const std::size_t end =
        candidate.kind == Candidate::None ? haystack.size() : candidate.position;
    state.automaton_bytes -= std::min(state.automaton_bytes, end - at + 1);
    return candidate;
  }
  const std::size_t position = impl_->find_required(haystack, at);
  state.passed_bytes += std::min(position, haystack.size()) - at;
  if (position == scan::npos) return {};
  return {Candidate::Possible, position};
}

bool Matcher::can_match_line_terminator() const {
  return impl_->reaches_beyond_line;
}

bool Matcher::may_match(std::string_view haystack, Scratch&) const {
  if (impl_->plan.strategy == Strategy::Automaton) return true;
  return impl_->find_required(haystack, 0) != scan::npos;
}

const std::vector<std::string>& Matcher::capture_names() const {
  return impl_->capture_names;
}

std::string Matcher::describe() const {
  return "default engine: " + common::regex::describe(impl_->plan);
}

}  // namespace common::regex
