#include "mux/action/action.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "common/config/suggest.h"
#include "mux/action/groups.h"
#include "mux/action/scroll_mode.h"
#include "mux/model/arrange.h"

namespace mux::action {

namespace {

constexpr std::string_view kOver = "the session is over";

// After each change.
void settle(const Context& context) {
  model::arrange(context.session, context.host);
  follow_scrolling(context.session, context.host);
}

std::vector<const ActionRow*> collect_rows() {
  std::vector<const ActionRow*> rows;
  for (auto* const group :
       {pane_actions, focus_actions, resize_actions, floating_actions, tab_actions,
        tab_layout_actions, tab_move_actions, scroll_actions, copying_actions, write_actions,
        mode_actions, session_actions, query_actions, mark_actions}) {
    for (const ActionRow& row : group()) rows.push_back(&row);
  }
  std::ranges::sort(rows, {}, &ActionRow::name);
  return rows;
}

common::Result<Arguments> parse(const ActionRow& row, const ActionCall& call) {
  auto arguments = Arguments::parse(row.arguments, call.arguments);
  if (arguments) return arguments;
  return common::fail(fmt::format("{}: {}", row.name, arguments.error().message));
}

}  // namespace

std::span<const ActionRow* const> action_rows() {
  static const std::vector<const ActionRow*> rows = collect_rows();
  return rows;
}

bool is_for_plugins(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "launch-or-focus-plugin", "launch-plugin", "message-plugin",
      "message-plugin-id",      "pipe",          "start-or-reload-plugin"};
  return std::ranges::find(kNames, name) != std::end(kNames);
}

common::Result<const ActionRow*> find_action(std::string_view name) {
  const auto rows = action_rows();
  const auto found = std::ranges::lower_bound(rows, name, {}, &ActionRow::name);
  if (found != rows.end() && (*found)->name == name) return *found;
  if (is_for_plugins(name)) {
    return common::fail(fmt::format("there is no action {}: kmux has no plugins", name));
  }
  std::vector<std::string_view> known;
  for (const ActionRow* row : rows) known.push_back(row->name);
  std::string message = fmt::format("unknown action '{}'", name);
  if (const auto closest = common::config::closest_name(name, known)) {
    message += fmt::format(", did you mean '{}'?", *closest);
  }
  return common::fail(std::move(message));
}

std::span<const std::string_view> group_titles() {
  static constexpr std::string_view kTitles[] = {"Panes",
                                                 "Focus",
                                                 "Sizes and places",
                                                 "Floating panes",
                                                 "Tabs",
                                                 "Scrolling and searching",
                                                 "Copy mode",
                                                 "Input for panes",
                                                 "Modes",
                                                 "Session",
                                                 "Questions",
                                                 "Marked panes"};
  static_assert(std::size(kTitles) == static_cast<std::size_t>(Group::Marks) + 1);
  return kTitles;
}

common::Result<void> check(const ActionCall& call) {
  const ActionRow* const row = TRY(find_action(call.name));
  TRY(parse(*row, call));
  return {};
}

common::Result<Reply> run(Context& context, const ActionCall& call) {
  const ActionRow* const row = TRY(find_action(call.name));
  const Arguments arguments = TRY(parse(*row, call));
  if (context.session.is_over) return common::fail(std::string(kOver));
  auto reply = row->run(context, arguments);
  settle(context);
  return reply;
}

common::Result<Reply> finish(Context& context, const LongText& text,
                             common::Result<std::string> made) {
  if (context.session.is_over) return common::fail(std::string(kOver));
  auto reply = text.then(context, TRY(std::move(made)));
  settle(context);
  return reply;
}

common::Result<Reply> run(Context& context, const input::Actions& actions) {
  Reply all;
  for (const ActionCall& call : actions) {
    Reply reply = TRY(run(context, call));
    all.text += reply.text;
    all.exit_code = reply.exit_code;
    std::ranges::move(reply.later, std::back_inserter(all.later));
    if (!reply.note.empty()) all.note = std::move(reply.note);
    if (reply.wait) all.wait = reply.wait;
    if (context.session.is_over) break;
  }
  return all;
}

}  // namespace mux::action
