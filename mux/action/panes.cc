#include <algorithm>

#include "mux/action/groups.h"
#include "mux/action/placing.h"
#include "mux/model/closing.h"
#include "mux/model/colors.h"
#include "mux/model/focus.h"
#include "mux/term/palette.h"

namespace mux::action {

namespace {

using layout::PaneContent;

constexpr ArgumentSpec kOfNewPane[] = {
    {.name = "pane-id", .kind = ArgumentKind::Pane, .docs = "With --in-place: the pane to replace"},
    {.name = "name", .short_name = 'n', .docs = "The title of the pane"},
    {.name = "close-on-exit",
     .kind = ArgumentKind::Switch,
     .short_name = 'c',
     .docs = "Close the pane when its command ends"},
    {.name = "start-suspended",
     .kind = ArgumentKind::Switch,
     .short_name = 's',
     .docs = "Run the command only when Enter is pressed"},
    {.name = "stacked", .kind = ArgumentKind::Switch, .docs = "In a stack with the focused pane"},
    {.name = "block-until-exit",
     .kind = ArgumentKind::Switch,
     .docs = "Return when the command has ended, with its exit code"},
    {.name = "block-until-exit-success",
     .kind = ArgumentKind::Switch,
     .docs = "Return when the command has ended well, or the pane is closed"},
    {.name = "block-until-exit-failure",
     .kind = ArgumentKind::Switch,
     .docs = "Return when the command has failed, or the pane is closed"},
    {.name = "command",
     .kind = ArgumentKind::Words,
     .is_flag = false,
     .docs = "The command and its arguments; none: a shell"}};
constexpr ArgumentSpec kBlocking[] = {
    {.name = "blocking", .kind = ArgumentKind::Switch, .docs = "Return when the pane is closed"}};
constexpr ArgumentSpec kShortBlocking[] = {{.name = "blocking",
                                            .kind = ArgumentKind::Switch,
                                            .short_name = 'b',
                                            .docs = "Return when the pane is closed"}};
constexpr auto kNewPane = joined(kPlacing, kOfNewPane, kShortBlocking, kBorderless);
// As `zellij run` has them.
constexpr auto kRun = joined(kPlacing, kOfNewPane, kBlocking, kShortBorderless);

PaneContent command_of(const Context& context, const Arguments& arguments) {
  PaneContent content;
  content.cwd = path_meant(context, arguments.text("cwd"));
  const auto& words = arguments.words();
  if (words.empty()) return content;
  if (content.cwd.empty()) content.cwd = context.cwd;
  content.kind = PaneContent::Kind::Command;
  content.program = words.front();
  content.arguments.assign(words.begin() + 1, words.end());
  content.closes_on_exit = arguments.is_set("close-on-exit");
  content.starts_suspended = arguments.is_set("start-suspended");
  return content;
}

Result<void> check_command_flags(const Arguments& arguments) {
  for (const std::string_view name : {"close-on-exit", "start-suspended"}) {
    if (arguments.is_set(name) && arguments.words().empty()) {
      return fail(fmt::format("--{} needs a command", name));
    }
  }
  if (arguments.has("pane-id") && !arguments.is_set("in-place")) {
    return fail("--pane-id needs --in-place");
  }
  return {};
}

Result<Reply> new_pane(Context& context, const Arguments& arguments) {
  TRY(check_command_flags(arguments));
  const auto until = TRY(wait_wanted(arguments));
  layout::PaneSpec spec;
  spec.name = arguments.text("name");
  spec.content = command_of(context, arguments);
  spec.is_borderless = arguments.is_set("borderless");
  const model::PanePlace place = TRY(place_of(context, arguments));
  const PaneId pane = TRY(open_at(context, arguments, spec, place));
  return opened(context, pane, until);
}

constexpr ArgumentSpec kOfEdit[] = {
    {.name = "file", .is_flag = false, .is_required = true, .docs = "The file"},
    {.name = "line-number",
     .kind = ArgumentKind::Number,
     .short_name = 'l',
     .docs = "The line to start at"}};
constexpr auto kEdit = joined(kPlacing, kShortBorderless, kOfEdit);

Result<Reply> edit(Context& context, const Arguments& arguments) {
  layout::PaneSpec spec;
  spec.content.kind = PaneContent::Kind::Edit;
  const bool has_cwd = arguments.has("cwd");
  spec.content.cwd = has_cwd ? path_meant(context, arguments.text("cwd")) : context.cwd;
  spec.content.program = layout::joined_path(spec.content.cwd, arguments.text("file"));
  spec.is_borderless = arguments.is_set("borderless");
  if (const auto line = arguments.number("line-number")) {
    spec.content.arguments.push_back(fmt::format("+{}", *line));
  }
  const model::PanePlace place = TRY(place_of(context, arguments));
  const PaneId pane = TRY(open_at(context, arguments, spec, place));
  return opened(context, pane, std::nullopt);
}

Result<Reply> close_pane(Context& context, const Arguments& arguments) {
  const Pane* const pane = TRY(target_pane(context, arguments));
  TRY(model::close_pane(context.session, context.host, pane->id(), context.now_ms));
  return {};
}

Result<Reply> close_others(Context& context, const Arguments& arguments) {
  const Pane* const pane = TRY(target_pane(context, arguments));
  if (!pane->is_selectable()) return fail("bars cannot be kept alone");
  const PaneId kept = pane->id();
  const Tab* const tab = TRY(tab_with(context, kept));
  // Behind a pane that is closed another one may appear.
  const auto next = [&]() -> std::optional<PaneId> {
    for (const PaneId id : tab->layout.panes()) {
      if (id != kept && context.session.find_pane(id)->is_selectable()) return id;
    }
    return std::nullopt;
  };
  while (const auto other = next()) {
    TRY(model::close_pane(context.session, context.host, *other, context.now_ms));
  }
  model::focus_in_tab(context.session, context.client, kept);
  return {};
}

Result<Reply> undo_close(Context& context, const Arguments& /*arguments*/) {
  const auto focus = TRY(model::undo_close(context.session, context.host));
  if (!focus) return {};
  model::focus_pane(context.session, context.client, *focus);
  return Reply{.text = model::pane_name(*focus) + '\n'};
}

constexpr ArgumentSpec kRenamePane[] = {
    {.name = "name", .is_flag = false, .is_required = true, .docs = "The new title"}, kPaneId};

Result<Reply> rename_pane(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  pane->name = arguments.text("name");
  return {};
}

Result<Reply> undo_rename_pane(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  model::ClientView* const client =
      context.client ? context.session.find_client(*context.client) : nullptr;
  if (client != nullptr && client->name_before) {
    pane->name = *client->name_before;
    client->name_before.reset();
  } else {
    pane->name.clear();
  }
  return {};
}

constexpr ArgumentSpec kPaneNameTyped[] = {
    {.name = "bytes",
     .kind = ArgumentKind::Words,
     .is_flag = false,
     .is_required = true,
     .docs = "What was typed, as numbers of bytes; 0 empties"}};

Result<Reply> type_pane_name(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  type_into(pane->name, TRY(bytes_of(arguments.words())));
  return {};
}

constexpr ArgumentSpec kNamedPane[] = {{.name = "pane-id",
                                        .kind = ArgumentKind::Pane,
                                        .is_required = true,
                                        .short_name = 'p',
                                        .docs = "The pane"}};
constexpr ArgumentSpec kSetBorderless[] = {{.name = "pane-id",
                                            .kind = ArgumentKind::Pane,
                                            .is_required = true,
                                            .short_name = 'p',
                                            .docs = "The pane"},
                                           {.name = "borderless",
                                            .kind = ArgumentKind::Switch,
                                            .short_name = 'b',
                                            .docs = "Without frame; else with one"}};

Result<Reply> set_borderless(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  pane->is_borderless = arguments.is_set("borderless");
  return {};
}

Result<Reply> toggle_borderless(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  pane->is_borderless = !pane->is_borderless;
  return {};
}

// The pane that the asking program runs in, if none is named.
Result<Pane*> own_pane(const Context& context, const Arguments& arguments) {
  Pane* const own = context.from_pane && !arguments.has("pane-id")
                        ? context.session.find_pane(*context.from_pane)
                        : nullptr;
  return own == nullptr ? target_pane(context, arguments) : own;
}

constexpr ArgumentSpec kSetColor[] = {
    kPaneId,
    {.name = "fg", .kind = ArgumentKind::Color, .docs = "The colour of text"},
    {.name = "bg", .kind = ArgumentKind::Color, .docs = "The colour behind it"},
    {.name = "reset", .kind = ArgumentKind::Switch, .docs = "Both as the terminal has them"}};

Result<Reply> set_color(Context& context, const Arguments& arguments) {
  const bool has_colors = arguments.has("fg") || arguments.has("bg");
  if (arguments.is_set("reset") == has_colors) return fail("expected --fg, --bg, or --reset alone");
  Pane* const pane = TRY(own_pane(context, arguments));
  if (arguments.has("fg")) pane->foreground = term::parse_color(arguments.text("fg"));
  if (arguments.has("bg")) pane->background = term::parse_color(arguments.text("bg"));
  if (arguments.is_set("reset")) {
    pane->foreground.reset();
    pane->background.reset();
  }
  model::tell_colors(context.session, *pane);
  return {};
}

Result<Reply> clear(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  if (pane->terminal() == nullptr) return fail("the pane is no terminal");
  // The line of the cursor stays, on top: it is the shell's prompt.  What scrolls out
  // is forgotten last.
  const int row = pane->terminal()->screen().cursor.y;
  const int column = pane->terminal()->screen().cursor.x + 1;
  if (row > 0) pane->terminal()->write(fmt::format("\x1b[{}S", row));
  pane->terminal()->write(fmt::format("\x1b[2;1H\x1b[J\x1b[1;{}H\x1b[3J", column));
  pane->scroll_top.reset();
  return {};
}

constexpr std::string_view kStyles[] = {"full", "titles", "none"};
constexpr ArgumentSpec kFrameStyle[] = {{.name = "style",
                                         .kind = ArgumentKind::Choice,
                                         .is_flag = false,
                                         .is_required = true,
                                         .choices = kStyles,
                                         .docs = "How frames look"}};

Result<Reply> set_frame_style(Context& context, const Arguments& arguments) {
  const auto found = std::ranges::find(kStyles, arguments.text("style"));
  context.session.options.frame_style = static_cast<model::FrameStyle>(found - std::begin(kStyles));
  return {};
}

Result<Reply> toggle_frames(Context& context, const Arguments& /*arguments*/) {
  const auto style = static_cast<int>(context.session.options.frame_style);
  context.session.options.frame_style = static_cast<model::FrameStyle>((style + 1) % 3);
  return {};
}

constexpr ActionRow kPanesRows[] = {
    {"clear",
     Group::Panes,
     kOnlyPane,
     "Forget history and screen of a pane but for its prompt",
     {},
     clear},
    {"close-other-panes", Group::Panes, kOnlyPane, "Close all panes of a tab but one",
     "undo-close brings them back one by one.", close_others},
    {"close-pane", Group::Panes, kOnlyPane, "Close a pane",
     "Its program lives on for a while: undo-close brings the pane back.", close_pane},
    {"edit", Group::Panes, kEdit, "Open a file in an editor in a new pane", {}, edit},
    {"new-pane", Group::Panes, kNewPane, "Open a pane with a command or a shell",
     "Prints the pane's id, or nothing if it waits for the pane.", new_pane},
    {"pane-name-input",
     Group::Panes,
     kPaneNameTyped,
     "Type at the pane's name",
     {},
     type_pane_name,
     true},
    {"rename-pane", Group::Panes, kRenamePane, "Name a pane", {}, rename_pane},
    {"run", Group::Panes, kRun, "Open a pane with a command",
     "Prints the pane's id, or nothing if it waits for the pane.", new_pane, true},
    {"set-pane-borderless",
     Group::Panes,
     kSetBorderless,
     "Take the frame of a pane or give it one",
     {},
     set_borderless},
    {"set-pane-color", Group::Panes, kSetColor, "Choose a pane's colours", {}, set_color},
    {"set-pane-frame-style",
     Group::Panes,
     kFrameStyle,
     "Choose how the frames of panes look",
     {},
     set_frame_style},
    {"toggle-pane-borderless",
     Group::Panes,
     kNamedPane,
     "Take the frame of a pane or give it back",
     {},
     toggle_borderless},
    {"toggle-pane-frames",
     Group::Panes,
     {},
     "Show frames, titles only, or lines",
     {},
     toggle_frames},
    {"undo-close",
     Group::Panes,
     {},
     "Bring back what was closed last",
     "Prints the pane's id.",
     undo_close},
    {"undo-rename-pane",
     Group::Panes,
     kOnlyPane,
     "Take a pane's name away again",
     {},
     undo_rename_pane},
};

}  // namespace

std::span<const ActionRow> pane_actions() {
  return kPanesRows;
}

}  // namespace mux::action
