// Messages as bytes.
//
//   u32 length of the fields, u16 type, u16 version, fields in their order
//
// Integers are little endian; strings and lists have their length (u32) in front.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "mux/protocol/messages.h"

namespace mux::protocol {

inline constexpr std::size_t kHeaderSize = 8;
// Of the fields.  A larger message is refused by whoever receives it.
inline constexpr std::size_t kMostBytes = std::size_t{4} << 20;

void append_message(const Message& message, std::string& out);
std::string encode(const Message& message);

// Messages from the bytes of a connection, however they are cut.
class MessageReader {
 public:
  void feed(std::string_view bytes) { bytes_.append(bytes); }
  // None: the next one is not complete.  After an error there are no more.
  common::Result<std::optional<Message>> next();

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace mux::protocol
