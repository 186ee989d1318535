#include <cstdint>

#include <lzma.h>

#include "common/decode/codec.h"

namespace common::decode {
namespace {

class XzCodec final : public Codec {
 public:
  enum class Format { Xz, Lzma };

  explicit XzCodec(Format format) {
    constexpr std::uint64_t kNoMemoryLimit = UINT64_MAX;
    // xz tells its formats apart by itself; lzma is asked for by name.
    const lzma_ret status = format == Format::Xz
                                ? ::lzma_auto_decoder(&stream_, kNoMemoryLimit, LZMA_CONCATENATED)
                                : ::lzma_alone_decoder(&stream_, kNoMemoryLimit);
    has_started_ = status == LZMA_OK;
  }
  XzCodec(const XzCodec&) = delete;
  XzCodec& operator=(const XzCodec&) = delete;
  ~XzCodec() override { ::lzma_end(&stream_); }

  CodecStep step(CodecInput in, std::span<char> out) override {
    if (!has_started_) return {.problem = "there is not enough memory"};
    if (is_over_) {
      if (in.size > 0) return {.problem = kTrailing, .keeps_output = true};
      return {};
    }
    stream_.next_in = in.data;
    stream_.avail_in = in.size;
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out.data());
    stream_.avail_out = out.size();
    const lzma_ret status = ::lzma_code(&stream_, in.is_last ? LZMA_FINISH : LZMA_RUN);
    CodecStep step{.used = in.size - stream_.avail_in, .written = out.size() - stream_.avail_out};
    if (status == LZMA_STREAM_END) {
      step.is_boundary = is_over_ = true;
    } else if (status != LZMA_OK && status != LZMA_BUF_ERROR) {
      step.problem = status == LZMA_FORMAT_ERROR ? kWrongFormat : kCorrupt;
      step.keeps_output = true;
    }
    return step;
  }

  bool can_end() const override { return is_over_; }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool has_started_ = false;
  bool is_over_ = false;
};

}  // namespace

std::unique_ptr<Codec> xz_codec() {
  return std::make_unique<XzCodec>(XzCodec::Format::Xz);
}
std::unique_ptr<Codec> lzma_codec() {
  return std::make_unique<XzCodec>(XzCodec::Format::Lzma);
}

}  // namespace common::decode
