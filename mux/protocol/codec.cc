#include "mux/protocol/codec.h"

#include <fmt/format.h>

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "common/base/check.h"

namespace mux::protocol {

namespace {

using common::Result;

template <typename T>
concept Number = std::unsigned_integral<T> && !std::same_as<T, bool>;
template <typename T>
concept Fields = requires { T::fields(); };

template <Number T>
void put(T number, std::string& out) {
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    out += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
  }
}
void put(bool value, std::string& out) {
  out += value ? '\1' : '\0';
}
void put(ExitReason value, std::string& out) {
  put(static_cast<std::uint8_t>(value), out);
}
void put(const std::string& text, std::string& out) {
  put(static_cast<std::uint32_t>(text.size()), out);
  out += text;
}
void put(const std::vector<std::string>& texts, std::string& out) {
  put(static_cast<std::uint32_t>(texts.size()), out);
  for (const std::string& text : texts) put(text, out);
}
template <Fields T>
void put(const T& fields, std::string& out) {
  std::apply([&](auto... members) { (put(fields.*members, out), ...); }, T::fields());
}

// What is left of a message; false from a get(): there is not enough, or it is wrong.
struct Source {
  std::string_view rest;
};

template <Number T>
bool get(Source& source, T& number) {
  if (source.rest.size() < sizeof(T)) return false;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(source.rest[i])} << (8 * i);
  }
  number = static_cast<T>(value);
  source.rest.remove_prefix(sizeof(T));
  return true;
}
bool get(Source& source, bool& value) {
  std::uint8_t byte = 0;
  if (!get(source, byte) || byte > 1) return false;
  value = byte == 1;
  return true;
}
bool get(Source& source, ExitReason& value) {
  std::uint8_t byte = 0;
  if (!get(source, byte) || byte > static_cast<std::uint8_t>(ExitReason::Failed)) return false;
  value = static_cast<ExitReason>(byte);
  return true;
}
bool get(Source& source, std::string& text) {
  std::uint32_t size = 0;
  if (!get(source, size) || size > source.rest.size()) return false;
  text.assign(source.rest.substr(0, size));
  source.rest.remove_prefix(size);
  return true;
}
bool get(Source& source, std::vector<std::string>& texts) {
  std::uint32_t count = 0;
  // Each has a length: so much memory is never asked for without bytes that pay for it.
  if (!get(source, count) || count > source.rest.size() / sizeof(std::uint32_t)) return false;
  texts.resize(count);
  for (std::string& text : texts) {
    if (!get(source, text)) return false;
  }
  return true;
}
template <Fields T>
bool get(Source& source, T& fields) {
  return std::apply([&](auto... members) { return (get(source, fields.*members) && ...); },
                    T::fields());
}

struct Header {
  std::uint32_t length = 0;
  std::uint16_t type = 0;
  std::uint16_t version = 0;
  static constexpr auto fields() {
    return std::tuple(&Header::length, &Header::type, &Header::version);
  }
};

template <typename T>
bool decode_as(std::uint16_t type, std::string_view bytes, Result<Message>& result) {
  if (type != T::kType) return false;
  T message;
  Source source{bytes};
  if (get(source, message) && source.rest.empty()) {
    result = std::move(message);
  } else {
    result = common::fail(fmt::format("malformed message of type {}", type));
  }
  return true;
}

template <typename... Types>
Result<Message> decode(std::uint16_t type, std::string_view bytes, std::variant<Types...>*) {
  Result<Message> result = common::fail(fmt::format("unknown message type {}", type));
  (decode_as<Types>(type, bytes, result) || ...);
  return result;
}

template <typename... Types>
constexpr bool have_own_types(std::variant<Types...>*) {
  const std::uint16_t types[] = {Types::kType...};
  for (std::size_t i = 1; i < std::size(types); ++i) {
    if (types[i] <= types[i - 1]) return false;
  }
  return true;
}
static_assert(have_own_types(static_cast<Message*>(nullptr)));

}  // namespace

void append_message(const Message& message, std::string& out) {
  const std::size_t start = out.size();
  std::visit(
      [&](const auto& fields) {
        put(Header{.length = 0, .type = fields.kType, .version = kVersion}, out);
        put(fields, out);
      },
      message);
  const std::size_t length = out.size() - start - kHeaderSize;
  CHECK(length <= kMostBytes);
  for (std::size_t i = 0; i < sizeof(std::uint32_t); ++i) {
    out[start + i] = static_cast<char>(length >> (8 * i));
  }
}

std::string encode(const Message& message) {
  std::string bytes;
  append_message(message, bytes);
  return bytes;
}

Result<std::optional<Message>> MessageReader::next() {
  Source source{std::string_view(bytes_).substr(at_)};
  Header header;
  if (source.rest.size() < kHeaderSize) return std::nullopt;
  get(source, header);
  if (header.version != kVersion) {
    return common::fail(
        fmt::format("the other side speaks version {} of the protocol, this kmux version {}",
                    header.version, kVersion));
  }
  if (header.length > kMostBytes) {
    return common::fail(fmt::format("a message of {} bytes is too long", header.length));
  }
  if (source.rest.size() < header.length) return std::nullopt;
  Result<Message> message =
      decode(header.type, source.rest.substr(0, header.length), static_cast<Message*>(nullptr));
  if (!message) return std::unexpected(message.error());
  at_ += kHeaderSize + header.length;
  if (at_ == bytes_.size()) {
    bytes_.clear();
    at_ = 0;
  } else if (at_ > kMostBytes) {
    bytes_.erase(0, at_);
    at_ = 0;
  }
  return std::optional<Message>(*std::move(message));
}

}  // namespace mux::protocol
