#include <string_view>

#include <zlib.h>

#include "common/decode/codec.h"

namespace common::decode {
namespace {

// Members one after the other, then perhaps padding of zeros.
class GzipCodec final : public Codec {
 public:
  GzipCodec() { ::inflateInit2(&stream_, kWindowBits); }
  GzipCodec(const GzipCodec&) = delete;
  GzipCodec& operator=(const GzipCodec&) = delete;
  ~GzipCodec() override { ::inflateEnd(&stream_); }

  CodecStep step(CodecInput in, std::span<char> out) override {
    if (in.size == 0) return {};
    if (is_between_members_) {
      std::size_t padding = 0;
      while (padding < in.size && in.data[padding] == 0) ++padding;
      if (padding > 0) return {.used = padding};
      ::inflateReset(&stream_);
      is_between_members_ = false;
    }
    stream_.next_in = const_cast<Bytef*>(in.data);
    stream_.avail_in = static_cast<uInt>(in.size);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    const int status = ::inflate(&stream_, Z_NO_FLUSH);
    CodecStep step{.used = in.size - stream_.avail_in, .written = out.size() - stream_.avail_out};
    if (status == Z_STREAM_END) {
      step.is_boundary = is_between_members_ = has_member_ = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      describe_problem(step);
    }
    return step;
  }

  bool can_end() const override { return is_between_members_; }

 private:
  static constexpr int kWindowBits = 15 + 16;  // The largest window; gzip's header.

  void describe_problem(CodecStep& step) const {
    const bool is_in_header = stream_.total_out == 0;
    const std::string_view text = stream_.msg == nullptr ? "" : stream_.msg;
    const bool is_checksum = text == "incorrect data check" || text == "incorrect length check";
    step.problem = !is_in_header ? kCorrupt : has_member_ ? kTrailing : kWrongFormat;
    step.keeps_output = is_in_header || is_checksum;
  }

  z_stream stream_ = {};
  bool is_between_members_ = false;
  bool has_member_ = false;
};

// gzip's program takes its own format and that of compress, whatever the name.
class GzipOrLzwCodec final : public Codec {
 public:
  CodecStep step(CodecInput in, std::span<char> out) override {
    constexpr unsigned char kMagic = 0x1F;
    constexpr unsigned char kLzwMagic = 0x9D;
    if (codec_ != nullptr) return codec_->step(in, out);
    if (in.size < 2 && !in.is_last) return {};
    if (in.size >= 2 && in.data[0] == kMagic && in.data[1] == kLzwMagic) {
      codec_ = lzw_codec();
      return {.used = 2};
    }
    codec_ = std::make_unique<GzipCodec>();
    return codec_->step(in, out);
  }

  bool can_end() const override { return codec_ != nullptr && codec_->can_end(); }

 private:
  std::unique_ptr<Codec> codec_;
};

}  // namespace

std::unique_ptr<Codec> gzip_codec() {
  return std::make_unique<GzipOrLzwCodec>();
}

}  // namespace common::decode
