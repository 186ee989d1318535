#include "common/regex/planner.h"

#include <algorithm>
#include <utility>

#include "common/base/ascii.h"
#include "common/regex/look.h"
#include "common/regex/nfa.h"

namespace common::regex {
namespace {

// A candidate costs about as much as the DFA spends on some hundred bytes, so
// below one in 2^this positions running the DFA over everything is cheaper.
constexpr double kRareEnough = 8;
// Single texts are found fastest and need no class to be rare.
constexpr double kGoodText = 12;

// Longer bit-stream programs are no faster than the DFA.
constexpr std::size_t kMostStreamOps = 60;

bool all_hold(const std::vector<Look>& looks, std::string_view haystack, std::size_t position) {
  return std::ranges::all_of(looks,
                             [&](Look look) { return look_holds_at(look, haystack, position); });
}

}  // namespace

LiteralFinder::LiteralFinder(LiteralSet set) : set_(std::move(set)) {
  if (set_.texts.size() == 1) {
    needle_.emplace(set_.texts[0], set_.ignores_case);
  } else {
    needles_.emplace(set_.texts, set_.ignores_case);
  }
}

LiteralFinder::Hit LiteralFinder::find(std::string_view haystack, std::size_t from) const {
  if (needle_) return {needle_->find(haystack, from), 0};
  const scan::NeedleSet::Hit hit = needles_->find(haystack, from);
  return {hit.start, hit.needle};
}

bool LiteralFinder::occurs_at(std::string_view haystack, std::size_t position,
                              std::size_t index) const {
  const std::string& text = set_.texts[index];
  const std::string_view there = haystack.substr(position, text.size());
  if (!set_.ignores_case) return there == text;
  return std::ranges::equal(there, text, {}, to_lower);
}

std::size_t LiteralFinder::longest_text() const {
  return std::ranges::max_element(set_.texts, {}, &std::string::size)->size();
}

Plan make_plan(const Node& root, const Node& existence) {
  Plan plan;
  plan.bytes = required_bytes(existence);
  ExactLiterals exact = exact_literals(root);
  if (!exact.set.texts.empty()) {
    plan.strategy = Strategy::ExactLiterals;
    plan.before = std::move(exact.before);
    plan.behind = std::move(exact.behind);
    plan.literals.emplace(std::move(exact.set));
    return plan;
  }
  LiteralSet texts = required_literals(existence);
  const double bytes_bits = plan.bytes.empty() ? 0 : plan.bytes[0].bits;
  const double class_bits = texts.bits >= kGoodText ? 0 : bytes_bits;
  if (texts.bits >= kRareEnough && texts.bits >= class_bits) {
    plan.strategy = Strategy::RequiredLiterals;
    plan.literals.emplace(std::move(texts));
  } else if (bytes_bits >= kRareEnough) {
    plan.strategy = Strategy::RequiredBytes;
  } else if (!has_look(existence)) {
    // Bit streams know no assertions: what they would let pass is not rare.
    plan.bitstream = BitstreamProgram::compile(existence);
    if (plan.bitstream && plan.bitstream->op_count() <= kMostStreamOps) {
      plan.strategy = Strategy::Bitstream;
    }
  }
  return plan;
}

std::optional<ExactMatch> find_exact(const Plan& plan, std::string_view haystack,
                                     std::size_t from) {
  const LiteralFinder& finder = *plan.literals;
  const std::vector<std::string>& texts = finder.set().texts;
  while (const LiteralFinder::Hit hit = finder.find(haystack, from)) {
    if (all_hold(plan.before, haystack, hit.start)) {
      for (std::size_t i = hit.text; i < texts.size(); ++i) {
        if (i != hit.text && !finder.occurs_at(haystack, hit.start, i)) continue;
        const std::size_t end = hit.start + texts[i].size();
        if (all_hold(plan.behind, haystack, end)) return ExactMatch{hit.start, end};
      }
    }
    from = hit.start + 1;
  }
  return std::nullopt;
}

bool has_required_bytes(const Plan& plan, std::string_view haystack) {
  return std::ranges::all_of(plan.bytes, [haystack](const RequiredBytes& required) {
    return scan::find_in(haystack, required.bytes) != scan::npos;
  });
}

std::string describe(const Plan& plan) {
  switch (plan.strategy) {
    case Strategy::ExactLiterals:
    case Strategy::RequiredLiterals: {
      const LiteralSet& set = plan.literals->set();
      const bool is_exact = plan.strategy == Strategy::ExactLiterals;
      return std::string(is_exact ? "matches are" : "candidates are lines with") +
             " occurrences of " +
             (set.texts.size() == 1 ? "\"" + set.texts[0] + "\""
                                    : std::to_string(set.texts.size()) + " texts") +
             (set.ignores_case ? ", ignoring ASCII case" : "");
    }
    case Strategy::RequiredBytes:
      return "candidates are lines with rare bytes";
    case Strategy::Bitstream:
      return "bit streams of " + std::to_string(plan.bitstream->class_count()) + " classes, " +
             std::to_string(plan.bitstream->op_count()) + " steps per word" +
             (plan.bitstream->is_exact() ? ", exact" : "");
    case Strategy::Automaton:
      break;
  }
  return "the DFA reads every byte";
}

}  // namespace common::regex
