#include "common/regex/dfa.h"

#include <algorithm>
#include <span>

#include "common/base/check.h"

namespace common::regex {
namespace {

using Op = NfaState::Op;

// The first word of a list: flags, with the side seen above them.
constexpr std::uint32_t kMatchFlag = 1;
constexpr std::uint32_t kPendingFlag = 2;
constexpr std::uint32_t kSideShift = 2;

// A cache that was filled by fewer bytes per state than this did not pay.
constexpr std::size_t kBytesPerState = 10;

std::size_t hash_list(std::span<const std::uint32_t> list) {
  std::uint64_t h = list.size();
  for (const std::uint32_t word : list) {
    h = (h ^ word) * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
  }
  return static_cast<std::size_t>(h);
}

}  // namespace

// One transition, or one start state: closures over the NFA and the look-up of
// the resulting list.
class Dfa::Stepper {
 public:
  Stepper(const Dfa& dfa, Cache& cache) : dfa_(dfa), nfa_(dfa.nfa_), cache_(cache) {}

  std::uint32_t start(std::uint32_t nfa_start, Side seen) {
    begin(cache_.next_);
    close(nfa_start, cache_.next_);
    finish(cache_.next_, false, seen);
    return entry_of(cache_.next_);
  }

  // `unit` is 256 for the edge of the text.
  std::uint32_t step(std::uint32_t row, unsigned unit) {
    const Cache::State state = cache_.states_[(row - kFirstRow) / dfa_.class_count_];
    const std::uint32_t flags = cache_.lists_[state.offset];
    const auto seen = static_cast<Side>(flags >> kSideShift);
    const Side next = unit == 256 ? Side::Edge : side_of(static_cast<unsigned char>(unit));
    const std::span list(cache_.lists_.data() + state.offset + 1, state.length - 1);

    if ((flags & kPendingFlag) == 0) {
      advance(list, unit, cache_.next_);
      return entry_of(cache_.next_);
    }
    Surroundings around{seen, next, Wordness::NonWord, Wordness::NonWord};
    if (nfa_.is_reverse) std::swap(around.before, around.after);
    const bool is_near_non_ascii =
        around.before == Side::NonAscii || around.after == Side::NonAscii;
    if (!is_near_non_ascii || !nfa_.uses_unicode_word()) {
      resolve(list, around);
      advance(cache_.resolved_.values(), unit, cache_.next_);
    } else if (!advance_undecided(list, around, unit)) {
      return kQuit;
    }
    return entry_of(cache_.next_);
  }

  // The entry of the state with this list, which is made if need be.
  std::uint32_t entry_of(const std::vector<std::uint32_t>& list) {
    const bool is_match = (list[0] & kMatchFlag) != 0;
    if (list.size() == 1 && !is_match) return kDead;
    const std::uint32_t index = find_or_add(list);
    const auto row = static_cast<std::uint32_t>(kFirstRow + index * dfa_.class_count_);
    return is_match ? row | kStop | kMatch : row;
  }

 private:
  // True if every wordness of the non-ASCII sides leads to the same list, which
  // is then in next_.
  bool advance_undecided(std::span<const std::uint32_t> list, Surroundings around, unsigned unit) {
    constexpr std::array kAll = {Wordness::NonWord, Wordness::Word, Wordness::Invalid};
    const std::size_t before_count = around.before == Side::NonAscii ? kAll.size() : 1;
    const std::size_t after_count = around.after == Side::NonAscii ? kAll.size() : 1;
    for (std::size_t i = 0; i < before_count * after_count; ++i) {
      around.word_before = kAll[i % before_count];
      around.word_after = kAll[i / before_count];
      std::vector<std::uint32_t>& out = i == 0 ? cache_.next_ : cache_.other_;
      resolve(list, around);
      advance(cache_.resolved_.values(), unit, out);
      if (i > 0 && cache_.next_ != cache_.other_) return false;
    }
    return true;
  }

  void begin(std::vector<std::uint32_t>& out) {
    out.assign(1, 0);
    cache_.visited_.clear();
    cache_.kernel_.clear();
    has_asserts_ = false;
  }

  void advance(std::span<const std::uint32_t> now, unsigned unit, std::vector<std::uint32_t>& out) {
    begin(out);
    bool is_match = false;
    for (const std::uint32_t id : now) {
      const NfaState& state = nfa_.states[id];
      if (state.op == Op::Match) {
        is_match = true;
        if (dfa_.preference_ == DfaPreference::LeftmostFirst) break;
      } else if (unit < 256) {
        follow(state, static_cast<std::uint8_t>(unit), out);
      }
    }
    finish(out, is_match, unit == 256 ? Side::Edge : side_of(static_cast<unsigned char>(unit)));
  }

  void follow(const NfaState& state, std::uint8_t byte, std::vector<std::uint32_t>& out) {
    if (state.op == Op::Bytes) {
      if (byte >= state.first && byte <= state.last) close(state.next, out);
    } else if (state.op == Op::Sparse) {
      const std::span edges(nfa_.edges.data() + state.next, state.count);
      const auto edge = std::ranges::lower_bound(edges, byte, {}, &NfaEdge::last);
      if (edge != edges.end() && byte >= edge->first) close(edge->next, out);
    }
  }

  // Appends the states reached without reading, assertions unanswered.
  void close(std::uint32_t from, std::vector<std::uint32_t>& out) {
    if (cache_.visited_.contains(from)) return;
    cache_.kernel_.push_back(from);
    cache_.stack_.assign(1, from);
    while (!cache_.stack_.empty()) {
      const std::uint32_t id = cache_.stack_.back();
      cache_.stack_.pop_back();
      if (!cache_.visited_.insert(id)) continue;
      if (push_successors(id)) continue;
      out.push_back(id);
      has_asserts_ |= nfa_.states[id].op == Op::Assert;
    }
  }

  // Everything reached from a kernel with its assertions answered, into
  // resolved_.
  void resolve(std::span<const std::uint32_t> list, const Surroundings& around) {
    cache_.resolved_.clear();
    for (const std::uint32_t head : list) {
      cache_.stack_.assign(1, head);
      while (!cache_.stack_.empty()) {
        const std::uint32_t id = cache_.stack_.back();
        cache_.stack_.pop_back();
        if (!cache_.resolved_.insert(id)) continue;
        const NfaState& state = nfa_.states[id];
        if (state.op == Op::Assert && look_holds(state.look, around)) {
          cache_.stack_.push_back(state.next);
        } else {
          push_successors(id);
        }
      }
    }
  }

  // False if `id` reads a byte, asserts or matches.
  bool push_successors(std::uint32_t id) {
    const NfaState& state = nfa_.states[id];
    switch (state.op) {
      case Op::Split:
        for (std::uint32_t i = state.count; i-- > 0;) {
          cache_.stack_.push_back(nfa_.branches[state.next + i]);
        }
        return true;
      case Op::Save:
        cache_.stack_.push_back(state.next);
        return true;
      case Op::Fail:
        return true;
      default:
        return false;
    }
  }

  // Sets the first word.  With assertions pending the list is replaced by its
  // kernel, the states entered by reading: the closure must be made afresh once
  // the answers are known, for the order of preference depends on them.
  void finish(std::vector<std::uint32_t>& list, bool is_match, Side seen) {
    list[0] = is_match ? kMatchFlag : 0;
    if (!has_asserts_) return;
    list.resize(1);
    list.insert(list.end(), cache_.kernel_.begin(), cache_.kernel_.end());
    const auto side = dfa_.relevant_side_[static_cast<std::size_t>(seen)];
    list[0] |= kPendingFlag | static_cast<std::uint32_t>(side) << kSideShift;
  }

  std::uint32_t find_or_add(const std::vector<std::uint32_t>& list) {
    if (2 * cache_.states_.size() >= cache_.table_.size()) grow_table();
    const std::size_t mask = cache_.table_.size() - 1;
    std::size_t at = hash_list(list) & mask;
    for (; cache_.table_[at] != Cache::kNoState; at = (at + 1) & mask) {
      const Cache::State& state = cache_.states_[cache_.table_[at]];
      if (std::ranges::equal(std::span(cache_.lists_.data() + state.offset, state.length), list)) {
        return cache_.table_[at];
      }
    }
    const auto index = static_cast<std::uint32_t>(cache_.states_.size());
    cache_.table_[at] = index;
    cache_.states_.push_back({static_cast<std::uint32_t>(cache_.lists_.size()),
                              static_cast<std::uint32_t>(list.size())});
    cache_.lists_.insert(cache_.lists_.end(), list.begin(), list.end());
    cache_.rows_.resize(cache_.rows_.size() + dfa_.class_count_, kUnknown);
    return index;
  }

  void grow_table() {
    std::vector<std::uint32_t>& table = cache_.table_;
    table.assign(std::max<std::size_t>(64, 2 * table.size()), Cache::kNoState);
    const std::size_t mask = table.size() - 1;
    for (std::uint32_t i = 0; i < cache_.states_.size(); ++i) {
      const Cache::State& state = cache_.states_[i];
      std::size_t at =
          hash_list(std::span(cache_.lists_.data() + state.offset, state.length)) & mask;
      while (table[at] != Cache::kNoState) at = (at + 1) & mask;
      table[at] = i;
    }
  }

  const Dfa& dfa_;
  const Nfa& nfa_;
  Cache& cache_;
  bool has_asserts_ = false;  // In the list being made.
};

Dfa::Dfa(const Nfa& nfa, DfaPreference preference, std::size_t cache_limit)
    : nfa_(nfa),
      preference_(preference),
      // Row offsets must fit below kMatch.
      cache_limit_(std::min<std::size_t>(cache_limit, std::size_t{kOffset} * 2)) {
  make_classes();
}

// Bytes that no edge and no assertion tells apart share a class.
void Dfa::make_classes() {
  std::array<bool, 257> starts_class{};
  starts_class[0] = true;
  const auto cut = [&](unsigned first, unsigned last) {
    starts_class[first] = true;
    starts_class[last + 1] = true;
  };
  for (const NfaState& state : nfa_.states) {
    if (state.op == Op::Bytes) cut(state.first, state.last);
  }
  for (const NfaEdge& edge : nfa_.edges) cut(edge.first, edge.last);
  constexpr auto kFirstWord = static_cast<unsigned>(Look::WordAscii);
  const bool has_word_looks = nfa_.looks >> kFirstWord != 0;
  const bool has_crlf = nfa_.uses(Look::LineStartCrlf) || nfa_.uses(Look::LineEndCrlf);
  for (std::size_t i = 0; i < kSideCount; ++i) {
    auto side = static_cast<Side>(i);
    if (side == Side::NonAscii && !nfa_.uses_unicode_word()) side = Side::Other;
    if (side == Side::Word && !has_word_looks) side = Side::Other;
    if (side == Side::CarriageReturn && !has_crlf) side = Side::Other;
    relevant_side_[i] = side;
  }
  const auto side_at = [&](unsigned byte) {
    return relevant_side_[static_cast<std::size_t>(side_of(static_cast<unsigned char>(byte)))];
  };
  if (nfa_.looks != 0) {
    for (unsigned byte = 1; byte < 256; ++byte) {
      if (side_at(byte) != side_at(byte - 1)) starts_class[byte] = true;
    }
  }
  std::size_t count = 0;
  for (unsigned byte = 0; byte < 256; ++byte) {
    if (starts_class[byte]) representative_[count++] = static_cast<std::uint8_t>(byte);
    class_of_[byte] = static_cast<std::uint8_t>(count - 1);
  }
  class_count_ = count + 1;
}

Dfa::Cache::Cache(const Dfa& dfa)
    : visited_(dfa.nfa_.states.size()), resolved_(dfa.nfa_.states.size()) {
  clear();
}

void Dfa::Cache::clear() {
  rows_.assign(kFirstRow, kUnknown);
  states_.clear();
  lists_.clear();
  table_.clear();
  starts_.fill(kUnknown);
  exits_of_.clear();
  exits_.assign(kFirstExits, {});
  bytes_ = 0;
  ++generation_;
}

std::size_t Dfa::Cache::memory() const {
  return (rows_.size() + lists_.size() + table_.size()) * sizeof(std::uint32_t) +
         states_.size() * sizeof(State);
}

std::uint32_t Dfa::start_entry(std::string_view haystack, std::size_t position, bool is_anchored,
                               Cache& cache) const {
  Side seen = Side::Edge;
  if (nfa_.is_reverse) {
    if (position < haystack.size()) {
      seen = side_of(static_cast<unsigned char>(haystack[position]));
    }
  } else if (position > 0) {
    seen = side_of(static_cast<unsigned char>(haystack[position - 1]));
  }
  const auto side = static_cast<std::size_t>(relevant_side_[static_cast<std::size_t>(seen)]);
  std::uint32_t& entry = cache.starts_[(is_anchored ? kSideCount : 0) + side];
  if (entry == kUnknown) {
    entry = Stepper(*this, cache).start(is_anchored ? nfa_.start : nfa_.start_unanchored, seen);
  }
  return entry;
}

std::uint32_t Dfa::step(std::uint32_t row, std::size_t unit_class, std::size_t progress,
                        Cache& cache) const {
  const unsigned unit = unit_class == end_class() ? 256u : representative_[unit_class];
  const bool is_full = cache.memory() > cache_limit_;
  const std::uint32_t entry = Stepper(*this, cache).step(row, unit);
  if (!is_full) {
    cache.rows_[row + unit_class] = entry;
    return entry;
  }
  const bool pays = cache.bytes_ + progress >= kBytesPerState * cache.states_.size();
  const std::vector<std::uint32_t> next = cache.next_;
  cache.clear();
  if (!pays) return kGiveUp;
  return entry == kQuit ? kQuit : Stepper(*this, cache).entry_of(next);
}

}  // namespace common::regex
