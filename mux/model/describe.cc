#include "mux/model/describe.h"

#include <algorithm>

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
PaneContent content_of(const Pane& pane, const RunningProgram& running) {
  PaneContent content = pane.content;
  if (pane.kind() != PaneKind::Terminal) return content;
  if (!pane.cwd.empty()) content.cwd = pane.cwd;
  if (!running.cwd.empty()) content.cwd = running.cwd;
  if (content.kind != PaneContent::Kind::Shell || running.command.empty()) return content;
  if (running.command.front().empty()) return content;
  content.kind = PaneContent::Kind::Command;
  content.program = running.command.front();
  content.arguments.assign(running.command.begin() + 1, running.command.end());
  content.starts_suspended = true;
  return content;
}

}  // namespace

RunningProgram running_program(Host& host, const Pane& pane) {
  if (pane.kind() != PaneKind::Terminal || !pane.has_process) return {};
  return {.cwd = host.working_directory(pane.id()), .command = host.started_command(pane.id())};
}

layout::PaneSpec describe_pane(const Pane& pane, const RunningProgram& running) {
  layout::PaneSpec spec;
  spec.name = pane.name;
  spec.content = content_of(pane, running);
  spec.is_borderless = pane.is_borderless;
  spec.is_excluded_from_sync = pane.is_excluded_from_sync;
  spec.foreground = text_of(pane.foreground);
  spec.background = text_of(pane.background);
  return spec;
}

PaneId lasting_pane(const Session& session, const Tab& tab, PaneId pane) {
  for (;;) {
    if (session.find_pane(pane)->temporary_file.empty()) return pane;
    const auto behind = std::ranges::find(tab.suppressed, pane, &Suppressed::by);
    if (behind == tab.suppressed.end()) return pane;
    pane = behind->pane;
  }
}

namespace {

// As a layout has it that a user keeps: what runs there waits for a key, and a bar's folder
// is of no use.
PaneContent content_to_keep(PaneContent content) {
  if (content.kind == PaneContent::Kind::Command) content.starts_suspended = true;
  if (content.kind == PaneContent::Kind::Plugin) content.cwd.clear();
  return content;
}

}  // namespace

layout::Layout describe(const Session& session, Host& host) {
  layout::Layout described = session.options.layout;
  described.tabs.clear();
  for (const auto& tab : session.tabs) {
    layout::TabSpec spec = layout::describe_tab(tab->layout, [&](PaneId id) {
      const Pane& pane = *session.find_pane(lasting_pane(session, *tab, id));
      layout::PaneSpec pane_spec = describe_pane(pane, running_program(host, pane));
      pane_spec.content = content_to_keep(std::move(pane_spec.content));
      pane_spec.has_focus = tab->focus.pane == id;
      return pane_spec;
    });
    spec.name = tab->title();
    spec.has_focus = tab->id == session.focused_tab;
    described.tabs.push_back(std::move(spec));
  }
  return described;
}

}  // namespace mux::model
