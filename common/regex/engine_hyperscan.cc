#include "common/regex/engine_hyperscan.h"

#include <hs/hs.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "common/base/check.h"

namespace common::regex {
namespace {

// Blocks grow from small ones, because a hit is often near, to what fits into the
// second-level cache with room to spare.
constexpr std::size_t kFirstScan = 2048;
constexpr std::size_t kLastScan = 65536;
// A block is a line at least; Hyperscan takes no longer ones than this.
constexpr std::size_t kLongestScan = 1u << 30;

}  // namespace

void HyperscanFinder::FreeDatabase::operator()(hs_database* database) const {
  hs_free_database(database);
}

void HyperscanFinder::State::FreeScratch::operator()(hs_scratch* scratch) const {
  hs_free_scratch(scratch);
}

HyperscanFinder::~HyperscanFinder() = default;

HyperscanFinder::State::State(const HyperscanFinder& finder) {
  hs_scratch* scratch = nullptr;
  const hs_error_t error = hs_alloc_scratch(finder.database_.get(), &scratch);
  CHECK(error == HS_SUCCESS);
  scratch_.reset(scratch);
}

std::unique_ptr<const HyperscanFinder> HyperscanFinder::compile(const HyperscanSyntax& syntax,
                                                                char line_terminator) {
  if (hs_valid_platform() != HS_SUCCESS) return nullptr;
  std::vector<const char*> texts;
  for (const std::string& text : syntax.expressions) texts.push_back(text.c_str());
  const std::vector<unsigned> flags(texts.size(), HS_FLAG_MULTILINE);
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const hs_error_t result =
      hs_compile_multi(texts.data(), flags.data(), nullptr, static_cast<unsigned>(texts.size()),
                       HS_MODE_BLOCK, nullptr, &database, &error);
  if (result != HS_SUCCESS) {
    hs_free_compile_error(error);
    return nullptr;
  }
  std::unique_ptr<HyperscanFinder> finder(new HyperscanFinder);
  finder->database_.reset(database);
  finder->non_ascii_is_candidate_ = syntax.non_ascii_is_candidate;
  finder->is_exact_ = syntax.is_exact;
  finder->line_terminator_ = line_terminator;
  return finder;
}

// Ends come in no order that could be relied on.
int HyperscanFinder::note_end(unsigned, unsigned long long, unsigned long long to, unsigned,
                              void* state_of_scan) {
  State& state = *static_cast<State*>(state_of_scan);
  const auto last = static_cast<std::size_t>(to - 1);
  state.ends_[last / 64] |= std::uint64_t{1} << last % 64;
  state.has_ends_ = true;
  return 0;
}

// Whole lines, about as many bytes as next_size_ says.
std::string_view HyperscanFinder::next_block(std::string_view rest, State& state) const {
  const std::size_t size = state.next_size_;
  state.next_size_ = std::min(2 * size, kLastScan);
  if (rest.size() <= size) return rest;
  const std::size_t last = scan::rfind_byte(rest, line_terminator_, size);
  if (last != scan::npos) return rest.substr(0, last + 1);
  const std::size_t end = scan::find_byte(rest, line_terminator_, size);
  return end == scan::npos ? rest : rest.substr(0, end + 1);
}

// False if Hyperscan would not take it.
bool HyperscanFinder::scan_block(std::string_view block, State& state) const {
  if (block.size() > kLongestScan) return false;
  if (state.has_ends_) std::fill_n(state.ends_.begin(), state.word_count_, 0);
  state.word_count_ = (block.size() + 63) / 64;
  if (state.ends_.size() < state.word_count_) state.ends_.resize(state.word_count_);
  state.has_ends_ = false;
  const hs_error_t error =
      hs_scan(database_.get(), block.data(), static_cast<unsigned>(block.size()), 0,
              state.scratch_.get(), note_end, &state);
  return error == HS_SUCCESS;
}

HyperscanFinder::Hit HyperscanFinder::first_hit(std::string_view block, std::size_t from,
                                                const State& state) const {
  Hit hit;
  const std::size_t words = state.has_ends_ ? state.word_count_ : 0;
  std::uint64_t wanted = ~std::uint64_t{0} << (from % 64);
  for (std::size_t k = from / 64; k < words; ++k, wanted = ~std::uint64_t{0}) {
    const std::uint64_t ends = state.ends_[k] & wanted;
    if (ends == 0) continue;
    hit = {64 * k + static_cast<std::size_t>(std::countr_zero(ends)), is_exact_};
    break;
  }
  if (!non_ascii_is_candidate_) return hit;
  const std::size_t other = scan::find_non_ascii(block.substr(0, hit.position), from);
  return other == scan::npos ? hit : Hit{other, false};
}

void HyperscanFinder::keep(std::string_view block, State& state) {
  state.base_ = reinterpret_cast<std::uintptr_t>(block.data());
  state.size_ = block.size();
  if (state.text_.size() < block.size()) state.text_.resize(block.size());
  std::memcpy(state.text_.data(), block.data(), block.size());
}

HyperscanFinder::Hit HyperscanFinder::find_known(std::string_view haystack, std::size_t from,
                                                 State& state) const {
  const std::string_view rest = haystack.substr(from);
  const std::string_view known(state.text_.data(), state.size_);
  state.size_ = 0;
  // Wraps around if `from` is in front of the block.
  const std::size_t into = reinterpret_cast<std::uintptr_t>(rest.data()) - state.base_;
  if (into >= known.size() || known.size() - into > rest.size()) return {};
  // A line without an end was the last of its haystack.
  const bool is_last = known.size() - into == rest.size();
  if (!is_last && known.back() != line_terminator_) return {};
  Hit hit = first_hit(known, into, state);
  // What a hit depends on lies between `from` and the byte behind it.
  const std::size_t end = hit ? std::min(hit.position + 2, known.size()) : known.size();
  if (std::memcmp(rest.data(), known.data() + into, end - into) != 0) return {};
  state.size_ = known.size();
  if (hit) hit.position += from - into;
  return hit;
}

HyperscanFinder::Hit HyperscanFinder::find(std::string_view haystack, std::size_t from,
                                           State& state) const {
  if (state.size_ > 0) {
    if (const Hit hit = find_known(haystack, from, state)) return hit;
  }
  if (state.size_ > 0) {
    from = state.base_ + state.size_ - reinterpret_cast<std::uintptr_t>(haystack.data());
  } else {
    state.next_size_ = kFirstScan;
  }
  state.size_ = 0;
  while (from < haystack.size()) {
    const std::string_view block = next_block(haystack.substr(from), state);
    if (!scan_block(block, state)) return {from, false};
    if (const Hit hit = first_hit(block, 0, state)) {
      keep(block, state);
      return {from + hit.position, hit.is_exact};
    }
    from += block.size();
  }
  return {};
}

}  // namespace common::regex
