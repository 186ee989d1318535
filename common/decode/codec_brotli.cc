#include <cstdint>

#include <brotli/decode.h>

#include "common/decode/codec.h"

namespace common::decode {
namespace {

// Exactly one stream.
class BrotliCodec final : public Codec {
 public:
  BrotliCodec() : state_(::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
    // Windows over 16 MiB, which the program accepts as well.
    ::BrotliDecoderSetParameter(state_, BROTLI_DECODER_PARAM_LARGE_WINDOW, 1);
  }
  BrotliCodec(const BrotliCodec&) = delete;
  BrotliCodec& operator=(const BrotliCodec&) = delete;
  ~BrotliCodec() override { ::BrotliDecoderDestroyInstance(state_); }

  CodecStep step(CodecInput in, std::span<char> out) override {
    if (is_over_) {
      if (in.size > 0) return {.problem = kTrailing, .keeps_output = true};
      return {};
    }
    std::size_t in_left = in.size;
    const std::uint8_t* from = in.data;
    std::size_t out_left = out.size();
    auto* to = reinterpret_cast<std::uint8_t*>(out.data());
    const BrotliDecoderResult result =
        ::BrotliDecoderDecompressStream(state_, &in_left, &from, &out_left, &to, nullptr);
    CodecStep step{.used = in.size - in_left, .written = out.size() - out_left};
    if (result == BROTLI_DECODER_RESULT_SUCCESS) step.is_boundary = is_over_ = true;
    if (result == BROTLI_DECODER_RESULT_ERROR) step.problem = kCorrupt;
    return step;
  }

  bool can_end() const override { return is_over_; }

 private:
  BrotliDecoderState* state_;
  bool is_over_ = false;
};

}  // namespace

std::unique_ptr<Codec> brotli_codec() {
  return std::make_unique<BrotliCodec>();
}

}  // namespace common::decode
