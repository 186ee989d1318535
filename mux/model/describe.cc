#include "mux/model/describe.h"

#include "mux/layout/layout_writer.h"
#include "mux/model/focus.h"
#include "mux/term/palette.h"

namespace mux::model {

namespace {

using layout::PaneContent;

std::string text_of(const std::optional<term::Color>& color) {
  return color && color->kind() == term::Color::Kind::Rgb ? term::color_text(*color)
                                                          : std::string();
}

// A shell that runs something is a pane of that command.
PaneContent content_of(const Session& session, Host& host, const Pane& pane) {
  PaneContent content = pane.content;
  if (pane.kind() != PaneKind::Terminal) return content;
  if (!pane.cwd.empty()) content.cwd = pane.cwd;
  if (!pane.has_process) return content;
  if (std::string cwd = host.working_directory(pane.id()); !cwd.empty()) content.cwd = cwd;
  if (content.kind != PaneContent::Kind::Shell) return content;
  const std::vector<std::string> running = host.foreground_command(pane.id());
  if (running.empty() || running == session.options.shell) return content;
  content.kind = PaneContent::Kind::Command;
  content.program = running.front();
  content.arguments.assign(running.begin() + 1, running.end());
  content.starts_suspended = true;
  return content;
}

}  // namespace

layout::PaneSpec describe_pane(const Session& session, Host& host, const Pane& pane) {
  layout::PaneSpec spec;
  spec.name = pane.name;
  spec.content = content_of(session, host, pane);
  spec.is_borderless = pane.is_borderless;
  spec.is_excluded_from_sync = pane.is_excluded_from_sync;
  spec.foreground = text_of(pane.foreground);
  spec.background = text_of(pane.background);
  return spec;
}

layout::Layout describe(const Session& session, Host& host) {
  layout::Layout described = session.options.layout;
  described.tabs.clear();
  for (const auto& tab : session.tabs) {
    layout::TabSpec spec = layout::describe_tab(tab->layout, [&](PaneId id) {
      layout::PaneSpec pane = describe_pane(session, host, *session.find_pane(id));
      pane.has_focus = tab->focus.pane == id;
      return pane;
    });
    spec.name = session.tab_title(*tab);
    spec.has_focus = tab->id == session.focused_tab;
    described.tabs.push_back(std::move(spec));
  }
  return described;
}

}  // namespace mux::model
