#include <algorithm>

#include <lz4frame.h>

#include "common/decode/codec.h"

namespace common::decode {
namespace {

// Any number of frames, none included.
class Lz4Codec final : public Codec {
 public:
  Lz4Codec() { ::LZ4F_createDecompressionContext(&context_, LZ4F_VERSION); }
  Lz4Codec(const Lz4Codec&) = delete;
  Lz4Codec& operator=(const Lz4Codec&) = delete;
  ~Lz4Codec() override { ::LZ4F_freeDecompressionContext(context_); }

  CodecStep step(CodecInput in, std::span<char> out) override {
    if (is_between_frames_ && in.size == 0) return {};
    // Pieces as the library asks for them: it returns no output from a call that
    // fails, and a block is good even if the checksum behind it is not.
    std::size_t used = std::min(in.size, wanted_);
    std::size_t written = out.size();
    const std::size_t hint =
        ::LZ4F_decompress(context_, out.data(), &written, in.data, &used, nullptr);
    if (::LZ4F_isError(hint) != 0) {
      return {.problem = is_between_frames_ ? kWrongFormat : kCorrupt};
    }
    if (used == 0 && written == 0) return {};
    is_between_frames_ = hint == 0;
    wanted_ = is_between_frames_ ? kFirstWanted : hint;
    return {.used = used, .written = written, .is_boundary = true};
  }

  bool can_end() const override { return is_between_frames_; }

 private:
  static constexpr std::size_t kFirstWanted = 7;  // The shortest frame header.

  LZ4F_dctx* context_ = nullptr;
  std::size_t wanted_ = kFirstWanted;
  bool is_between_frames_ = true;
};

}  // namespace

std::unique_ptr<Codec> lz4_codec() {
  return std::make_unique<Lz4Codec>();
}

}  // namespace common::decode
