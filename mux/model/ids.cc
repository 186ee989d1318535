#include "mux/model/ids.h"

#include <fmt/format.h>

#include <charconv>

namespace mux::model {

namespace {

constexpr std::string_view kPanePrefix = "terminal_";
constexpr std::string_view kPluginPrefix = "plugin_";
// Of the socket's address, which has 108 bytes, what the folder leaves.
constexpr std::size_t kLongestName = 64;

}  // namespace

common::Result<SessionName> SessionName::parse(std::string_view text) {
  if (text.empty()) return common::fail("a session's name cannot be empty");
  if (text == "." || text == "..") {
    return common::fail(fmt::format("'{}' cannot be a session's name", text));
  }
  if (text.size() > kLongestName) {
    return common::fail(
        fmt::format("a session's name cannot be longer than {} bytes", kLongestName));
  }
  for (const char c : text) {
    if (c == '/' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      return common::fail("a session's name cannot have '/' or control characters");
    }
  }
  return SessionName(std::string(text));
}

std::string pane_name(PaneId pane) {
  return is_plugin(pane) ? fmt::format("{}{}", kPluginPrefix, number_of(pane) & ~kPluginBit)
                         : fmt::format("{}{}", kPanePrefix, number_of(pane));
}

common::Result<PaneId> parse_pane_name(std::string_view text) {
  std::string_view digits = text;
  const bool has_plugin_prefix = digits.starts_with(kPluginPrefix);
  if (has_plugin_prefix) digits.remove_prefix(kPluginPrefix.size());
  if (digits.starts_with(kPanePrefix)) digits.remove_prefix(kPanePrefix.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  if (!is_number || (number & kPluginBit) != 0) {
    return common::fail(fmt::format("'{}' is no pane: expected 'terminal_1' or '1'", text));
  }
  return PaneId{has_plugin_prefix ? number | kPluginBit : number};
}

}  // namespace mux::model
