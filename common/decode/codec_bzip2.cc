#include <bzlib.h>

#include "common/decode/codec.h"

namespace common::decode {
namespace {

// Streams one after the other; what follows them and is none is ignored.
class Bzip2Codec final : public Codec {
 public:
  Bzip2Codec() { ::BZ2_bzDecompressInit(&stream_, 0, 0); }
  Bzip2Codec(const Bzip2Codec&) = delete;
  Bzip2Codec& operator=(const Bzip2Codec&) = delete;
  ~Bzip2Codec() override { ::BZ2_bzDecompressEnd(&stream_); }

  CodecStep step(CodecInput in, std::span<char> out) override {
    if (is_between_streams_) {
      if (in.size == 0) return {};
      ::BZ2_bzDecompressEnd(&stream_);
      stream_ = {};
      ::BZ2_bzDecompressInit(&stream_, 0, 0);
      is_between_streams_ = false;
    }
    stream_.next_in = const_cast<char*>(reinterpret_cast<const char*>(in.data));
    stream_.avail_in = static_cast<unsigned>(in.size);
    stream_.next_out = out.data();
    stream_.avail_out = static_cast<unsigned>(out.size());
    const int status = ::BZ2_bzDecompress(&stream_);
    CodecStep step{.used = in.size - stream_.avail_in, .written = out.size() - stream_.avail_out};
    if (status == BZ_STREAM_END) {
      step.is_boundary = is_between_streams_ = has_stream_ = true;
    } else if (status == BZ_DATA_ERROR_MAGIC && has_stream_) {
      step.is_done = true;
    } else if (status != BZ_OK) {
      step.problem = status == BZ_DATA_ERROR_MAGIC ? kWrongFormat : kCorrupt;
    }
    return step;
  }

  bool can_end() const override { return is_between_streams_; }

 private:
  bz_stream stream_ = {};
  bool is_between_streams_ = false;
  bool has_stream_ = false;
};

}  // namespace

std::unique_ptr<Codec> bzip2_codec() {
  return std::make_unique<Bzip2Codec>();
}

}  // namespace common::decode
