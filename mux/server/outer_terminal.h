// What is known about a client's terminal: from its name at first, then from what it
// answers to queries.
#pragma once

#include <optional>
#include <string_view>

#include "mux/input/event.h"
#include "mux/model/theme.h"
#include "mux/render/capabilities.h"
#include "mux/term/style.h"

namespace mux::server {

// Sent once to each client's terminal.  The last answer is the one that all give.
// It also asks to be told from now on when the terminal becomes dark or light.
inline constexpr std::string_view kQueries =
    "\x1b]10;?\x1b\\\x1b]11;?\x1b\\\x1b[?2031h\x1b[?996n\x1b[?2026$p\x1b[>q\x1b[?u\x1b[c";
// When it has become so: what comes first.
inline constexpr std::string_view kColorQueries = kQueries.substr(0, kQueries.find("\x1b[?"));

// $TERM and $COLORTERM.
render::Capabilities capabilities_of(std::string_view terminal, std::string_view color_terminal);

class OuterTerminal {
 public:
  explicit OuterTerminal(const render::Capabilities& capabilities) : capabilities_(capabilities) {}

  // True: all has been answered, and something was news.
  bool take(const input::Report& report);
  const render::Capabilities& capabilities() const { return capabilities_; }
  // Does it know the kitty keyboard protocol?
  bool has_keyboard_flags() const { return has_keyboard_flags_; }
  // Where programs choose none; none: it has not told both.
  struct Colors {
    term::Color foreground;
    term::Color background;
    bool operator==(const Colors&) const = default;
  };
  std::optional<Colors> colors() const {
    if (!foreground_ || !background_) return std::nullopt;
    return Colors{.foreground = *foreground_, .background = *background_};
  }
  bool has_osc99() const { return has_osc99_; }  // kitty's notifications.
  // As it says itself, or as its background looks.
  std::optional<model::Theme> theme() const { return theme_; }

 private:
  render::Capabilities capabilities_;
  std::optional<term::Color> foreground_;
  std::optional<term::Color> background_;
  bool has_keyboard_flags_ = false;
  std::optional<model::Theme> theme_;
  bool has_osc99_ = false;
  bool has_news_ = false;
};

}  // namespace mux::server
