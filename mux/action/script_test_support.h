// A session that a test plays actions on.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mux/action/action.h"
#include "mux/input/preset.h"
#include "mux/layout/layout_reader.h"
#include "mux/model/arrange.h"
#include "mux/model/clients.h"
#include "mux/model/fake_host_test_support.h"
#include "mux/model/focus.h"
#include "mux/model/invariants.h"
#include "mux/model/pane_ops.h"

namespace mux::action {

class Script {
 public:
  // A tab with a shell alone; one client that looks at it.
  explicit Script(std::string_view layout_text = "layout {\n pane\n}\n",
                  term::Size size = {.columns = 80, .rows = 24})
      : session(*model::SessionName::parse("test"), {}) {
    const auto layout = layout::read_layout(layout_text);
    REQUIRE(layout.has_value());
    session.options.layout = *layout;
    session.size = size;
    model::open_layout(session, host, session.options.layout);
    client = model::add_client(session, host, {.size = size});
    check();
  }

  // A name and arguments between blanks.  Returns the reply's text, or "error: ...".
  std::string run(std::string_view words) { return run(input::parse_action_words(words)); }
  std::string run(const ActionCall& call) {
    Context context{
        .session = session, .host = host, .client = client, .now_ms = now_ms, .from_pane = {}};
    auto reply = action::run(context, call);
    check();
    if (reply && finishes) {
      for (const LongText& text : std::exchange(reply->later, {})) reply = finish(text);
    }
    if (!reply) return "error: " + reply.error().message;
    for (LongText& text : reply->later) later.push_back(std::move(text));
    exit_code = reply->exit_code;
    wait = reply->wait;
    return reply->text;
  }
  // What others would have made meanwhile.
  common::Result<Reply> finish(const LongText& text) {
    std::string made = text.make();
    if (text.target != LongText::Target::Memory) {
      const bool is_temporary = text.target == LongText::Target::TemporaryFile;
      const std::string path = is_temporary ? "/tmp/scrollback" : text.path;
      host.files[path] = std::exchange(made, is_temporary ? path : std::string());
    }
    Context context{.session = session, .host = host, .client = client, .now_ms = now_ms};
    auto reply = action::finish(context, text, std::move(made));
    check();
    return reply;
  }

  // The panes of the focused tab from back to front: "0 0,0 40x24" with '*' for focus.
  std::string picture() const {
    const model::Tab* const tab = model::focused_tab(session, client);
    if (tab == nullptr) return "over";
    const auto focus = model::focused_in(session, client, *tab);
    std::string text;
    for (const layout::Placement& placement : tab->layout.placements()) {
      const layout::Rect& rect = placement.rect;
      if (!text.empty()) text += " | ";
      text +=
          fmt::format("{}{} {},{} {}x{}", model::number_of(placement.pane),
                      focus == placement.pane ? "*" : "", rect.x, rect.y, rect.columns, rect.rows);
    }
    return text;
  }

  std::uint32_t focus() const {
    return model::number_of(model::focused_pane(session, client).value_or(model::PaneId{9999}));
  }
  std::size_t tab_position() const {
    return *session.position_of(model::focused_tab(session, client)->id);
  }
  model::Pane& pane(std::uint32_t number) {
    model::Pane* const found = session.find_pane(model::PaneId{number});
    REQUIRE(found != nullptr);
    return *found;
  }
  model::FakeProgram& program(std::uint32_t number) {
    return host.programs.at(model::PaneId{number});
  }
  void check() const {
    const std::string fault = model::check_invariants(session);
    CHECK_MESSAGE(fault.empty(), fault);
  }

  model::FakeHost host;
  model::Session session;
  model::ClientId client{};
  std::uint64_t now_ms = 1000;
  int exit_code = 0;
  bool finishes = true;  // Actions at once; else what they leave is in `later`.
  std::vector<LongText> later;
  std::optional<model::WaitId> wait;
};

}  // namespace mux::action
