#include "common/decode/encoding.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/decode/encodings.h"

namespace common::decode {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::size_t kLongestMark = 3;

// ripgrep reads three bytes, where it looks for a mark, then 8 KiB at a time, and
// hands on what each read comes to: where a search finds NUL, and what it has
// shown by then, depends on it.
constexpr std::size_t kFirstRead = kLongestMark;
constexpr std::size_t kLaterReads = 8 * 1024;
constexpr std::size_t kInputSize = kLaterReads + kMaxStepOutput;

// Invariant: input_[begin_, end_) was read from the source and not yet decoded;
// before another read, that is less than a character.
class DecodingSource final : public fs::ByteSource {
 public:
  DecodingSource(std::unique_ptr<fs::ByteSource> source, std::optional<Encoding> encoding)
      : source_(std::move(source)),
        row_(encoding ? &row_of(*encoding) : nullptr),
        input_(std::make_unique_for_overwrite<unsigned char[]>(kInputSize)) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (!has_begun_) {
      has_begun_ = true;
      TRY(begin());
    }
    if (row_ == nullptr) return pass_through(buffer, capacity);
    if (spill_.empty() && capacity >= kMaxStepOutput) {
      return decode_some(std::span(buffer, capacity));
    }
    // Too little room for a character: decode aside, hand out in pieces.
    if (spill_.empty()) {
      const std::size_t written = TRY(decode_some(spill_buffer_));
      spill_ = std::string_view(spill_buffer_, written);
    }
    const std::size_t size = std::min(spill_.size(), capacity);
    std::copy_n(spill_.data(), size, buffer);
    spill_.remove_prefix(size);
    return size;
  }

  Result<void> finish() override { return source_->finish(); }

 private:
  Result<bool> begin() {
    while (end_ < kFirstRead && !is_at_end_) TRY(refill(kFirstRead - end_));
    const Bom bom = sniff_bom(pending());
    begin_ += bom.size;
    // A mark of UTF-8 is removed without overriding the encoding.
    if (bom.encoding && *bom.encoding != kUtf8) row_ = &row_of(*bom.encoding);
    if (row_ == nullptr) return true;
    // Decoders of Unicode encodings remove a mark of their own as well.
    while (end_ - begin_ < kLongestMark && !is_at_end_) TRY(refill(kLaterReads));
    const Bom second = sniff_bom(pending());
    if (second.encoding && &row_of(*second.encoding) == row_) begin_ += second.size;
    return true;
  }

  std::string_view pending() const {
    return {reinterpret_cast<const char*>(input_.get()) + begin_, end_ - begin_};
  }

  // One read of at most `limit` bytes.
  Result<bool> refill(std::size_t limit) {
    std::memmove(input_.get(), input_.get() + begin_, end_ - begin_);
    end_ -= std::exchange(begin_, 0);
    char* const to = reinterpret_cast<char*>(input_.get()) + end_;
    const std::size_t got = TRY(source_->read(to, std::min(limit, kInputSize - end_)));
    end_ += got;
    bytes_read_ += got;
    is_at_end_ = got == 0;
    return true;
  }

  Result<std::size_t> pass_through(char* buffer, std::size_t capacity) {
    if (begin_ == end_) {
      if (is_at_end_) return 0;
      return source_->read(buffer, capacity);
    }
    const std::size_t size = std::min(end_ - begin_, capacity);
    std::memcpy(buffer, input_.get() + begin_, size);
    begin_ += size;
    return size;
  }

  // Writes at least one byte unless the source has ended.
  Result<std::size_t> decode_some(std::span<char> out) {
    for (;;) {
      const bool is_last = is_at_end_ && !loses_final_lead();
      const Window window{input_.get() + begin_, end_ - begin_, is_last};
      const Progress progress = row_->decode(window, out, state_, row_->table);
      begin_ += progress.used;
      if (progress.written != 0 || is_at_end_) return progress.written;
      TRY(refill(kLaterReads));
    }
  }

  // A lead byte at the very end should become U+FFFD.  With these encodings
  // ripgrep loses it, unless it comes alone in a read.  Output is to agree byte for
  // byte.
  bool loses_final_lead() const {
    const std::size_t last = bytes_read_ - 1;
    const bool comes_alone =
        last == 0 || (last >= kFirstRead && (last - kFirstRead) % kLaterReads == 0);
    return row_->loses_final_lead && !comes_alone;
  }

  std::unique_ptr<fs::ByteSource> source_;
  const EncodingRow* row_;  // nullptr: pass through.
  DecoderState state_;
  std::unique_ptr<unsigned char[]> input_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t bytes_read_ = 0;
  bool has_begun_ = false;
  bool is_at_end_ = false;
  char spill_buffer_[kMaxStepOutput];
  std::string_view spill_;  // Within spill_buffer_.
};

}  // namespace

Bom sniff_bom(std::string_view first_bytes) {
  if (first_bytes.starts_with(kUtf8Mark)) return {kUtf8, kUtf8Mark.size()};
  if (first_bytes.starts_with(kUtf16BeMark)) return {kUtf16Be, kUtf16BeMark.size()};
  if (first_bytes.starts_with(kUtf16LeMark)) return {kUtf16Le, kUtf16LeMark.size()};
  return {};
}

std::unique_ptr<fs::ByteSource> decode_to_utf8(std::unique_ptr<fs::ByteSource> source,
                                               std::optional<Encoding> encoding) {
  return std::make_unique<DecodingSource>(std::move(source), encoding);
}

}  // namespace common::decode
