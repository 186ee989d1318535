// The decoders: the first byte of the input selects the encoding, the second how
// the rest is cut.  Whatever the input, the output is valid UTF-8 and does not
// depend on the cuts.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/base/check.h"
#include "common/decode/encoding.h"
#include "common/decode/encodings.h"

namespace {

using common::Result;
using common::decode::Encoding;

class Pieces final : public common::fs::ByteSource {
 public:
  Pieces(const std::string& bytes, std::size_t piece)
      : source_(common::fs::memory_source(bytes.data(), bytes.size())), piece_(piece) {}
  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    return source_->read(buffer, std::min(capacity, piece_));
  }

 private:
  std::unique_ptr<common::fs::ByteSource> source_;
  std::size_t piece_;
};

std::string decode(const std::string& bytes, std::optional<Encoding> encoding, std::size_t piece,
                   std::size_t room) {
  auto source = common::decode::decode_to_utf8(std::make_unique<Pieces>(bytes, piece), encoding);
  std::string text;
  std::string buffer(room, '\0');
  for (;;) {
    const Result<std::size_t> got = source->read(buffer.data(), room);
    CHECK(got.has_value());
    CHECK(*got <= room);
    if (*got == 0) return text;
    text.append(buffer, 0, *got);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::size_t rows = common::decode::encoding_rows().size();
  const std::size_t choice = data[0] % (rows + 1);
  const std::optional<Encoding> encoding =
      choice == rows ? std::nullopt : std::optional(Encoding{static_cast<unsigned>(choice)});
  const std::size_t piece = 1 + data[1] % 16;
  const std::size_t room = 1 + data[1] / 16;
  const std::string bytes(reinterpret_cast<const char*>(data) + 2, size - 2);

  const std::string text = decode(bytes, encoding, bytes.size() + 1, 1 << 16);
  CHECK(decode(bytes, encoding, piece, room) == text);
  // Repair leaves valid UTF-8 alone.  The blank shields a leading U+FEFF.
  if (encoding) CHECK(decode(" " + text, common::decode::kUtf8, 1 << 16, 1 << 16) == " " + text);
  return 0;
}
