#include "mux/protocol/codec.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace mux::protocol {
namespace {

std::vector<Message> examples() {
  return {
      Hello{.program_version = "1.2"},
      Welcome{.session = "main", .process = 4'000'000'000},
      Refuse{.reason = "no"},
      Attach{.size = {.columns = 200, .rows = 50, .cell_width = 8, .cell_height = 16},
             .passes_terminal = true,
             .terminal_name = "xterm",
             .color_terminal = "truecolor",
             .destination = {.pane = "terminal_1", .tab_position = 2}},
      Detach{},
      Resize{.size = {.columns = 1, .rows = 65535}},
      Input{.bytes = std::string("\0\x1b[A", 4)},
      Output{.bytes = std::string(100'000, 'x')},
      Action{.name = "new-pane", .arguments = {"--", "vi", ""}, .pane = "3", .cwd = "/tmp"},
      Reply{.exit_code = 2, .error = "bad"},
      Exit{.reason = ExitReason::Failed,
           .exit_code = 1,
           .text = "t",
           .session = "s",
           .layout = "l",
           .cwd = "/c",
           .destination = {.pane = {}, .tab_position = 3}},
      Subscribe{.panes = {"terminal_1", "plugin_0"},
                .is_json = true,
                .has_history = true,
                .history_lines = 70'000},
  };
}

// Of our version, after length and type.
std::string header(const char (&length_and_type)[7]) {
  std::string bytes(length_and_type, 6);
  bytes += static_cast<char>(kVersion & 0xFF);
  bytes += static_cast<char>(kVersion >> 8);
  return bytes;
}

TEST_CASE("every message survives encoding, however its bytes are cut") {
  static_assert(std::variant_size_v<Message> == 12);
  for (const Message& message : examples()) {
    const std::string bytes = encode(message);
    for (std::size_t piece : {bytes.size(), std::size_t{7}}) {
      MessageReader reader;
      for (std::size_t at = 0; at < bytes.size(); at += piece) {
        REQUIRE(reader.next().value() == std::nullopt);
        reader.feed(std::string_view(bytes).substr(at, piece));
      }
      CHECK(reader.next().value() == message);
      CHECK(reader.next().value() == std::nullopt);
    }
  }
}

TEST_CASE("messages come in order") {
  MessageReader reader;
  std::string bytes;
  for (const Message& message : examples()) append_message(message, bytes);
  reader.feed(bytes);
  for (const Message& message : examples()) CHECK(reader.next().value() == message);
  CHECK(reader.next().value() == std::nullopt);
}

TEST_CASE("what is cut, has more than its fields, or is unknown is refused") {
  for (const Message& message : examples()) {
    std::string bytes = encode(message);
    bytes[0] = static_cast<char>(bytes[0] + 1);
    bytes += 'x';
    MessageReader reader;
    reader.feed(bytes);
    CHECK_FALSE(reader.next().has_value());
  }
  MessageReader reader;
  reader.feed(header("\0\0\0\0\xEE\x01"));
  CHECK(reader.next().error().message == "unknown message type 494");
}

TEST_CASE("another version is refused with a sentence") {
  std::string bytes = encode(Detach{});
  bytes[6] = 9;
  MessageReader reader;
  reader.feed(bytes);
  CHECK(reader.next().error().message ==
        fmt::format("the other side speaks version 9 of the protocol, this kmux version {}",
                    kVersion));
}

TEST_CASE("lengths are bounded before anything is kept") {
  MessageReader reader;
  reader.feed(header("\xFF\xFF\xFF\x7F\x07\0"));
  CHECK(reader.next().error().message == "a message of 2147483647 bytes is too long");

  // A list of more texts than there are bytes.
  std::string bytes = encode(Action{});
  bytes[kHeaderSize + 4 + 3] = '\x7F';
  MessageReader second;
  second.feed(bytes);
  CHECK_FALSE(second.next().has_value());
}

}  // namespace
}  // namespace mux::protocol
