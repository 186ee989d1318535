// Random sessions on a host without programs.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "mux/layout/layout_reader.h"
#include "mux/model/closing.h"
#include "mux/model/fake_host_test_support.h"
#include "mux/model/focus.h"
#include "mux/model/invariants.h"
#include "mux/model/pane_ops.h"
#include "mux/model/swaps.h"
#include "mux/model/tab_ops.h"

namespace mux::journal {

inline model::Session new_session(term::Size size) {
  model::SessionOptions options;
  options.undo_close_ms = 0;
  const auto builtin = layout::find_builtin_layout("default");
  REQUIRE(builtin != nullptr);
  options.layout = layout::read_builtin_layout(*builtin);
  model::Session session(*model::SessionName::parse("test"), options);
  session.size = size;
  return session;
}

// In the first tab.
inline model::PaneId open_beside(model::Session& session, model::Host& host,
                                 const layout::PaneSpec& spec = {}) {
  model::PanePlace place;
  place.tab = session.tabs[0]->id;
  const auto pane = model::open_pane(session, host, spec, place);
  REQUIRE(pane.has_value());
  return *pane;
}

class RandomSession {
 public:
  explicit RandomSession(std::uint64_t seed)
      : random_(seed), session(new_session({.columns = 160, .rows = 50})) {
    model::open_layout(session, host, session.options.layout);
    const std::size_t steps = below(25);
    for (std::size_t i = 0; i < steps; ++i) change();
    const std::string fault = model::check_invariants(session);
    CHECK_MESSAGE(fault.empty(), fault);
  }

 private:
  using PaneId = model::PaneId;
  using Kind = model::PanePlace::Kind;

  std::mt19937_64 random_;

 public:
  model::FakeHost host;
  model::Session session;

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
  bool flip() { return below(2) == 0; }

  std::string text() {
    constexpr std::string_view kTexts[] = {
        "plain",    "with blanks",  "quotes \" and \\", "line\nfeed", "d\xC3\xA9j\xC3\xA0 vu",
        "\xFF\xFE", "cut \xE2\x82", "\xF4\x8F\xBF\xBF", "-dash",      "\x1b[31m"};
    return std::string(kTexts[below(std::size(kTexts))]);
  }

  model::Tab& any_tab() { return *session.tabs[below(session.tabs.size())]; }

  // Of a tab, in its place and no bar.
  model::Pane* any_pane(const model::Tab& tab) {
    std::vector<model::Pane*> panes;
    for (const PaneId id : tab.layout.panes()) {
      model::Pane* const pane = session.find_pane(id);
      if (pane->is_selectable()) panes.push_back(pane);
    }
    return panes.empty() ? nullptr : panes[below(panes.size())];
  }

  layout::PaneSpec any_spec() {
    layout::PaneSpec spec;
    if (flip()) spec.name = text();
    layout::PaneContent& content = spec.content;
    if (flip()) content.cwd = "/srv/" + text();
    switch (below(4)) {
      case 0:
        break;
      case 1:
        content.kind = layout::PaneContent::Kind::Command;
        content.program = flip() ? "make" : text();
        for (std::size_t i = below(3); i > 0; --i) content.arguments.push_back(text());
        content.closes_on_exit = below(4) == 0;
        content.starts_suspended = below(3) == 0;
        break;
      case 2:
        content.kind = layout::PaneContent::Kind::Edit;
        content.program = "/tmp/" + text();
        break;
      case 3:
        content.kind = layout::PaneContent::Kind::Plugin;
        content.program = "session-manager";
        content.configuration = {{"key", text()}};
        break;
    }
    spec.is_borderless = below(4) == 0;
    spec.is_excluded_from_sync = below(4) == 0;
    if (below(3) == 0) spec.foreground = "#102030";
    if (below(3) == 0) spec.background = "#a0b0c0";
    return spec;
  }

  void open() {
    const model::Tab& tab = any_tab();
    const model::Pane* const near = any_pane(tab);
    model::PanePlace place;
    place.kind = static_cast<Kind>(below(6));
    place.tab = tab.id;
    if (near != nullptr) place.near = near->id();
    place.direction = static_cast<layout::Direction>(below(4));
    place.is_pinned = flip();
    if (flip()) {
      place.place.x = layout::Extent{.kind = layout::Extent::Kind::Cells,
                                     .value = static_cast<double>(below(100))};
      place.place.columns = layout::Extent{.kind = layout::Extent::Kind::Percent,
                                           .value = static_cast<double>(20 + below(60))};
    }
    const auto opened = model::open_pane(session, host, any_spec(), place);
    if (opened && flip()) model::focus_pane(session, std::nullopt, *opened);
  }

  void change_tab(model::Tab& tab) {
    model::Pane* const pane = any_pane(tab);
    switch (below(8)) {
      case 0:
        tab.name = text();
        break;
      case 1:
        tab.is_synchronized = flip();
        break;
      case 2:
        static_cast<void>(model::turn_layout(session, tab, flip()));
        break;
      case 3:
        if (pane != nullptr) static_cast<void>(tab.layout.toggle_fullscreen(pane->id(), flip()));
        break;
      case 4:
        if (pane != nullptr) static_cast<void>(tab.layout.float_pane(pane->id()));
        break;
      case 5:
        if (pane != nullptr) static_cast<void>(tab.layout.embed_pane(pane->id()));
        break;
      case 6:
        if (pane == nullptr) break;
        static_cast<void>(
            tab.layout.tiles().resize(pane->id(), layout::Resize::Increase, std::nullopt));
        tab.tiled_swaps.mark_changed();
        break;
      case 7:
        if (!tab.layout.floats().is_empty()) tab.layout.floats().set_shown(flip());
        break;
    }
    tab.layout.settle();
  }

  void change_pane(model::Pane& pane) {
    switch (below(6)) {
      case 0:
        pane.program_title = text();
        break;
      case 1:
        host.directories[pane.id()] = "/home/" + text();
        break;
      case 2:
        host.commands[pane.id()] = {"vim", text()};
        break;
      case 3:
        if (pane.has_process && pane.content.kind == layout::PaneContent::Kind::Command) {
          host.programs.erase(pane.id());
          model::pane_exited(session, host, pane.id(), static_cast<int>(below(200)));
        }
        break;
      case 4:
        model::focus_pane(session, std::nullopt, pane.id());
        break;
      case 5:
        pane.temporary_file = "/tmp/kmux-" + text();
        break;
    }
  }

  void change() {
    model::Tab& tab = any_tab();
    model::Pane* const pane = any_pane(tab);
    switch (below(6)) {
      case 0:
        model::open_tab(session, host, session.options.layout.new_tab, session.options.layout);
        break;
      case 1:
      case 2:
        open();
        break;
      case 3:
        change_tab(tab);
        break;
      case 4:
      case 5:
        if (pane != nullptr) change_pane(*pane);
        break;
    }
    model::repair_focus(session);
  }
};

}  // namespace mux::journal
