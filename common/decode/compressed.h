// Compressed files, decompressed in process.  The format is chosen by file name,
// as ripgrep chooses its external program.
#pragma once

#include <memory>
#include <string_view>

#include "common/fs/byte_source.h"

namespace common::decode {

// *.gz *.tgz *.bz2 *.tbz2 *.xz *.txz *.lz4 *.lzma *.br *.zst *.zstd *.Z
bool has_compressed_name(std::string_view path);

// Decompresses `source`; under any other name it is returned as it is.  Failures
// while reading: "gzip: the compressed data is corrupt" and the like, after as
// much output as could be saved.
std::unique_ptr<fs::ByteSource> decompress(std::unique_ptr<fs::ByteSource> source,
                                           std::string_view path);

}  // namespace common::decode
