// MouseRouter: what clients do with the mouse.
//
// A press decides what the button does until it is released (Gesture): it is the
// program's, selects text, moves a border or a floating pane.  Everything else is
// over at once: focus, wheels, tabs and keys on the bars.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>

#include "mux/input/event.h"
#include "mux/model/arrange.h"
#include "mux/model/pointing.h"
#include "mux/model/session.h"
#include "mux/server/key_hints.h"

namespace mux::server {

class MouseRouter {
 public:
  // Does what a key would; the client may be gone afterwards.
  using Run = std::function<void(model::ClientId client, const input::Actions& actions,
                                 std::uint64_t now_ms)>;

  MouseRouter(model::Session& session, model::Host& host, KeyHints& hints, Run run)
      : session_(session), host_(host), hints_(hints), run_(std::move(run)) {}

  // True: what clients see may have changed.
  bool take(model::ClientId client, const input::MouseEvent& mouse, std::uint64_t now_ms);
  void forget(model::ClientId client);

  // While text is selected beyond an edge, it scrolls on: to be called so often.
  static constexpr std::uint64_t kTickMilliseconds = 40;
  bool wants_ticks() const;
  bool tick();

 private:
  struct Gesture {
    enum class Kind : std::uint8_t {
      None,     // Nothing more happens before the release.
      Program,  // The pane's program gets it.
      Text,
      Group,   // Without a motion, the pane joins the group or leaves it.
      Border,  // Of a tiled pane.
      Move,    // A floating pane.
      Resize,  // Likewise.
    };
    Kind kind = Kind::None;
    model::PaneId pane{};
    model::Pointing pointing;
    // Of Border and Resize: which sides move with the pointer.
    std::optional<layout::Direction> horizontal;
    std::optional<layout::Direction> vertical;
    // Of Move: from the pane's corner to the pointer.
    int offset_x = 0;
    int offset_y = 0;
    input::MouseEvent last;  // For ticks.
    int beyond = 0;          // How far above (negative) or below the text the pointer is.
  };
  struct Click {
    std::uint64_t at_ms = 0;
    int x = 0;
    int y = 0;
    int count = 0;
  };

  bool press(model::ClientId client, const model::PaneView& view, const input::MouseEvent& mouse,
             std::uint64_t now_ms);
  Gesture gesture_of(model::ClientId client, const model::PaneView& view,
                     const input::MouseEvent& mouse, bool was_focused, std::uint64_t now_ms);
  Gesture frame_gesture(const model::PaneView& view, const input::MouseEvent& mouse) const;
  bool follow(model::ClientId client, const input::MouseEvent& mouse, std::uint64_t now_ms);
  bool release(model::ClientId client, const Gesture& gesture, const input::MouseEvent& mouse,
               std::uint64_t now_ms);
  bool select_to(Gesture& gesture, const model::PaneView& view, const input::MouseEvent& mouse);
  bool move_float(const Gesture& gesture, const input::MouseEvent& mouse);
  bool move_sides(const Gesture& gesture, const input::MouseEvent& mouse);
  // Which pane is highlighted; none: nothing that clicks could focus.
  bool point_at(model::ClientId client, const model::Pane* pane);
  bool hover(model::ClientId client, const model::PaneView& view, const input::MouseEvent& mouse,
             std::uint64_t now_ms);
  bool wheel(model::ClientId client, const model::PaneView& view, const input::MouseEvent& mouse,
             std::uint64_t now_ms);
  bool click_bar(model::ClientId client, const model::PaneView& view,
                 const input::MouseEvent& mouse, std::uint64_t now_ms);
  void toggle_in_group(model::ClientId client, model::PaneId pane);
  int count_clicks(model::ClientId client, const input::MouseEvent& mouse, std::uint64_t now_ms);
  void send(const model::Pane& pane, const model::PaneView& view, input::MouseEvent mouse,
            std::uint64_t now_ms);

  model::Session& session_;
  model::Host& host_;
  KeyHints& hints_;
  Run run_;
  std::map<model::ClientId, Gesture> gestures_;  // While a button is held.
  std::map<model::ClientId, Click> clicks_;
};

}  // namespace mux::server
