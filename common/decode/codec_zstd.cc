#include <zstd.h>

#include "common/decode/codec.h"

namespace common::decode {
namespace {

// One frame or more.
class ZstdCodec final : public Codec {
 public:
  ZstdCodec() : context_(::ZSTD_createDCtx()) {}
  ZstdCodec(const ZstdCodec&) = delete;
  ZstdCodec& operator=(const ZstdCodec&) = delete;
  ~ZstdCodec() override { ::ZSTD_freeDCtx(context_); }

  CodecStep step(CodecInput in, std::span<char> out) override {
    if (in.size == 0 && is_between_frames_) return {};
    ZSTD_inBuffer from{in.data, in.size, 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    const std::size_t hint = ::ZSTD_decompressStream(context_, &to, &from);
    if (::ZSTD_isError(hint) != 0) {
      return {.problem = is_between_frames_ ? kWrongFormat : kCorrupt};
    }
    if (from.pos == 0 && to.pos == 0) return {};
    is_between_frames_ = hint == 0;
    has_frame_ = has_frame_ || is_between_frames_;
    return {.used = from.pos, .written = to.pos, .is_boundary = is_between_frames_};
  }

  bool can_end() const override { return has_frame_ && is_between_frames_; }

 private:
  ZSTD_DCtx* context_;
  bool is_between_frames_ = true;
  bool has_frame_ = false;
};

}  // namespace

std::unique_ptr<Codec> zstd_codec() {
  return std::make_unique<ZstdCodec>();
}

}  // namespace common::decode
