#include "common/regex/matcher.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/base/check.h"
#include "common/regex/automata.h"
#include "common/regex/engine_pcre2.h"
#include "common/regex/lazy.h"
#include "common/regex/pattern.h"
#include "common/regex/pcre2_superset.h"
#include "common/regex/planner.h"
#include "common/regex/promotion.h"
#include "common/regex/scratch.h"
#include "common/regex/span_finder.h"

namespace common::regex {
namespace {

// A pattern this large costs more than it saves where it only picks candidates.
constexpr std::uint64_t kMostCandidateStates = 1u << 20;

// How much faster than the DFA the finders are that Hyperscan may still beat.
constexpr std::size_t kFastFinder = 6;
// Sets of texts smaller than this are among the fastest.
constexpr std::size_t kManyTexts = 8;
// How much of a buffer it is measured on.
constexpr std::size_t kSample = 256u << 10;

constexpr std::string_view kPcre2Advice =
    "\n\nConsider enabling PCRE2 with the --pcre2 flag, which can handle backreferences\n"
    "and look-around.";

// A pattern of the default engine, compiled.
struct Regular {
  Regular(Hir hir, const RegexSpec& spec)
      : line_terminator(spec.line_terminator),
        reaches_beyond_line(common::regex::reaches_beyond_line(hir.root, spec)),
        sees_other_lines(spec.line_terminator != '\n' && has_line_look(hir.root)),
        automata(hir, spec.dfa_size_limit),
        plan(make_plan(hir.root, automata.existence_root())),
        promotion(automata.existence_root(), spec.line_terminator),
        judges_lines_alone(plan.literals && !spec.multi_line),
        takes_single_lines(reaches_beyond_line && !spec.multi_line &&
                           spec.line_terminator != '\n' && !has_line_look(hir.root)),
        capture_names(std::move(hir.capture_names)) {}

  Candidate find_candidate(std::string_view haystack, std::size_t at, Scratch::Impl& scratch) const;
  Candidate by_plan(std::string_view haystack, std::size_t at, Strategy strategy,
                    Scratch::Impl& scratch) const;

  Candidate by_hyperscan(const HyperscanFinder& finder, std::string_view haystack, std::size_t at,
                         Scratch::Impl& scratch) const;
  std::size_t promotion_cost(std::size_t size, Strategy strategy) const;
  void consider_promotion(std::string_view haystack, Strategy strategy,
                          Scratch::Impl& scratch) const;

  const SpanFinder& span_finder() const {
    return spans.get([this] { return std::make_unique<const SpanFinder>(plan, automata); });
  }

  char line_terminator;
  bool reaches_beyond_line;
  // Line anchors mean \n whatever ends a line: only the automaton sees them right.
  bool sees_other_lines;
  Automata automata;
  Plan plan;
  Promotion promotion;
  Lazy<SpanFinder> spans;
  // A candidate line is judged without what is before it: where ripgrep goes by
  // literals as well, which shows next to invalid UTF-8.
  bool judges_lines_alone;
  bool takes_single_lines;
  std::vector<std::string> capture_names;
};

Candidate Regular::by_plan(std::string_view haystack, std::size_t at, Strategy strategy,
                           Scratch::Impl& scratch) const {
  std::size_t position = scan::npos;
  bool is_sure = false;
  switch (strategy) {
    case Strategy::ExactLiterals:
      if (const auto found = find_exact(plan, haystack, at)) position = found->start;
      // A continuation byte that starts a line is judged with what is before the
      // line; by itself it is invalid, and lines are to be judged by themselves.
      is_sure = !judges_lines_alone || plan.before.empty() || position == 0 ||
                position == scan::npos || (haystack[position - 1] & 0xC0) != 0x80;
      break;
    case Strategy::RequiredLiterals:
      position = plan.literals->find(haystack, at).start;
      break;
    case Strategy::RequiredBytes:
      position = scan::find_in(haystack, plan.bytes[0].bytes, at);
      break;
    case Strategy::Bitstream: {
      if (!scratch.bitstream) scratch.bitstream.emplace(*plan.bitstream);
      const auto hit = plan.bitstream->find(haystack, at, *scratch.bitstream);
      position = hit.position;
      is_sure = hit.is_exact;
      break;
    }
    case Strategy::Automaton:
      position = automata.find_line(haystack, at, line_terminator, scratch.caches);
      is_sure = true;
      break;
  }
  if (position == scan::npos) return {};
  return {is_sure ? Candidate::Confirmed : Candidate::Possible, position};
}

Candidate Regular::by_hyperscan(const HyperscanFinder& finder, std::string_view haystack,
                                std::size_t at, Scratch::Impl& scratch) const {
  if (!scratch.hyperscan) scratch.hyperscan.emplace(finder);
  const HyperscanFinder::Hit hit = finder.find(haystack, at, *scratch.hyperscan);
  if (!hit) return {};
  return {hit.is_exact ? Candidate::Confirmed : Candidate::Possible, hit.position};
}

// In bytes that the DFA reads in the same time; 0 where nothing is faster.
std::size_t Regular::promotion_cost(std::size_t size, Strategy strategy) const {
  if (strategy == Strategy::Automaton) return size;
  const bool has_many_texts =
      strategy == Strategy::RequiredLiterals && plan.literals->set().texts.size() >= kManyTexts;
  return strategy == Strategy::Bitstream || has_many_texts ? size / kFastFinder : 0;
}

// Time for all lines of `sample` that match, the better of two.  `next` finds candidates.
template <typename Next>
double time_of_lines(std::string_view sample, char terminator, const Next& next,
                     const Automata& automata, Automata::Caches& caches) {
  using Clock = std::chrono::steady_clock;
  Clock::duration best = Clock::duration::max();
  for (int round = 0; round < 2; ++round) {
    const Clock::time_point began = Clock::now();
    for (std::size_t at = 0; at < sample.size();) {
      const Candidate candidate = next(at);
      if (candidate.kind == Candidate::None) break;
      const std::size_t end =
          std::min(scan::find_byte(sample, terminator, candidate.position), sample.size());
      if (candidate.kind == Candidate::Possible) {
        const std::size_t before = scan::rfind_byte(sample, terminator, candidate.position);
        const std::size_t start = before == scan::npos ? 0 : before + 1;
        automata.is_match(sample.substr(0, end), start, caches);
      }
      at = end + 1;
    }
    best = std::min(best, Clock::now() - began);
  }
  return static_cast<double>(best.count());
}

void Regular::consider_promotion(std::string_view haystack, Strategy strategy,
                                 Scratch::Impl& scratch) const {
  const std::size_t cost = promotion_cost(haystack.size(), strategy);
  const HyperscanFinder* finder = cost == 0 ? nullptr : promotion.note_buffer(cost);
  if (finder == nullptr) return;
  const std::size_t last = scan::rfind_byte(haystack, line_terminator, kSample);
  const std::string_view sample =
      haystack.substr(0, haystack.size() <= kSample || last == scan::npos ? kSample : last + 1);
  const auto next_by_plan = [&](std::size_t at) { return by_plan(sample, at, strategy, scratch); };
  const auto next_by_finder = [&](std::size_t at) {
    return by_hyperscan(*finder, sample, at, scratch);
  };
  const double plan_time =
      time_of_lines(sample, line_terminator, next_by_plan, automata, scratch.caches);
  const double finder_time =
      time_of_lines(sample, line_terminator, next_by_finder, automata, scratch.caches);
  promotion.judge(sample.size(), {plan_time, finder_time});
}

// The plan's candidates as long as they pay, else the automaton's for a while.
Candidate Regular::find_candidate(std::string_view haystack, std::size_t at,
                                  Scratch::Impl& scratch) const {
  const bool is_resting = sees_other_lines ? !judges_lines_alone : scratch.finder_rests();
  const Strategy strategy = is_resting         ? Strategy::Automaton
                            : sees_other_lines ? Strategy::RequiredLiterals
                                               : plan.strategy;
  Candidate found;
  // A long way without a byte that every match contains is gone at memory speed,
  // and does not tell what finds lines fastest.
  const bool is_hopeless = strategy == Strategy::Automaton &&
                           haystack.size() - at >= kLongHaystack &&
                           !has_required_bytes(plan, haystack.substr(at));
  if (!is_hopeless) {
    const HyperscanFinder* finder = sees_other_lines ? nullptr : promotion.finder();
    if (at == 0 && finder == nullptr && !sees_other_lines) {
      consider_promotion(haystack, strategy, scratch);
    }
    found = finder != nullptr && !is_resting ? by_hyperscan(*finder, haystack, at, scratch)
                                             : by_plan(haystack, at, strategy, scratch);
  }
  const std::size_t end = found.kind == Candidate::None ? haystack.size() : found.position;
  const std::size_t passed = end - at + 1;
  if (is_resting) {
    scratch.automaton_bytes -= std::min(scratch.automaton_bytes, passed);
  } else {
    scratch.passed_bytes += passed;
  }
  return found;
}

Error advised(Error error) {
  if (error.message.find("backreferences") != std::string::npos ||
      error.message.find("look-around") != std::string::npos) {
    error.message += kPcre2Advice;
  }
  return error;
}

Result<std::unique_ptr<const Regular>> compile_regular(const RegexSpec& spec) {
  Hir hir = TRY(build_pattern(spec));
  const std::uint64_t size = nfa_size(hir.root);
  auto regular = std::make_unique<const Regular>(std::move(hir), spec);
  if (size > spec.size_limit && regular->plan.strategy != Strategy::ExactLiterals) {
    return fail("compiled regex exceeds size limit of " + std::to_string(spec.size_limit));
  }
  return regular;
}

// What finds the lines worth PCRE2's time; none if every line is, or if nothing
// is known.
std::unique_ptr<const Regular> compile_candidates(const RegexSpec& spec, const Pcre2Engine& pcre2) {
  const std::optional<RegexSpec> superset = pcre2_superset(spec, pcre2.ignores_case());
  if (!superset) return nullptr;
  Result<Hir> hir = build_pattern(*superset);
  if (!hir || nfa_size(hir->root) > kMostCandidateStates) return nullptr;
  auto regular = std::make_unique<const Regular>(std::move(*hir), *superset);
  Automata::Caches caches;
  return regular->automata.is_match("", 0, caches) ? nullptr : std::move(regular);
}

std::unexpected<Error> fail_on_both(const Error& regular, const Error& pcre2) {
  const std::string divider(79, '~');
  return fail(
      "regex could not be compiled with either the default regex engine or with PCRE2.\n\n"
      "default regex engine error:\n" +
      divider + "\n" + regular.message + "\n" + divider + "\n\nPCRE2 regex engine error:\n" +
      pcre2.message);
}

}  // namespace

Scratch::Scratch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

// Exactly one of `regular` and `pcre2`.
struct Matcher::Impl {
  std::unique_ptr<const Regular> regular;
  std::unique_ptr<const Pcre2Engine> pcre2;
  std::unique_ptr<const Regular> candidates;  // Of pcre2, if any.
  bool is_multi_line = false;
};

Matcher::Matcher(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

Result<Matcher> Matcher::compile(const RegexSpec& spec) {
  auto impl = std::make_unique<Impl>();
  impl->is_multi_line = spec.multi_line;
  if (spec.engine == EngineChoice::Pcre2) {
    impl->pcre2 = TRY(Pcre2Engine::compile(spec));
    impl->candidates = compile_candidates(spec, *impl->pcre2);
    return Matcher(std::move(impl));
  }
  auto regular = compile_regular(spec);
  if (regular) {
    impl->regular = std::move(*regular);
  } else if (spec.engine == EngineChoice::Default) {
    return std::unexpected(advised(std::move(regular).error()));
  } else {
    auto pcre2 = Pcre2Engine::compile(spec);
    if (!pcre2) return fail_on_both(regular.error(), pcre2.error());
    impl->pcre2 = std::move(*pcre2);
    impl->candidates = compile_candidates(spec, *impl->pcre2);
  }
  return Matcher(std::move(impl));
}

Scratch Matcher::make_scratch() const {
  auto scratch = std::make_unique<Scratch::Impl>();
  if (impl_->pcre2) scratch->pcre2.emplace(*impl_->pcre2);
  return Scratch(std::move(scratch));
}

Found Matcher::find(std::string_view haystack, std::size_t at, Scratch& scratch,
                    Span& match) const {
  if (impl_->pcre2) {
    return impl_->pcre2->find(haystack, at, *scratch->pcre2, match, scratch.error);
  }
  const Regular& regular = *impl_->regular;
  if (regular.plan.strategy == Strategy::ExactLiterals) {
    const std::optional<ExactMatch> found = find_exact(regular.plan, haystack, at);
    if (!found) return Found::No;
    match = {found->start, found->end};
    return Found::Yes;
  }
  return regular.span_finder().find(haystack, at, *scratch, match) ? Found::Yes : Found::No;
}

Found Matcher::is_match(std::string_view haystack, std::size_t at, Scratch& scratch) const {
  if (impl_->pcre2) {
    Span match;
    const Found found = find(haystack, at, scratch, match);
    if (found == Found::No) scratch->failed_bytes += haystack.size() - at;
    return found;
  }
  const Regular& regular = *impl_->regular;
  if (regular.plan.strategy == Strategy::ExactLiterals) {
    return find_exact(regular.plan, haystack, at) ? Found::Yes : Found::No;
  }
  const bool is_hopeless =
      haystack.size() >= kLongHaystack && !has_required_bytes(regular.plan, haystack.substr(at));
  if (!is_hopeless && regular.automata.is_match(haystack, at, scratch->caches)) {
    return Found::Yes;
  }
  scratch->failed_bytes += haystack.size() - at;
  return Found::No;
}

Found Matcher::captures(std::string_view haystack, std::size_t at, Scratch& scratch,
                        std::vector<std::optional<Span>>& groups) const {
  Span match;
  const Found found = find(haystack, at, scratch, match);
  if (found != Found::Yes) return found;
  if (impl_->pcre2) {
    impl_->pcre2->last_groups(*scratch->pcre2, groups);
  } else {
    impl_->regular->automata.groups_of(haystack, match, scratch->caches, groups);
  }
  return found;
}

Found Matcher::confirm_line(std::string_view haystack, std::size_t line_start,
                            Scratch& scratch) const {
  if (impl_->regular && !impl_->regular->judges_lines_alone) {
    return is_match(haystack, line_start, scratch);
  }
  return is_match(haystack.substr(line_start), 0, scratch);
}

Candidate Matcher::find_candidate_line(std::string_view haystack, std::size_t at,
                                       Scratch& scratch) const {
  DCHECK(takes_single_lines() || !can_match_line_terminator());
  if (at >= haystack.size()) return {};
  if (impl_->regular) return impl_->regular->find_candidate(haystack, at, *scratch);
  if (impl_->candidates) {
    const Candidate found = impl_->candidates->find_candidate(haystack, at, *scratch);
    return {std::min(found.kind, Candidate::Possible), found.position};
  }
  const auto& required = impl_->pcre2->required_bytes();
  const std::size_t position = required ? scan::find_in(haystack, *required, at) : at;
  if (position == scan::npos) return {};
  return {Candidate::Possible, position};
}

bool Matcher::can_match_line_terminator() const {
  return impl_->regular ? impl_->regular->reaches_beyond_line : true;
}

bool Matcher::takes_single_lines() const {
  return impl_->pcre2 ? !impl_->is_multi_line : impl_->regular->takes_single_lines;
}

std::optional<std::size_t> Matcher::part_overlap() const {
  if (impl_->pcre2)
    return impl_->pcre2->required_bytes() ? std::optional<std::size_t>(0) : std::nullopt;
  const Plan& plan = impl_->regular->plan;
  if (plan.literals) return plan.literals->longest_text() - 1;
  return plan.bytes.empty() ? std::nullopt : std::optional<std::size_t>(0);
}

// Bytes of several classes may be in different parts: only one class tells.
bool Matcher::part_may_match(std::string_view part) const {
  if (impl_->pcre2) return scan::find_in(part, *impl_->pcre2->required_bytes()) != scan::npos;
  const Plan& plan = impl_->regular->plan;
  if (plan.literals) return static_cast<bool>(plan.literals->find(part, 0));
  return scan::find_in(part, plan.bytes[0].bytes) != scan::npos;
}

const std::vector<std::string>& Matcher::capture_names() const {
  return impl_->regular ? impl_->regular->capture_names : impl_->pcre2->capture_names();
}

std::string Matcher::describe() const {
  if (impl_->regular) return "default engine: " + common::regex::describe(impl_->regular->plan);
  return std::string("PCRE2") + (impl_->pcre2->has_jit() ? " with JIT" : " without JIT") +
         (impl_->candidates                ? ": " + common::regex::describe(impl_->candidates->plan)
          : impl_->pcre2->required_bytes() ? ": candidates are lines with a required byte"
                                           : ": every line is a candidate");
}

}  // namespace common::regex
