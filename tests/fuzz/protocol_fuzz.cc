// What comes over a connection: any cut gives the same messages, and a message that
// is encoded again gives the same bytes.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/check.h"
#include "mux/protocol/codec.h"

namespace {

using namespace mux::protocol;

struct Decoded {
  std::vector<Message> messages;
  std::string error;
  bool operator==(const Decoded&) const = default;
};

Decoded decode(std::string_view bytes, std::size_t piece) {
  Decoded result;
  MessageReader reader;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.feed(bytes.substr(at, piece));
    for (;;) {
      auto message = reader.next();
      if (!message) {
        result.error = message.error().message;
        return result;
      }
      if (!*message) break;
      result.messages.push_back(**std::move(message));
    }
  }
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Decoded all = decode(bytes, size + 1);
  CHECK(decode(bytes, 1) == all);
  CHECK(decode(bytes, 5) == all);
  std::string again;
  for (const Message& message : all.messages) append_message(message, again);
  CHECK(bytes.starts_with(again));
  return 0;
}
