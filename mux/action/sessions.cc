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
    kLayoutString,
    kLayoutDir,
    {.name = "cwd", .short_name = 'c', .docs = "The folder of a new session"}};

Result<Reply> switch_session(Context& context, const Arguments& arguments) {
  model::SessionSwitch target;
  target.name = TRY(model::SessionName::parse(arguments.text("name"))).text();
  if (const auto position = arguments.number("tab-position")) {
    target.tab_position =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(*position, UINT32_MAX));
  }
  target.pane = arguments.pane("pane-id");
  TRY(check_layout_flags(arguments));
  target.layout = layout_meant(context, arguments);
  target.layout_string = arguments.text("layout-string");
  target.cwd = path_meant(context, arguments.text("cwd"));
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

constexpr ActionRow kSessionsRows[] = {
    {"detach",
     Group::Session,
     {},
     "Leave the session, which goes on",
     "From outside of a client, all clients leave.",
     detach},
    {"quit", Group::Session, {}, "End the session and all its programs", {}, quit, true},
    {"rename-session", Group::Session, kRenameSession, "Name the session", {}, rename_session},
    {"save-session", Group::Session, {}, "Write down now what brings the session back", {}, save},
    {"set-dark-theme", Group::Session, {}, "Use the theme for dark screens", {}, set_dark},
    {"set-light-theme", Group::Session, {}, "Use the theme for light screens", {}, set_light},
    {"switch-session", Group::Session, kSwitch, "Leave for another session", {}, switch_session},
    {"toggle-theme", Group::Session, {}, "Change between dark and light", {}, toggle_theme},
};

}  // namespace

std::span<const ActionRow> session_actions() {
  return kSessionsRows;
}

}  // namespace mux::action
