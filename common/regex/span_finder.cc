#include "common/regex/span_finder.h"

#include <algorithm>
#include <utility>

#include "common/regex/alphabet.h"
#include "common/regex/rarity.h"

namespace common::regex {
namespace {

// Heads must be this rare; and they may be this much less rare than the
// candidates for regions, which cost more each.
constexpr double kRareHead = 7;
constexpr double kHeadAdvantage = 4;
// One byte in 2^this at least must be a barrier.
constexpr double kMostBarrierRarity = 6;

// How far behind a candidate a barrier is looked for.
constexpr std::size_t kReach = 512;
// Assertions may look at one character behind the barrier.
constexpr std::size_t kLookAhead = 4;

// What failed searches may read without having passed over anything.
constexpr std::size_t kFreeBytes = 512;

// What a candidate costs besides its region, as so many bytes of the DFA.
constexpr std::size_t kCandidateCost = 32;

double candidate_rarity(const Plan& plan) {
  switch (plan.strategy) {
    case Strategy::RequiredLiterals:
      return plan.literals->set().bits;
    case Strategy::RequiredBytes:
      return plan.bytes[0].bits;
    default:
      return 0;
  }
}

bool has_candidates(const Plan& plan) {
  return plan.strategy == Strategy::RequiredLiterals || plan.strategy == Strategy::RequiredBytes ||
         plan.strategy == Strategy::Bitstream;
}

// What follows the first part of every match; the empty tree if there is no more.
Node without_first(const Node& root) {
  const Node* node = &root;
  while (node->kind == NodeKind::Capture) node = &node->children[0];
  if (node->kind != NodeKind::Concat) return {};
  const auto first = std::ranges::find_if(
      node->children, [](const Node& child) { return child.kind != NodeKind::Look; });
  if (first == node->children.end()) return {};
  Node rest;
  rest.kind = NodeKind::Concat;
  rest.children.assign(first + 1, node->children.end());
  return rest;
}

}  // namespace

SpanFinder::SpanFinder(const Plan& plan, const Automata& automata)
    : plan_(plan), automata_(automata), barriers_(bytes_in_no_match(automata.root())) {
  const double barrier_rarity = rarity(barriers_);
  const bool has_regions =
      has_candidates(plan) && barrier_rarity > 0 && barrier_rarity <= kMostBarrierRarity;
  if (has_regions) way_ = Way::Regions;
  LiteralSet heads = head_literals(automata.root());
  if (heads.bits < kRareHead) return;
  if (has_regions && heads.bits + kHeadAdvantage < candidate_rarity(plan)) return;
  way_ = Way::Heads;
  heads_.emplace(std::move(heads));
  LiteralSet behind = required_literals(without_first(automata.root()));
  if (behind.bits >= kRareHead) texts_behind_.emplace(std::move(behind));
}

bool SpanFinder::find(std::string_view haystack, std::size_t at, Scratch::Impl& scratch,
                      Span& match) const {
  switch (way_) {
    case Way::Heads:
      return find_by_heads(haystack, at, scratch, match);
    case Way::Regions:
      return find_by_regions(haystack, at, scratch, match);
    case Way::Plain:
      break;
  }
  return find_plainly(haystack, at, scratch, match);
}

bool SpanFinder::find_by_heads(std::string_view haystack, std::size_t at, Scratch::Impl& scratch,
                               Span& match) const {
  std::size_t budget = kFreeBytes;
  std::size_t required = at;  // The next of texts_behind_ is not before this.
  while (const LiteralFinder::Hit hit = heads_->find(haystack, at)) {
    if (texts_behind_ && required <= hit.start) {
      required = texts_behind_->find(haystack, hit.start).start;
      if (required == scan::npos) return false;
    }
    budget += hit.start - at;
    const DfaResult found = automata_.find_end_at(haystack, hit.start, scratch.caches);
    switch (found.outcome) {
      case DfaResult::Yes:
        match = {hit.start, found.position};
        return true;
      case DfaResult::Quit:
      case DfaResult::GaveUp:
        return automata_.find(haystack, hit.start, scratch.caches, match);
      case DfaResult::No:
        break;
    }
    at = hit.start + 1;
    const std::size_t wasted = found.position - hit.start;
    if (wasted > budget) return automata_.find(haystack, at, scratch.caches, match);
    budget -= wasted;
  }
  return false;
}

bool SpanFinder::find_by_regions(std::string_view haystack, std::size_t at, Scratch::Impl& scratch,
                                 Span& match) const {
  while (at < haystack.size()) {
    if (scratch.finder_rests()) {
      const bool is_found = automata_.find(haystack, at, scratch.caches, match);
      const std::size_t passed = (is_found ? match.end : haystack.size()) - at;
      scratch.automaton_bytes -= std::min(scratch.automaton_bytes, passed);
      return is_found;
    }
    const std::size_t candidate = next_candidate(haystack, at, scratch);
    if (candidate == scan::npos) {
      scratch.passed_bytes += haystack.size() - at;
      return false;
    }
    if (barriers_.contains(static_cast<unsigned char>(haystack[candidate]))) {
      scratch.passed_bytes += candidate + 1 - at;
      scratch.failed_bytes += kCandidateCost;
      at = candidate + 1;
      continue;
    }
    const std::size_t before = scan::rfind_in(haystack.substr(at, candidate - at), barriers_);
    const std::size_t start = before == scan::npos ? at : at + before + 1;
    const std::size_t end =
        scan::find_in(haystack.substr(0, candidate + kReach), barriers_, candidate);
    // Without a limit the next match is found, or there is none.
    if (end == scan::npos) return automata_.find(haystack, start, scratch.caches, match);
    scratch.passed_bytes += end - at;
    scratch.failed_bytes += end - start + kCandidateCost;
    const std::string_view visible = haystack.substr(0, end + kLookAhead);
    if (automata_.find(visible, start, scratch.caches, match) && match.start < end) return true;
    at = end + 1;
  }
  return false;
}

bool SpanFinder::find_plainly(std::string_view haystack, std::size_t at, Scratch::Impl& scratch,
                              Span& match) const {
  // The way to the next required text has to be gone in any case.
  if (plan_.strategy == Strategy::RequiredLiterals && haystack.size() - at >= kLongHaystack &&
      !plan_.literals->find(haystack, at)) {
    return false;
  }
  return automata_.find(haystack, at, scratch.caches, match);
}

// A byte of the first match behind `from`, or of what only looks like one.
std::size_t SpanFinder::next_candidate(std::string_view haystack, std::size_t from,
                                       Scratch::Impl& scratch) const {
  switch (plan_.strategy) {
    case Strategy::RequiredLiterals:
      return plan_.literals->find(haystack, from).start;
    case Strategy::RequiredBytes:
      return scan::find_in(haystack, plan_.bytes[0].bytes, from);
    default:
      if (!scratch.bitstream) scratch.bitstream.emplace(*plan_.bitstream);
      return plan_.bitstream->find(haystack, from, *scratch.bitstream).position;
  }
}

}  // namespace common::regex
