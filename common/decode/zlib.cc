#include "common/decode/zlib.h"

#include <zlib.h>

#include <algorithm>

namespace common::decode {

namespace {
constexpr std::size_t kFirstRoom = std::size_t{64} << 10;
}

std::optional<std::string> inflate(std::string_view compressed, std::size_t most) {
  z_stream stream = {};
  if (::inflateInit(&stream) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
  stream.avail_in = static_cast<uInt>(compressed.size());
  std::string out;
  int status = Z_OK;
  while (status == Z_OK && out.size() <= most) {
    const std::size_t written = out.size();
    // One byte over the limit tells that there is more.
    out.resize(std::min(std::max(kFirstRoom, written * 2), most + 1));
    if (out.size() == written) break;
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + written);
    stream.avail_out = static_cast<uInt>(out.size() - written);
    status = ::inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  ::inflateEnd(&stream);
  if (status != Z_STREAM_END || out.size() > most) return std::nullopt;
  return out;
}

}  // namespace common::decode
