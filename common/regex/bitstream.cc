#include "common/regex/bitstream.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace common::regex {

namespace {

// A batch of this many words when a search starts: hits are often near.
constexpr std::size_t kFirstWords = 8;
static_assert(scan::kStreamWords % kFirstWords == 0);

}  // namespace

BitstreamProgram::State::State(const BitstreamProgram& program)
    // One stride more: word -1 of the first stream, and whole vectors behind the last.
    : memory_((program.stream_count_ + 1) * scan::kStreamStride),
      carries_(program.ops_.size()),
      text_(scan::kStreamWords * 64) {
  for (std::size_t c = 0; c < program.classes_.size(); ++c) {
    rows_.push_back(memory_.data() + scan::kStreamStride * (c + 1));
  }
}

void BitstreamProgram::load_batch(std::string_view rest, State& state) const {
  const std::string_view bytes = rest.substr(0, state.next_words_ * 64);
  state.base_ = reinterpret_cast<std::uintptr_t>(bytes.data());
  state.size_ = bytes.size();
  state.next_words_ = std::min(state.next_words_ * 2, scan::kStreamWords);
  std::memcpy(state.text_.data(), bytes.data(), bytes.size());
  scan::classify(bytes, classes_.data(), classes_.size(), state.rows_.data());
  scan::run_streams(ops_.data(), ops_.size(), state.rows_[0], (bytes.size() + 63) / 64,
                    state.carries_.data());
}

BitstreamProgram::Hit BitstreamProgram::first_hit(const State& state, std::size_t from) const {
  const std::uint64_t* streams = state.rows_[0];
  const std::uint64_t* matches = streams + result_ * scan::kStreamStride;
  const std::uint64_t* others =
      non_ascii_is_candidate_ ? streams + non_ascii_ * scan::kStreamStride : matches;
  const std::size_t words = (state.size_ + 63) / 64;
  std::size_t k = from / 64;
  std::uint64_t wanted = ~std::uint64_t{0} << (from % 64);
  for (; k < words; ++k, wanted = ~std::uint64_t{0}) {
    const std::uint64_t hits = (matches[k] | others[k]) & wanted;
    if (hits == 0) continue;
    const auto bit = static_cast<std::size_t>(std::countr_zero(hits));
    return {64 * k + bit, is_exact_ && (matches[k] >> bit & 1) != 0};
  }
  return {};
}

BitstreamProgram::Hit BitstreamProgram::find(std::string_view haystack, std::size_t from,
                                             State& state) const {
  const char* const start = haystack.data() + from;
  std::size_t base = from;  // Of the next batch.
  bool goes_on = false;
  // Where `from` is in the batch at hand, wraps around if it is in front of it.
  const std::size_t into = reinterpret_cast<std::uintptr_t>(start) - state.base_;
  if (into < state.size_ && state.size_ - into <= haystack.size() - from) {
    const std::size_t left = state.size_ - into;
    const Hit hit = first_hit(state, into);
    // What a hit depends on lies between `from` and it.
    const std::size_t needed = hit ? hit.position + 1 - into : left;
    if (std::memcmp(start, state.text_.data() + into, needed) == 0) {
      if (hit) return {from + hit.position - into, hit.is_exact};
      goes_on = from + left == haystack.size() || state.size_ % (64 * kFirstWords) == 0;
      if (goes_on) base = from + left;
    }
  }
  if (!goes_on) {
    std::fill(state.carries_.begin(), state.carries_.end(), scan::StreamCarry{});
    state.next_words_ = kFirstWords;
  }
  for (; base < haystack.size(); base += state.size_) {
    load_batch(haystack.substr(base), state);
    if (const Hit hit = first_hit(state, 0)) return {base + hit.position, hit.is_exact};
  }
  state.size_ = 0;
  return {};
}

}  // namespace common::regex
