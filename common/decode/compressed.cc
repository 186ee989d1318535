#include "common/decode/compressed.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "common/decode/codec.h"

namespace common::decode {
namespace {

// Output is delivered in blocks, as the programs write it: what a damaged file
// holds after the last full block is lost, unless a truncated one keeps it.
struct Format {
  std::string_view suffix;
  std::string_view name;  // In messages.
  std::unique_ptr<Codec> (*codec)();
  std::size_t block_size;
  bool keeps_truncated = false;
};

constexpr Format kFormats[] = {
    {".Z", "compress", gzip_codec, 32 * 1024, true},
    {".br", "brotli", brotli_codec, 512 * 1024},
    {".bz2", "bzip2", bzip2_codec, 5000},
    {".gz", "gzip", gzip_codec, 32 * 1024, true},
    {".lz4", "lz4", lz4_codec, 64 * 1024},
    {".lzma", "lzma", lzma_codec, 64 * 1024, true},
    {".tbz2", "bzip2", bzip2_codec, 5000},
    {".tgz", "gzip", gzip_codec, 32 * 1024, true},
    {".txz", "xz", xz_codec, 64 * 1024, true},
    {".xz", "xz", xz_codec, 64 * 1024, true},
    {".zst", "zstd", zstd_codec, 128 * 1024, true},
    {".zstd", "zstd", zstd_codec, 128 * 1024, true},
};

const Format* format_of(std::string_view path) {
  const auto* found = std::ranges::find_if(
      kFormats, [path](const Format& format) { return path.ends_with(format.suffix); });
  return found == std::end(kFormats) ? nullptr : found;
}

// Invariant: input_[in_begin_, in_end_) is read and not used, block_[out_begin_,
// out_end_) is decompressed and not delivered.
class DecompressingSource final : public fs::ByteSource {
 public:
  DecompressingSource(std::unique_ptr<fs::ByteSource> source, const Format& format)
      : source_(std::move(source)),
        format_(format),
        codec_(format.codec()),
        input_(std::make_unique_for_overwrite<unsigned char[]>(kInputSize)),
        block_(std::make_unique_for_overwrite<char[]>(format.block_size)) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (out_begin_ == out_end_ && !is_done_ && problem_ == nullptr) TRY(next_block());
    if (out_begin_ == out_end_ && problem_ != nullptr) {
      return fail(std::string(format_.name) + ": " + problem_);
    }
    const std::size_t size = std::min(out_end_ - out_begin_, capacity);
    std::memcpy(buffer, block_.get() + out_begin_, size);
    out_begin_ += size;
    return size;
  }

  Result<void> finish() override { return source_->finish(); }

 private:
  static constexpr std::size_t kInputSize = 64 * 1024;

  // Leaves a block to deliver, or the end, or a problem.
  Result<bool> next_block() {
    out_begin_ = out_end_ = 0;
    while (!is_done_ && out_end_ < format_.block_size) {
      const CodecInput in{input_.get() + in_begin_, in_end_ - in_begin_, is_at_end_};
      const CodecStep step =
          codec_->step(in, std::span(block_.get() + out_end_, format_.block_size - out_end_));
      in_begin_ += step.used;
      out_end_ += step.written;
      is_done_ = step.is_done;
      if (step.problem != nullptr) return give_up(step.problem, step.keeps_output);
      if (step.is_boundary && out_end_ > 0) return true;
      if (step.used > 0 || step.written > 0 || is_done_) continue;
      if (!is_at_end_) {
        TRY(refill());
      } else if (codec_->can_end()) {
        is_done_ = true;
      } else {
        return give_up("the file ends unexpectedly", format_.keeps_truncated);
      }
    }
    return true;
  }

  Result<bool> give_up(const char* problem, bool keeps_output) {
    problem_ = problem;
    if (!keeps_output) out_end_ = 0;
    return true;
  }

  Result<bool> refill() {
    std::memmove(input_.get(), input_.get() + in_begin_, in_end_ - in_begin_);
    in_end_ -= std::exchange(in_begin_, 0);
    char* const to = reinterpret_cast<char*>(input_.get()) + in_end_;
    const std::size_t got = TRY(source_->read(to, kInputSize - in_end_));
    in_end_ += got;
    is_at_end_ = got == 0;
    return true;
  }

  std::unique_ptr<fs::ByteSource> source_;
  const Format& format_;
  std::unique_ptr<Codec> codec_;
  std::unique_ptr<unsigned char[]> input_;
  std::unique_ptr<char[]> block_;
  std::size_t in_begin_ = 0;
  std::size_t in_end_ = 0;
  std::size_t out_begin_ = 0;
  std::size_t out_end_ = 0;
  bool is_at_end_ = false;  // Of the compressed file.
  bool is_done_ = false;
  const char* problem_ = nullptr;
};

}  // namespace

bool has_compressed_name(std::string_view path) {
  return format_of(path) != nullptr;
}

std::unique_ptr<fs::ByteSource> decompress(std::unique_ptr<fs::ByteSource> source,
                                           std::string_view path) {
  const Format* format = format_of(path);
  if (format == nullptr) return source;
  return std::make_unique<DecompressingSource>(std::move(source), *format);
}

}  // namespace common::decode
