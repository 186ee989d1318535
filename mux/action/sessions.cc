#include <algorithm>

#include "mux/action/placing.h"
#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/tab_ops.h"

namespace mux::action {

namespace {

Result<Reply> detach(Context& context, const Arguments& /*arguments*/) {
  if (context.client) {
    context.host.detach(*context.client);
    return {};
  }
  // From a pane or script: everybody.
  std::vector<model::ClientId> clients;
  for (const auto& [id, client] : context.session.clients) clients.push_back(id);
  for (const model::ClientId client : clients) context.host.detach(client);
  return {};
}

Result<Reply> quit(Context& context, const Arguments& /*arguments*/) {
  model::end_session(context.session, context.host);
  return {};
}

constexpr ArgumentSpec kRenameSession[] = {
    {.name = "name", .is_flag = false, .is_required = true, .docs = "The new name"}};

Result<Reply> rename_session(Context& context, const Arguments& arguments) {
  auto name = TRY(model::SessionName::parse(arguments.text("name")));
  TRY(context.host.rename_session(name));
  context.session.name = std::move(name);
  return {};
}

Result<Reply> save(Context& context, const Arguments& /*arguments*/) {
  TRY(context.host.save_session());
  return {};
}

constexpr ArgumentSpec kSwitch[] = {
    {.name = "name", .is_flag = false, .is_required = true, .docs = "The session"},
    {.name = "tab-position", .kind = ArgumentKind::Number, .docs = "The tab there, from 0"},
    {.name = "pane-id", .kind = ArgumentKind::Pane, .docs = "The pane there"},
    {.name = "layout", .short_name = 'l', .docs = "The layout of a new session"},
    {.name = "cwd", .short_name = 'c', .docs = "The folder of a new session"}};

Result<Reply> switch_session(Context& context, const Arguments& arguments) {
  model::SessionSwitch target;
  target.name = TRY(model::SessionName::parse(arguments.text("name"))).text();
  if (const auto position = arguments.number("tab-position")) {
    target.tab_position =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(*position, UINT32_MAX));
  }
  target.pane = arguments.pane("pane-id");
  target.layout = arguments.text("layout");
  target.cwd = arguments.text("cwd");
  const model::ClientView* const client = TRY(own_client(context));
  context.host.switch_session(client->id, target);
  return {};
}

Result<Reply> set_dark(Context& context, const Arguments& /*arguments*/) {
  context.session.theme = model::Theme::Dark;
  return {};
}
Result<Reply> set_light(Context& context, const Arguments& /*arguments*/) {
  context.session.theme = model::Theme::Light;
  return {};
}
Result<Reply> toggle_theme(Context& context, const Arguments& /*arguments*/) {
  const bool is_dark = context.session.theme == model::Theme::Dark;
  context.session.theme = is_dark ? model::Theme::Light : model::Theme::Dark;
  return {};
}

template <model::Nesting kWhat>
Result<Reply> act_on_nesting(Context& context, const Arguments& /*arguments*/) {
  TRY(context.host.act_on_nesting(context.client, kWhat));
  return {};
}

constexpr ArgumentSpec kPlugin[] = {
    {.name = "url", .is_flag = false, .is_required = true, .docs = "The plugin"},
    {.name = "floating",
     .kind = ArgumentKind::Switch,
     .short_name = 'f',
     .docs = "Above the tiled panes"},
    {.name = "in-place",
     .kind = ArgumentKind::Switch,
     .short_name = 'i',
     .docs = "Instead of the focused pane, which returns afterwards"},
    {.name = "move-to-focused-tab",
     .kind = ArgumentKind::Switch,
     .short_name = 'm',
     .docs = "Bring it here if it is in another tab"},
    kTabId};

std::optional<PaneId> find_plugin(const model::Session& session, std::string_view location) {
  for (const auto& [id, pane] : session.panes) {
    const bool is_it = pane->kind() == model::PaneKind::Plugin && pane->content.program == location;
    const Tab* const tab = session.tab_of(id);
    if (is_it && tab != nullptr && tab->layout.contains(id)) return id;
  }
  return std::nullopt;
}

Result<Reply> launch_or_focus(Context& context, const Arguments& arguments) {
  std::string_view location = arguments.text("url");
  constexpr std::string_view kScheme = "zellij:";
  if (location.starts_with(kScheme)) location.remove_prefix(kScheme.size());
  if (const auto pane = find_plugin(context.session, location)) {
    if (arguments.is_set("move-to-focused-tab")) {
      const PaneId panes[] = {*pane};
      const TabId here = TRY(focused_tab(context))->id;
      TRY(model::move_to_tab(context.session, context.host, panes, here));
    }
    model::focus_pane(context.session, context.client, *pane);
    return Reply{.text = model::pane_name(*pane) + '\n'};
  }
  layout::PaneSpec spec;
  spec.content.kind = layout::PaneContent::Kind::Plugin;
  spec.content.program = location;
  const model::PanePlace place = TRY(place_of(context, arguments));
  const PaneId pane = TRY(open_at(context, arguments, spec, place));
  return Reply{.text = model::pane_name(pane) + '\n'};
}

constexpr ActionRow kSessionsRows[] = {
    {"detach",
     Group::Session,
     {},
     "Leave the session, which goes on",
     "From outside of a client, all clients leave.",
     detach},
    {"focus-guest-session",
     Group::Session,
     {},
     "Give keys to the session inside the focused pane",
     {},
     act_on_nesting<model::Nesting::FocusGuest>,
     true},
    {"focus-host-session",
     Group::Session,
     {},
     "Give keys to the session around this one",
     {},
     act_on_nesting<model::Nesting::FocusHost>,
     true},
    {"launch-or-focus-plugin", Group::Session, kPlugin, "Open a plugin or go to where it is",
     "Prints its pane's id.", launch_or_focus},
    {"quit", Group::Session, {}, "End the session and all its programs", {}, quit, true},
    {"rename-session", Group::Session, kRenameSession, "Name the session", {}, rename_session},
    {"save-session", Group::Session, {}, "Write down now what brings the session back", {}, save},
    {"set-dark-theme", Group::Session, {}, "Use the theme for dark screens", {}, set_dark},
    {"set-light-theme", Group::Session, {}, "Use the theme for light screens", {}, set_light},
    {"switch-session", Group::Session, kSwitch, "Leave for another session", {}, switch_session},
    {"toggle-host-fullscreen",
     Group::Session,
     {},
     "Let this session fill the screen of the one around it",
     {},
     act_on_nesting<model::Nesting::ToggleHostFullscreen>,
     true},
    {"toggle-theme", Group::Session, {}, "Change between dark and light", {}, toggle_theme},
};

}  // namespace

std::span<const ActionRow> session_actions() {
  return kSessionsRows;
}

}  // namespace mux::action
