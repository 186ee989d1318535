// Where new panes go: the flags that all actions share which open one.
#pragma once

#include "mux/action/groups.h"
#include "mux/model/pane_ops.h"

namespace mux::action {

inline constexpr ArgumentSpec kPlacing[] = {
    {.name = "direction",
     .kind = ArgumentKind::Choice,
     .short_name = 'd',
     .choices = kDirections,
     .docs = "On which side of the focused pane"},
    {.name = "cwd", .docs = "The folder to start in"},
    {.name = "floating",
     .kind = ArgumentKind::Switch,
     .short_name = 'f',
     .docs = "Above the tiled panes"},
    {.name = "in-place",
     .kind = ArgumentKind::Switch,
     .short_name = 'i',
     .docs = "Instead of the focused pane, which returns afterwards"},
    {.name = "close-replaced-pane",
     .kind = ArgumentKind::Switch,
     .docs = "With --in-place: the replaced pane does not return"},
    {.name = "x",
     .kind = ArgumentKind::Extent,
     .short_name = 'x',
     .docs = "Of a floating pane: its left column"},
    {.name = "y",
     .kind = ArgumentKind::Extent,
     .short_name = 'y',
     .docs = "Of a floating pane: its upper row"},
    {.name = "width", .kind = ArgumentKind::Extent, .docs = "Of a floating pane: its columns"},
    {.name = "height", .kind = ArgumentKind::Extent, .docs = "Of a floating pane: its rows"},
    {.name = "pinned",
     .kind = ArgumentKind::Boolean,
     .docs = "Of a floating pane: stays in sight while others hide"},
    {.name = "near-current-pane",
     .kind = ArgumentKind::Switch,
     .docs = "Beside the pane in which the command was given; the focus stays"},
    {.name = "no-focus", .kind = ArgumentKind::Switch, .docs = "Leave the focus where it is"},
    kTabId};

// new-pane has another -b.
inline constexpr ArgumentSpec kBorderless[] = {
    {.name = "borderless", .kind = ArgumentKind::Boolean, .docs = "Without frame"}};
inline constexpr ArgumentSpec kShortBorderless[] = {{.name = "borderless",
                                                     .kind = ArgumentKind::Boolean,
                                                     .short_name = 'b',
                                                     .docs = "Without frame"}};

// Refuses flags that exclude each other.
Result<model::PanePlace> place_of(const Context& context, const Arguments& arguments);
layout::FloatPlace float_place_of(const Arguments& arguments);

// Opens it there and focuses it unless told not to, or by where it is told to be.
Result<PaneId> open_at(const Context& context, const Arguments& arguments,
                       const layout::PaneSpec& spec, const model::PanePlace& place);

// By --blocking and its kin; fails if there are several.
Result<std::optional<model::WaitUntil>> wait_wanted(const Arguments& arguments);
// The pane's id; if it is waited for, its exit code when it is done.
Reply opened(const Context& context, PaneId pane, std::optional<model::WaitUntil> until);

}  // namespace mux::action
