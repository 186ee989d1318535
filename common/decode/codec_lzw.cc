// The format of compress (*.Z): LZW with codes of 9 to 16 bits, lowest bit first.
//
// Codes come in groups of eight; where the width changes, the rest of a group is
// padding.  The file may end anywhere: it carries neither length nor checksum.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "common/decode/codec.h"

namespace common::decode {
namespace {

class LzwCodec final : public Codec {
 public:
  CodecStep step(CodecInput in, std::span<char> out) override {
    CodecStep step;
    if (!has_header_) {
      if (in.size == 0) return step;
      if (!read_header(in.data[0])) return {.problem = kCorrupt};
      step.used = 1;
    }
    for (;;) {
      const std::size_t ready = std::min(expanded_.size(), out.size() - step.written);
      // The expansion of a code is kept in reverse.
      std::copy_n(expanded_.rbegin(), ready, out.begin() + static_cast<long>(step.written));
      expanded_.resize(expanded_.size() - ready);
      step.written += ready;
      if (step.written == out.size()) return step;
      if (next_code_ > largest_code_ && width_ < max_width_) widen();
      if (!fetch_code(in, step.used)) return step;
      if (!expand(take_code())) {
        step.problem = kCorrupt;
        step.keeps_output = true;
        return step;
      }
    }
  }

  bool can_end() const override { return has_header_; }

 private:
  static constexpr unsigned kFirstWidth = 9;
  static constexpr unsigned kMaxWidth = 16;
  static constexpr unsigned kClear = 256;

  bool read_header(unsigned char flags) {
    has_header_ = true;
    max_width_ = flags & 0x1F;
    has_clear_ = (flags & 0x80) != 0;
    next_code_ = has_clear_ ? kClear + 1 : kClear;
    set_width(kFirstWidth);
    return max_width_ >= kFirstWidth && max_width_ <= kMaxWidth;
  }

  void set_width(unsigned width) {
    width_ = width;
    largest_code_ = (1U << width) - 1;
  }

  void widen() {
    skip_group();
    set_width(width_ + 1);
  }

  // Plans to skip what is left of the group of eight codes.
  void skip_group() {
    padding_ = (8 - codes_in_group_) % 8 * width_;
    codes_in_group_ = 0;
  }

  bool fetch_code(CodecInput in, std::size_t& used) {
    for (;;) {
      const unsigned skipped = std::min(padding_, bit_count_);
      bits_ >>= skipped;
      bit_count_ -= skipped;
      padding_ -= skipped;
      if (padding_ == 0 && bit_count_ >= width_) return true;
      if (used == in.size) return false;
      bits_ |= static_cast<std::uint32_t>(in.data[used++]) << bit_count_;
      bit_count_ += 8;
    }
  }

  unsigned take_code() {
    const unsigned code = bits_ & largest_code_;
    bits_ >>= width_;
    bit_count_ -= width_;
    codes_in_group_ = (codes_in_group_ + 1) % 8;
    return code;
  }

  // Appends the expansion of `code`; false if it cannot occur here.
  bool expand(unsigned code) {
    if (!has_previous_) {
      if (code >= kClear) return false;
      has_previous_ = true;
      previous_ = code;
      first_byte_ = static_cast<unsigned char>(code);
      expanded_.push_back(static_cast<char>(code));
      return true;
    }
    if (code == kClear && has_clear_) {
      skip_group();
      set_width(kFirstWidth);
      next_code_ = kClear;
      return true;
    }
    if (code > next_code_) return false;
    unsigned walk = code;
    if (code == next_code_) {  // The entry that this very code completes.
      expanded_.push_back(static_cast<char>(first_byte_));
      walk = previous_;
    }
    for (; walk >= kClear; walk = prefix_[walk]) {
      expanded_.push_back(static_cast<char>(suffix_[walk]));
    }
    first_byte_ = static_cast<unsigned char>(walk);
    expanded_.push_back(static_cast<char>(first_byte_));
    if (next_code_ < 1U << max_width_) {
      prefix_[next_code_] = static_cast<std::uint16_t>(previous_);
      suffix_[next_code_] = first_byte_;
      ++next_code_;
    }
    previous_ = code;
    return true;
  }

  bool has_header_ = false;
  bool has_clear_ = false;
  unsigned max_width_ = 0;
  unsigned width_ = 0;
  unsigned largest_code_ = 0;
  unsigned next_code_ = 0;  // The code that the next entry gets.
  bool has_previous_ = false;
  unsigned previous_ = 0;
  unsigned char first_byte_ = 0;  // Of the last expansion.
  unsigned codes_in_group_ = 0;
  unsigned padding_ = 0;  // Bits to skip before the next code.
  std::uint32_t bits_ = 0;
  unsigned bit_count_ = 0;
  std::string expanded_;  // Not yet delivered, last byte first.
  std::array<std::uint16_t, 1U << kMaxWidth> prefix_ = {};
  std::array<unsigned char, 1U << kMaxWidth> suffix_ = {};
};

}  // namespace

std::unique_ptr<Codec> lzw_codec() {
  return std::make_unique<LzwCodec>();
}

}  // namespace common::decode
