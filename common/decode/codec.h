// The decompressors behind compressed.h: one small class per format, each over
// that format's own library (libarchive, which covers most of them, ignores
// checksums and what follows the data).
//
// How much of the output of a damaged file is delivered follows the programs
// that ripgrep runs, as its users see that output.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace common::decode {

struct CodecInput {
  const unsigned char* data = nullptr;
  std::size_t size = 0;
  bool is_last = false;
};

struct CodecStep {
  std::size_t used = 0;
  std::size_t written = 0;
  // The output up to here is good whatever follows: a member or frame is over.
  bool is_boundary = false;
  bool is_done = false;           // Ignore all further input.
  const char* problem = nullptr;  // Static text; the codec is not called again.
  bool keeps_output = false;      // With a problem: what came since the last boundary is good.
};

class Codec {
 public:
  virtual ~Codec() = default;
  // Neither using nor writing anything means: more input is needed.
  virtual CodecStep step(CodecInput in, std::span<char> out) = 0;
  // Whether the input may end here.
  virtual bool can_end() const = 0;
};

inline constexpr const char* kCorrupt = "the compressed data is corrupt";
inline constexpr const char* kWrongFormat = "the file is not in this format";
inline constexpr const char* kTrailing = "something else follows the compressed data";

std::unique_ptr<Codec> brotli_codec();
std::unique_ptr<Codec> bzip2_codec();
std::unique_ptr<Codec> gzip_codec();  // Reads *.Z as well, told by its first bytes.
std::unique_ptr<Codec> lz4_codec();
std::unique_ptr<Codec> lzma_codec();
std::unique_ptr<Codec> lzw_codec();  // The body of *.Z behind its two magic bytes.
std::unique_ptr<Codec> xz_codec();
std::unique_ptr<Codec> zstd_codec();

}  // namespace common::decode
