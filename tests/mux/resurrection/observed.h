// What can be seen of a session from outside: texts by name.
//
//   tab 0                 its name, and how it is
//   pane NAME place       tab, kind, rectangle
//   pane NAME cwd | command | exit
//   focus                 the tab and the panes that have it
//   waiting               panes whose command does not run
//   rows                  how many of "row-1", "row-2" ... pane "a" has, in order
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "tests/mux/resurrection/kmux_world.h"

namespace resurrection {

inline constexpr std::string_view kWaiting = "waiting";

using Observed = std::map<std::string, std::string>;

// None: the server does not answer.
std::optional<Observed> observe(const KmuxWorld& world);

// Empty: there is no such thing.
std::string value_of(const Observed& observed, const std::string& name);

}  // namespace resurrection
