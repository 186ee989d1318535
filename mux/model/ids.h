// Names of what a session is made of.
//
// Numbers are never used twice in a session.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "mux/layout/pane_id.h"

namespace mux::model {

using layout::number_of;
using layout::PaneId;

enum class TabId : std::uint32_t {};
enum class ClientId : std::uint32_t {};
// Somebody who waits for a pane.
enum class WaitId : std::uint32_t {};

constexpr std::uint32_t number_of(TabId tab) {
  return static_cast<std::uint32_t>(tab);
}
constexpr std::uint32_t number_of(ClientId client) {
  return static_cast<std::uint32_t>(client);
}

// A name that can be that of a file: the session's socket.
class SessionName {
 public:
  static common::Result<SessionName> parse(std::string_view text);
  const std::string& text() const { return text_; }
  bool operator==(const SessionName&) const = default;

 private:
  explicit SessionName(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

// Bars and plugins have numbers of their own, so that the first shell is number 0
// whatever the layout.
inline constexpr std::uint32_t kPluginBit = 1u << 31;
constexpr bool is_plugin(PaneId pane) {
  return (number_of(pane) & kPluginBit) != 0;
}

// "terminal_3" or "plugin_0", as scripts read it on stdout.
std::string pane_name(PaneId pane);
// The same, or "3".
common::Result<PaneId> parse_pane_name(std::string_view text);

}  // namespace mux::model
