// The loops over the haystack of the lazy DFA (dfa.h).
#include <algorithm>
#include <array>
#include <bit>

#include "common/base/check.h"
#include "common/regex/dfa.h"

namespace common::regex {
namespace {

// Four lines at a time need blocks that are worth the preparation, and grow from
// small ones because a match early in the block makes the rest vain.
constexpr std::size_t kSingle = 1024;
constexpr std::size_t kFirstBlock = 4096;
constexpr std::size_t kLastBlock = 65536;
constexpr std::size_t kStreams = 4;

// A state that is the same before and after kStretch bytes may loop; where it did,
// or where states are compared all the time, kSteadyBytes are enough.  Looking for the end of a
// loop costs as much as stepping over kLoopPrice bytes; a state whose loops are shorter on the
// whole is let alone for kLoopRest such occasions.
constexpr std::size_t kStretch = 64;
constexpr std::size_t kSteadyBytes = 16;
constexpr std::int32_t kLoopPrice = 16;
constexpr std::int32_t kLoopCredit = 128;
constexpr std::int32_t kLoopRest = 512;

// A state that is left within so many bytes is left often.  Where it is left, all such places
// of a block are found at once; each costs as much as stepping over kLeavePrice bytes, and the
// state must be back after kMostAway.
constexpr std::size_t kOftenLeft = 512;
constexpr std::size_t kFirstNearBlock = 128;
constexpr std::size_t kNearBlock = 1024;
constexpr std::size_t kLeavePrice = 6;
constexpr std::int32_t kNearPrice = 32;
constexpr std::size_t kMostAway = 64;

// Bit i of word k: byte 64k + i of a block is not one that keeps the state.
class LeavingBytes {
 public:
  LeavingBytes(std::string_view block, const scan::ByteClass& keeping) : size_(block.size()) {
    scan::classify(block, keeping, keeping_.data());
  }
  // The first at or behind `at`, the end of the block if there is none.
  std::size_t next(std::size_t at) const {
    while (at < size_) {
      const std::uint64_t rest = ~keeping_[at / 64] >> (at % 64);
      if (rest != 0) return std::min(size_, at + static_cast<std::size_t>(std::countr_zero(rest)));
      at = (at / 64 + 1) * 64;
    }
    return at;
  }

 private:
  std::array<std::uint64_t, kNearBlock / 64> keeping_;
  std::size_t size_;
};

}  // namespace

bool Dfa::keeps_state(std::uint32_t row, unsigned char byte, const Cache& cache) const {
  const std::uint32_t entry = cache.rows_[row + class_of_[byte]];
  return (entry < kStop || (entry & kMatch) != 0) && (entry & kOffset) == row;
}

scan::ByteClass Dfa::loop_bytes(std::uint32_t row, const Cache& cache) const {
  scan::ByteClass bytes;
  for (unsigned byte = 0; byte < 256; ++byte) {
    if (keeps_state(row, static_cast<unsigned char>(byte), cache)) {
      bytes.add(static_cast<unsigned char>(byte));
    }
  }
  return bytes;
}

std::size_t Dfa::skip_loop(std::string_view haystack, std::size_t at, std::uint32_t row,
                           Cache& cache) const {
  Cache::State& state = cache.states_[(row - kFirstRow) / class_count_];
  if (state.loop == Cache::kNoState) {
    state.loop = static_cast<std::uint32_t>(cache.loops_.size());
    cache.loops_.push_back({loop_bytes(row, cache), kLoopCredit});
  }
  Cache::Loop& loop = cache.loops_[state.loop];
  if (loop.credit < 0) {
    if (++loop.credit == 0) loop.credit = kLoopCredit;
    return at;
  }
  std::size_t end = scan::find_not_in(haystack, loop.bytes, at);
  // Transitions that were not known when the loop was made.
  while (end != scan::npos && keeps_state(row, static_cast<unsigned char>(haystack[end]), cache)) {
    loop.bytes = loop_bytes(row, cache);
    end = scan::find_not_in(haystack, loop.bytes, end);
  }
  end = std::min(end, haystack.size());
  constexpr std::size_t kMostGain = kLoopCredit + kLoopPrice;
  const auto gain = static_cast<std::int32_t>(std::min(end - at, kMostGain)) - kLoopPrice;
  loop.credit = std::min(loop.credit + gain, kLoopCredit);
  if (loop.credit < 0) loop.credit = -kLoopRest;
  return end;
}

void Dfa::run_near(std::string_view haystack, Cursor& cursor, Cache& cache) const {
  const auto* bytes = reinterpret_cast<const unsigned char*>(haystack.data());
  const std::uint8_t* classes = class_of_.data();
  const std::uint32_t* rows = cache.rows_.data();
  const std::uint32_t home = cursor.row;
  Cache::Loop& loop = cache.loops_[cache.states_[(home - kFirstRow) / class_count_].loop];
  for (std::size_t block = kFirstNearBlock; loop.credit >= 0 && cursor.at < cursor.end;
       block = kNearBlock) {
    const std::size_t begin = cursor.at;
    const std::size_t size = std::min(cursor.end - begin, block);
    const LeavingBytes leaving(haystack.substr(begin, size), loop.bytes);
    std::size_t leave_count = 0;
    std::size_t passed = 0;  // Without a step.
    std::size_t i = begin;
    while (true) {
      const std::size_t from = i;
      i = begin + leaving.next(i - begin);
      passed += i - from;
      if (i >= begin + size) break;
      const std::size_t limit = std::min(cursor.end, i + kMostAway);
      std::uint32_t row = home;
      do {
        const std::uint32_t entry = i < limit ? rows[row + classes[bytes[i]]] : kStop;
        if (entry >= kStop) {
          cursor.at = i;
          cursor.row = row;
          loop.credit -= kNearPrice;
          if (loop.credit < 0) loop.credit = -kLoopRest;
          return;
        }
        row = entry;
        ++i;
      } while (row != home);
      ++leave_count;
    }
    cursor.at = i;
    const bool pays = passed > kLeavePrice * leave_count;
    loop.credit = pays ? kLoopCredit : -kLoopRest;
  }
}

void Dfa::pass_loop(std::string_view haystack, Cursor& cursor, Cache& cache) const {
  const std::size_t at = cursor.at;
  cursor.at = skip_loop(haystack.substr(0, cursor.end), at, cursor.row, cache);
  if (cursor.at > at && cursor.at - at < kOftenLeft) run_near(haystack, cursor, cache);
}

std::uint32_t Dfa::run(std::string_view haystack, Cursor& cursor, Cache& cache) const {
  const auto* bytes = reinterpret_cast<const unsigned char*>(haystack.data());
  const std::uint8_t* classes = class_of_.data();
  const std::size_t began = cursor.at;
  std::size_t i = cursor.at;
  std::uint32_t row = cursor.row;
  std::uint32_t entry = 0;
  std::size_t stretch = kStretch;
  while (i < cursor.end) {
    const std::uint32_t* rows = cache.rows_.data();
    const std::uint32_t first_row = row;
    const std::size_t end = std::min(cursor.end, i + stretch);
    while (i + 4 <= end) {
      const std::uint32_t row1 = rows[row + classes[bytes[i]]];
      if (row1 >= kStop) break;
      const std::uint32_t row2 = rows[row1 + classes[bytes[i + 1]]];
      if (row2 >= kStop) {
        i += 1, row = row1;
        break;
      }
      const std::uint32_t row3 = rows[row2 + classes[bytes[i + 2]]];
      if (row3 >= kStop) {
        i += 2, row = row2;
        break;
      }
      const std::uint32_t row4 = rows[row3 + classes[bytes[i + 3]]];
      if (row4 >= kStop) {
        i += 3, row = row3;
        break;
      }
      i += 4, row = row4;
    }
    if (i == end && end < cursor.end) {
      if (row == first_row) {
        cursor.at = i;
        cursor.row = row;
        pass_loop(haystack, cursor, cache);
        i = cursor.at;
        row = cursor.row;
      }
      stretch = i - end >= kLoopPrice ? kSteadyBytes : kStretch;
      continue;
    }
    if (i == cursor.end) break;
    const std::size_t unit_class = classes[bytes[i]];
    entry = rows[row + unit_class];
    if (entry == kUnknown) entry = step(row, unit_class, i - began, cache);
    if (entry >= kStop) break;
    row = entry;
    entry = 0;
    ++i;
  }
  cache.bytes_ += i - began;
  cursor.at = i;
  cursor.row = row;
  return entry;
}

std::uint32_t Dfa::run_through(std::string_view haystack, Cursor& cursor, DfaResult& result,
                               Cache& cache) const {
  const auto* bytes = reinterpret_cast<const unsigned char*>(haystack.data());
  const std::uint8_t* classes = class_of_.data();
  const std::size_t began = cursor.at;
  std::size_t i = cursor.at;
  std::size_t match_end = scan::npos;
  std::uint32_t row = cursor.row;
  std::uint32_t stop = 0;
  std::size_t steady = 0;  // Steps that led back to the same state.
  const std::uint32_t* rows = cache.rows_.data();
  for (; i < cursor.end; ++i) {
    const std::size_t unit_class = classes[bytes[i]];
    std::uint32_t entry = rows[row + unit_class];
    if (entry == kUnknown) {
      entry = step(row, unit_class, i - began, cache);
      rows = cache.rows_.data();
    }
    if (entry >= kStop) {
      if ((entry & kMatch) == 0) {
        stop = entry;
        break;
      }
      match_end = i;
    }
    const std::uint32_t next = entry & kOffset;
    steady = next == row ? steady + 1 : 0;
    row = next;
    if (steady == kSteadyBytes) {
      const std::size_t last = skip_loop(haystack, i + 1, row, cache) - 1;
      if ((entry & kMatch) != 0) match_end = last;
      i = last;
      steady = 0;
    }
  }
  if (match_end != scan::npos) result = {DfaResult::Yes, match_end};
  cache.bytes_ += i - began;
  cursor.at = i;
  cursor.row = row;
  return stop;
}

DfaResult Dfa::find_end(std::string_view haystack, std::size_t at, bool is_anchored,
                        bool is_earliest, Cache& cache) const {
  DfaResult result{DfaResult::No, at};
  std::uint32_t entry = start_entry(haystack, at, is_anchored, cache);
  if (entry == kDead) return result;
  Cursor cursor{at, haystack.size(), entry & kOffset};
  entry = run(haystack, cursor, cache);
  if (!is_earliest && (entry & kMatch) != 0) entry = run_through(haystack, cursor, result, cache);
  if (entry == 0) {
    // The end of the text is one more step.
    entry = cache.rows_[cursor.row + end_class()];
    if (entry == kUnknown) entry = step(cursor.row, end_class(), 0, cache);
  }
  if (entry == kQuit) return {DfaResult::Quit, cursor.at};
  if (entry == kGiveUp) return {DfaResult::GaveUp, cursor.at};
  if (entry >= kStop && (entry & kMatch) != 0) return {DfaResult::Yes, cursor.at};
  if (result.outcome == DfaResult::No) result.position = cursor.at;
  return result;
}

DfaResult Dfa::find_start(std::string_view haystack, std::size_t at, std::size_t end,
                          Cache& cache) const {
  DCHECK(nfa_.is_reverse);
  DfaResult result;
  std::uint32_t entry = start_entry(haystack, end, true, cache);
  if (entry == kDead) return result;
  std::uint32_t row = entry & kOffset;
  std::size_t i = end;
  while (true) {
    const std::size_t unit_class =
        i > 0 ? class_of_[static_cast<unsigned char>(haystack[i - 1])] : end_class();
    entry = cache.rows_[row + unit_class];
    if (entry >= kStop) {
      if (entry == kUnknown) entry = step(row, unit_class, end - i, cache);
      if (entry == kDead) break;
      if (entry == kQuit) return {DfaResult::Quit, i};
      if (entry == kGiveUp) return {DfaResult::GaveUp, i};
      if (entry >= kStop) result = {DfaResult::Yes, i};
    }
    row = entry & kOffset;
    if (i == at) break;
    --i;
  }
  cache.bytes_ += end - i;
  return result;
}

void Dfa::run_four(std::string_view haystack, Cursor* cursors, const Cache& cache) const {
  const auto* bytes = reinterpret_cast<const unsigned char*>(haystack.data());
  const std::uint8_t* classes = class_of_.data();
  const std::uint32_t* rows = cache.rows_.data();
  std::size_t count = haystack.size();
  std::array<const unsigned char*, kStreams> from{};
  for (std::size_t k = 0; k < kStreams; ++k) {
    count = std::min(count, cursors[k].end - cursors[k].at);
    from[k] = bytes + cursors[k].at;
  }
  std::uint32_t row0 = cursors[0].row;
  std::uint32_t row1 = cursors[1].row;
  std::uint32_t row2 = cursors[2].row;
  std::uint32_t row3 = cursors[3].row;
  std::size_t i = 0;
  for (; i < count; ++i) {
    const std::uint32_t entry0 = rows[row0 + classes[from[0][i]]];
    const std::uint32_t entry1 = rows[row1 + classes[from[1][i]]];
    const std::uint32_t entry2 = rows[row2 + classes[from[2][i]]];
    const std::uint32_t entry3 = rows[row3 + classes[from[3][i]]];
    if ((entry0 | entry1 | entry2 | entry3) >= kStop) break;
    row0 = entry0, row1 = entry1, row2 = entry2, row3 = entry3;
  }
  const std::array rows_after = {row0, row1, row2, row3};
  for (std::size_t k = 0; k < kStreams; ++k) {
    cursors[k].at += i;
    cursors[k].row = rows_after[k];
  }
}

// Searches the lines that begin in [at, at + size); `end` is where they end.
DfaResult Dfa::find_in_block(std::string_view haystack, std::size_t at, std::size_t size,
                             char terminator, std::size_t& end, Cache& cache) const {
  std::array<Cursor, kStreams> cursors;
  std::size_t start = at;
  const std::uint32_t generation = cache.generation_;
  for (std::size_t k = 0; k < kStreams; ++k) {
    const std::size_t nominal = std::max(start, at + size * (k + 1) / kStreams - 1);
    const std::size_t found = haystack.find(terminator, nominal);
    cursors[k].at = start;
    cursors[k].end = found == std::string_view::npos ? start : found + 1;
    const std::uint32_t entry = start_entry(haystack, start, false, cache);
    if (entry == kDead) cursors[k].at = cursors[k].end;
    cursors[k].row = entry & kOffset;
    start = cursors[k].end;
  }
  end = start;
  // While all are busy they run in step; a byte that stops one of them is read
  // by run().  What is left is read one after the other.
  const auto is_busy = [](const Cursor& cursor) { return cursor.at < cursor.end; };
  while (std::ranges::all_of(cursors, is_busy)) {
    run_four(haystack, cursors.data(), cache);
    bool has_stop = false;
    for (Cursor& cursor : cursors) {
      Cursor one = {cursor.at, std::min(cursor.at + 1, cursor.end), cursor.row};
      has_stop = one.at < one.end && run(haystack, one, cache) != 0;
      // Rows of an emptied cache mean nothing, and a match ends the race.
      if (has_stop || cache.generation_ != generation) break;
      cursor.at = one.at;
      cursor.row = one.row;
    }
    if (has_stop) break;
    if (cache.generation_ != generation) return find_end(haystack, at, false, true, cache);
  }
  for (Cursor& cursor : cursors) {
    if (cache.generation_ != generation) return find_end(haystack, at, false, true, cache);
    const std::uint32_t entry = run(haystack, cursor, cache);
    if (entry == kQuit) return {DfaResult::Quit, cursor.at};
    if (entry == kGiveUp) return {DfaResult::GaveUp, cursor.at};
    if (entry >= kStop && entry != kDead) return {DfaResult::Yes, cursor.at};
  }
  return {};
}

DfaResult Dfa::find_line(std::string_view haystack, std::size_t at, char terminator,
                         Cache& cache) const {
  const std::uint32_t entry = start_entry(haystack, at, false, cache);
  if (entry == kDead) return {};
  Cursor cursor{at, std::min(at + kSingle, haystack.size()), entry & kOffset};
  std::uint32_t stop = run(haystack, cursor, cache);
  if (stop == kQuit) return {DfaResult::Quit, cursor.at};
  if (stop == kGiveUp) return {DfaResult::GaveUp, cursor.at};
  if (stop >= kStop && stop != kDead) return {DfaResult::Yes, cursor.at};
  // On from the start of the line that the cursor is in.
  const std::size_t before = haystack.substr(0, cursor.at).rfind(terminator);
  at = before == std::string_view::npos ? at : std::max(at, before + 1);
  for (std::size_t size = kFirstBlock; haystack.size() - at > kSingle;) {
    std::size_t end = at;
    const DfaResult result =
        find_in_block(haystack, at, std::min(size, haystack.size() - at), terminator, end, cache);
    if (result.outcome != DfaResult::No) return result;
    if (end == at) break;  // No more terminators.
    at = end;
    size = std::min(2 * size, kLastBlock);
  }
  return find_end(haystack, at, false, true, cache);
}

}  // namespace common::regex
