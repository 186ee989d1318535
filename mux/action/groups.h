// The tables of the groups, one file each, and what their functions share.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "mux/action/action.h"
#include "mux/model/pane_text.h"

namespace mux::action {

using common::fail;
using common::Result;
using model::Pane;
using model::PaneId;
using model::Tab;
using model::TabId;

std::span<const ActionRow> pane_actions();
std::span<const ActionRow> focus_actions();
std::span<const ActionRow> resize_actions();
std::span<const ActionRow> floating_actions();
std::span<const ActionRow> tab_actions();
std::span<const ActionRow> tab_layout_actions();
std::span<const ActionRow> tab_move_actions();
std::span<const ActionRow> scroll_actions();
std::span<const ActionRow> copying_actions();
std::span<const ActionRow> write_actions();
std::span<const ActionRow> mode_actions();
std::span<const ActionRow> session_actions();
std::span<const ActionRow> query_actions();
std::span<const ActionRow> mark_actions();

inline constexpr ArgumentSpec kPaneId{.name = "pane-id",
                                      .kind = ArgumentKind::Pane,
                                      .short_name = 'p',
                                      .docs = "The pane meant, instead of the focused one"};
inline constexpr ArgumentSpec kTabId{.name = "tab-id",
                                     .kind = ArgumentKind::Number,
                                     .short_name = 't',
                                     .docs = "The tab meant, instead of the focused one"};
inline constexpr ArgumentSpec kJson{
    .name = "json", .kind = ArgumentKind::Switch, .short_name = 'j', .docs = "Print JSON"};

inline constexpr ArgumentSpec kLayoutString{.name = "layout-string",
                                            .docs = "The layout itself, as KDL"};
inline constexpr ArgumentSpec kLayoutDir{
    .name = "layout-dir", .docs = "With a layout's name: the folder to look in first"};

// Arguments that several actions share, and an action's own.
template <std::size_t... kSizes>
constexpr auto joined(const ArgumentSpec (&... groups)[kSizes]) {
  std::array<ArgumentSpec, (kSizes + ...)> all{};
  auto out = all.begin();
  ((out = std::ranges::copy(groups, out).out), ...);
  return all;
}

// Of actions about what a command has printed.
inline constexpr std::string_view kNoCommand =
    "no command is known: the shell does not mark its prompts";

// What keys have typed, for actions that modes type at.
inline constexpr ArgumentSpec kTypedBytes{.name = "bytes",
                                          .kind = ArgumentKind::Words,
                                          .is_flag = false,
                                          .is_required = true,
                                          .docs = "What was typed, as numbers of bytes; 0 empties"};

// For rows whose only arguments are these.
inline constexpr ArgumentSpec kOnlyPane[] = {kPaneId};
inline constexpr ArgumentSpec kOnlyTab[] = {kTabId};

// What the arguments name, or what has the focus.
Result<Pane*> target_pane(const Context& context, const Arguments& arguments);
Result<Tab*> target_tab(const Context& context, const Arguments& arguments);
Result<Pane*> target_terminal(const Context& context, const Arguments& arguments);
Result<Tab*> focused_tab(const Context& context);
// Fails: the pane is in no tab, or out of sight behind another one.
Result<Tab*> tab_with(const Context& context, PaneId pane);
Result<model::ClientView*> own_client(const Context& context);

// A path as its writer means it: relative ones begin where the asking program runs.
std::string path_meant(const Context& context, std::string_view path);
// Of --layout and --layout-dir: a name as it is, or a file's path.
std::string layout_meant(const Context& context, const Arguments& arguments);
// Refuses flags that exclude each other.
Result<void> check_layout_flags(const Arguments& arguments);

// To where the options say that copied text goes.
void copy_text(const Context& context, std::string_view text);
Result<Reply> copy_text_of(const Context& context, Pane& pane, const model::Selection& selection);

// For LongText::make.
std::function<std::string()> made_of(model::PaneText text);
Reply later(LongText text);

// The reverse of input_call() (action.h).
Result<std::string> bytes_of(const std::vector<std::string>& numbers);
// Adds what was typed: NUL empties, backspace takes a character, other controls do nothing.
void type_into(std::string& text, std::string_view typed);

}  // namespace mux::action
