#include "common/decode/compressed.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace common::decode {
namespace {

// "fox one\nfox two\n" as each format's own program packs it, in hexadecimal.
constexpr std::string_view kText = "fox one\nfox two\n";
struct Sample {
  std::string_view suffix;
  std::string_view packed;
};
constexpr Sample kSamples[] = {
    {".Z", "1f9d9066dee001f1c64d19050107d2b9f34601"},
    {".br", "213c0004666f78206f6e650a666f782074776f0a03"},
    {".bz2",
     "425a683931415926535989d7c1bf000002d18000104000030184c0200031064c40941a1a"
     "65b3509ef12d1e2ee48a70a12113af837e"},
    {".gz", "1f8b08000000000000034bcbaf50c8cf4be54a03d225e5f95c00d32688fa10000000"},
    {".lz4", "04224d186440a710000080666f78206f6e650a666f782074776f0a00000000129ad41f"},
    {".lzma",
     "5d00008000ffffffffffffffff00331bcb7221c740e49116833d2e75b2eba7ddffff4d68"
     "0000"},
    {".xz",
     "fd377a585a000004e6d6b4460200210116000000742fe5a301000f666f78206f6e650a66"
     "6f782074776f0a00e1ca69e9f07aeb7300012810e50b6c601fb6f37d010000000004595a"},
    {".zst", "28b52ffd2410810000666f78206f6e650a666f782074776f0ae0cabfa5"}};

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes.push_back(static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

std::string packed_as(std::string_view suffix) {
  for (const Sample& sample : kSamples) {
    if (sample.suffix == suffix) return from_hex(sample.packed);
  }
  FAIL("no sample for ", std::string(suffix));
  return {};
}

struct Unpacked {
  std::string text;
  std::string problem;  // Empty if all went well.
  bool operator==(const Unpacked&) const = default;
};

Unpacked unpack(std::string_view bytes, std::string_view path, std::size_t step = 7) {
  auto source = decompress(fs::memory_source(bytes.data(), bytes.size()), path);
  Unpacked unpacked;
  std::string buffer(step, '\0');
  for (;;) {
    const Result<std::size_t> got = source->read(buffer.data(), step);
    if (!got) unpacked.problem = got.error().message;
    if (!got || *got == 0) return unpacked;
    unpacked.text.append(buffer, 0, *got);
  }
}

TEST_CASE("every format is unpacked, whatever the reader's step") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.suffix);
    const std::string path = "some.folder/file" + std::string(sample.suffix);
    for (std::size_t step : {1U, 5U, 4096U}) {
      CHECK(unpack(from_hex(sample.packed), path, step) == Unpacked{std::string(kText), ""});
    }
  }
}

TEST_CASE("the format goes by the end of the name, case included") {
  for (const char* path : {"a.gz", "a.tgz", "a.bz2", "a.tbz2", "a.xz", "a.txz", "a.lz4", "a.lzma",
                           "a.br", "a.zst", "a.zstd", "a.Z", "x/.gz"}) {
    CAPTURE(path);
    CHECK(has_compressed_name(path));
  }
  for (const char* path : {"a", "gz", "a.GZ", "a.z", "a.gz.txt", "a.zip", ""}) {
    CAPTURE(path);
    CHECK_FALSE(has_compressed_name(path));
  }
  CHECK(unpack("plain\n", "plain.txt") == Unpacked{"plain\n", ""});
}

TEST_CASE("files of several members are unpacked to their end") {
  for (const char* suffix : {".gz", ".bz2", ".xz", ".lz4", ".zst"}) {
    CAPTURE(suffix);
    const std::string packed = packed_as(suffix);
    const std::string path = std::string("a") + suffix;
    CHECK(unpack(packed + packed, path).text == std::string(kText) + std::string(kText));
    CHECK(unpack(packed + packed, path).problem.empty());
  }
}

TEST_CASE("what follows the data is an error, padding and bzip2 aside") {
  const std::string text(kText);
  CHECK(unpack(packed_as(".bz2") + "more", "a.bz2") == Unpacked{text, ""});
  CHECK(unpack(packed_as(".gz") + std::string(64, '\0'), "a.gz") == Unpacked{text, ""});
  CHECK(unpack(packed_as(".xz") + std::string(64, '\0'), "a.xz") == Unpacked{text, ""});
  for (const char* suffix : {".br", ".gz", ".lz4", ".lzma", ".xz", ".zst"}) {
    CAPTURE(suffix);
    const Unpacked unpacked = unpack(packed_as(suffix) + "more", std::string("a") + suffix);
    CHECK(unpacked.text == text);
    CHECK_FALSE(unpacked.problem.empty());
  }
}

TEST_CASE("a file in another format is an error that names the expected one") {
  const std::string text = "fox and nothing packed\n";
  CHECK(unpack(text, "a.gz") == Unpacked{"", "gzip: the file is not in this format"});
  CHECK(unpack(text, "a.bz2") == Unpacked{"", "bzip2: the file is not in this format"});
  CHECK(unpack(text, "a.xz") == Unpacked{"", "xz: the file is not in this format"});
  CHECK(unpack(text, "a.lzma") == Unpacked{"", "lzma: the compressed data is corrupt"});
  CHECK(unpack(text, "a.lz4") == Unpacked{"", "lz4: the file is not in this format"});
  CHECK(unpack(text, "a.zst") == Unpacked{"", "zstd: the file is not in this format"});
  CHECK(unpack(text, "a.br") == Unpacked{"", "brotli: the compressed data is corrupt"});
  CHECK(unpack(text, "a.Z") == Unpacked{"", "compress: the file is not in this format"});
}

TEST_CASE("an empty file is an error, except to lz4") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.suffix);
    const Unpacked unpacked = unpack("", "a" + std::string(sample.suffix));
    CHECK(unpacked.problem.empty() == (sample.suffix == ".lz4"));
  }
}

TEST_CASE("a truncated file is an error, except to compress, which carries no length") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.suffix);
    const std::string packed = from_hex(sample.packed);
    const Unpacked unpacked =
        unpack(packed.substr(0, packed.size() - 1), "a" + std::string(sample.suffix));
    CHECK(unpacked.problem.empty() == (sample.suffix == ".Z"));
  }
  const std::string packed = packed_as(".gz");
  CHECK(unpack(packed.substr(0, packed.size() - 1), "a.gz") ==
        Unpacked{std::string(kText), "gzip: the file ends unexpectedly"});
}

TEST_CASE("a wrong checksum is an error") {
  std::string packed = packed_as(".gz");
  packed[packed.size() - 5] ^= 1;
  CHECK(unpack(packed, "a.gz") ==
        Unpacked{std::string(kText), "gzip: the compressed data is corrupt"});
  packed = packed_as(".lz4");
  packed.back() ^= 1;
  CHECK(unpack(packed, "a.lz4") ==
        Unpacked{std::string(kText), "lz4: the compressed data is corrupt"});
}

TEST_CASE("gzip and compress read each other's files") {
  CHECK(unpack(packed_as(".gz"), "a.Z") == Unpacked{std::string(kText), ""});
  CHECK(unpack(packed_as(".Z"), "a.gz") == Unpacked{std::string(kText), ""});
}

}  // namespace
}  // namespace common::decode
