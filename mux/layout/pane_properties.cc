#include "mux/layout/pane_properties.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <system_error>

#include "common/base/result.h"
#include "common/config/suggest.h"
#include "common/config/toml.h"
#include "common/kdl/parse.h"

namespace mux::layout {
namespace {

using common::config::Kind;
using common::config::Member;
using common::config::Problem;
using common::config::problem;
using common::config::Read;
using common::config::Value;

// More cells than any screen has.
constexpr double kMostCells = 100'000;

Read<void> read_into(const Value& value, std::optional<bool>& member) {
  if (value.kind != Kind::Boolean) return wrong_type(value, "`true` or `false`");
  member = value.boolean;
  return {};
}

Read<void> read_into(const Value& value, std::optional<std::string>& member) {
  if (value.kind != Kind::String) return wrong_type(value, "a string");
  member = value.text;
  return {};
}

// What names something that must be there.
template <auto kMember>
Read<void> filled_into(const Value& value, Draft& draft) {
  TRY(read_into(value, draft.*kMember));
  if ((draft.*kMember)->empty()) return wrong_value(value, "more than nothing");
  return {};
}

Read<void> read_into(const Value& value, std::optional<std::size_t>& member) {
  if (value.kind != Kind::Integer) return wrong_type(value, "a number of panes without quotes");
  if (value.integer < 0) return wrong_value(value, "a number of panes");
  member = static_cast<std::size_t>(value.integer);
  return {};
}

Read<void> read_into(const Value& value, std::optional<Axis>& member) {
  if (value.kind != Kind::String) return wrong_type(value, "\"vertical\" or \"horizontal\"");
  // Named after the line between the panes.
  if (value.text == "vertical" || value.text == "Vertical") {
    member = Axis::Horizontal;
  } else if (value.text == "horizontal" || value.text == "Horizontal") {
    member = Axis::Vertical;
  } else {
    return wrong_value(value, "\"vertical\" or \"horizontal\"");
  }
  return {};
}

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

// Cells, or percent with a sign in quotes.
std::optional<Extent> extent_of(const Value& value) {
  if (value.kind == Kind::Integer) {
    return Extent{.kind = Extent::Kind::Cells, .value = static_cast<double>(value.integer)};
  }
  if (value.kind != Kind::String) return std::nullopt;
  std::string_view text = value.text;
  const bool is_percent = text.ends_with('%');
  if (is_percent) text.remove_suffix(1);
  const auto number = number_of(text);
  if (!number) return std::nullopt;
  if (is_percent && *number > 100) return std::nullopt;
  if (!is_percent && *number != static_cast<double>(static_cast<long long>(*number))) {
    return std::nullopt;
  }
  return Extent{.kind = is_percent ? Extent::Kind::Percent : Extent::Kind::Cells, .value = *number};
}

Read<Extent> read_extent(const Value& value, bool may_be_zero) {
  constexpr std::string_view kExpected = "a number of cells or percent in quotes, like \"50%\"";
  const auto extent = extent_of(value);
  if (!extent) {
    return value.kind == Kind::String || value.kind == Kind::Integer ? wrong_value(value, kExpected)
                                                                     : wrong_type(value, kExpected);
  }
  if (extent->value < 0 || extent->value > kMostCells) return wrong_value(value, kExpected);
  if (extent->value == 0 && !may_be_zero) return wrong_value(value, "more than nothing");
  return *extent;
}

template <auto kMember>
Read<void> into(const Value& value, Draft& draft) {
  return read_into(value, draft.*kMember);
}

template <auto kMember, bool kMayBeZero>
Read<void> extent_into(const Value& value, Draft& draft) {
  draft.*kMember = TRY(read_extent(value, kMayBeZero));
  return {};
}

struct Property {
  std::string_view name;
  std::uint8_t places;
  Read<void> (*read)(const Value& value, Draft& draft);
};

constexpr std::uint8_t kPane = kTiledPane | kFloatingPane;

constexpr Property kProperties[] = {
    {"borderless", kPane, into<&Draft::borderless>},
    {"close_on_exit", kPane, into<&Draft::close_on_exit>},
    {"command", kPane, filled_into<&Draft::command>},
    {"contents_file", kPane, into<&Draft::contents_file>},
    {"cwd", kPane | kTab | kLayoutNode, into<&Draft::cwd>},
    {"default_bg", kPane, into<&Draft::default_bg>},
    {"default_fg", kPane, into<&Draft::default_fg>},
    {"edit", kPane, filled_into<&Draft::edit>},
    {"exact_panes", kTab, into<&Draft::exact_panes>},
    {"exclude_from_sync", kPane, into<&Draft::exclude_from_sync>},
    {"expanded", kTiledPane, into<&Draft::expanded>},
    {"focus", kPane | kTab, into<&Draft::focus>},
    {"height", kFloatingPane, extent_into<&Draft::height, false>},
    {"hide_floating_panes", kTab | kLayoutNode, into<&Draft::hide_floating_panes>},
    {"max_panes", kTab, into<&Draft::max_panes>},
    {"min_panes", kTab, into<&Draft::min_panes>},
    {"name", kPane | kTab | kLayoutNode | kTemplate, into<&Draft::name>},
    {"pinned", kFloatingPane, into<&Draft::pinned>},
    {"size", kTiledPane, extent_into<&Draft::size, false>},
    {"split_direction", kTiledPane | kTab | kLayoutNode, into<&Draft::split_direction>},
    {"stacked", kTiledPane, into<&Draft::stacked>},
    {"start_suspended", kPane, into<&Draft::start_suspended>},
    {"width", kFloatingPane, extent_into<&Draft::width, false>},
    {"x", kFloatingPane, extent_into<&Draft::x, true>},
    {"y", kFloatingPane, extent_into<&Draft::y, true>},
};
static_assert(std::ranges::is_sorted(kProperties, {}, &Property::name));

const Property* find_property(std::string_view name, std::uint8_t places) {
  const auto found = std::ranges::lower_bound(kProperties, name, {}, &Property::name);
  return found != std::end(kProperties) && found->name == name && (found->places & places) != 0
             ? &*found
             : nullptr;
}

std::string_view noun_for(std::uint8_t places) {
  if ((places & kTiledPane) != 0) return "pane property";
  if ((places & kFloatingPane) != 0) return "floating pane property";
  if ((places & kTab) != 0) return "tab property";
  if ((places & kLayoutNode) != 0) return "layout node";
  return "property";
}

std::vector<std::string_view> names_at(std::uint8_t places) {
  std::vector<std::string_view> names;
  for (const Property& property : kProperties) {
    if ((property.places & places) != 0) names.push_back(property.name);
  }
  return names;
}

// The value of a property that is a child: its one argument.
Read<const Value*> value_of_child(const Member& child) {
  const Value& node = child.value;
  if (node.elements.size() == 1) return &node.elements.front();
  return std::unexpected(
      Problem{.message = fmt::format("`{}` needs {}", child.name,
                                     node.elements.empty() ? "a value" : "one value, not several"),
              .region = child.name_region});
}

Read<std::vector<std::string>> read_arguments(const Member& child) {
  std::vector<std::string> arguments;
  for (const Value& element : child.value.elements) {
    if (element.kind != Kind::String) return wrong_type(element, "a string");
    arguments.push_back(element.text);
  }
  if (!arguments.empty()) return arguments;
  return std::unexpected(
      Problem{.message = "`args` needs one or more arguments, like args \"-h\" \"-v\"",
              .region = child.name_region});
}

// plugin location="..." { key "value"; }
Read<Plugin> read_plugin(const Member& child) {
  Plugin plugin;
  for (const Member& member : child.value.members) {
    const auto text = common::config::plain_text(common::kdl::plain_value(member.value));
    if (!text) return wrong_value(member.value, "a string, a number, `true` or `false`");
    if (member.name == "location") {
      plugin.location = *text;
    } else if (member.name == "cwd") {
      plugin.cwd = *text;
    } else if (member.name != "path" && member.name != "_allow_exec_host_cmd") {
      plugin.configuration.emplace_back(member.name, *text);
    }
  }
  if (!plugin.location.empty()) return plugin;
  return std::unexpected(Problem{.message = "a plugin needs a location, like location=\"tab-bar\"",
                                 .region = child.name_region});
}

bool may_run(std::uint8_t places) {
  return (places & kPane) != 0;
}

Read<void> read_child(const Member& child, std::uint8_t places,
                      const std::vector<std::string_view>& other_children, Draft& draft) {
  if (std::ranges::find(other_children, child.name) != other_children.end()) return {};
  if (may_run(places) && child.name == "args") {
    draft.args = TRY(read_arguments(child));
    return {};
  }
  if (may_run(places) && child.name == "plugin") {
    draft.plugin = TRY(read_plugin(child));
    return {};
  }
  if (const Property* const property = find_property(child.name, places)) {
    return property->read(*TRY(value_of_child(child)), draft);
  }
  std::vector<std::string_view> known = names_at(places);
  known.insert(known.end(), other_children.begin(), other_children.end());
  if (may_run(places)) known.insert(known.end(), {"args", "plugin"});
  return unknown_name(noun_for(places), child, known);
}

std::unexpected<Problem> conflict(const Value& node, std::string message) {
  return problem(node, std::move(message));
}

template <typename T>
void overlay(std::optional<T>& use, const std::optional<T>& base) {
  if (!use) use = base;
}

PaneContent content_of(const Draft& draft) {
  PaneContent content;
  content.cwd = draft.cwd.value_or("");
  if (draft.command) {
    content.kind = PaneContent::Kind::Command;
    content.program = *draft.command;
    content.arguments = draft.args.value_or(std::vector<std::string>());
    content.closes_on_exit = draft.close_on_exit.value_or(false);
    content.starts_suspended = draft.start_suspended.value_or(false);
  } else if (draft.edit) {
    content.kind = PaneContent::Kind::Edit;
    content.program = joined_path(content.cwd, *draft.edit);
  } else if (draft.plugin) {
    content.kind = PaneContent::Kind::Plugin;
    content.program = draft.plugin->location;
    content.configuration = draft.plugin->configuration;
    if (!draft.plugin->cwd.empty()) content.cwd = draft.plugin->cwd;
  }
  return content;
}

}  // namespace

std::unexpected<Problem> unknown_name(std::string_view what, const Member& member,
                                      const std::vector<std::string_view>& known) {
  std::string message = fmt::format("unknown {} `{}`", what, member.name);
  if (const auto meant = common::config::closest_name(member.name, known)) {
    message += fmt::format(", did you mean `{}`?", *meant);
  }
  return std::unexpected(Problem{.message = std::move(message), .region = member.name_region});
}

Read<Draft> read_draft(const Value& node, std::uint8_t places,
                       const std::vector<std::string_view>& other_children) {
  if (!node.elements.empty()) {
    return problem(node.elements.front(),
                   "expected a property with its name, like name=\"...\", found a bare value");
  }
  Draft draft;
  for (const Member& member : node.members) {
    if (member.value.kind == Kind::Node) {
      TRY(read_child(member, places, other_children, draft));
      continue;
    }
    const Property* const property = find_property(member.name, places);
    if (property == nullptr) return unknown_name(noun_for(places), member, names_at(places));
    TRY(property->read(member.value, draft));
  }
  return draft;
}

std::vector<std::string_view> tiled_only(const Draft& draft) {
  std::vector<std::string_view> names;
  if (draft.borderless) names.push_back("borderless");
  if (draft.stacked) names.push_back("stacked");
  if (draft.expanded) names.push_back("expanded");
  if (draft.size) names.push_back("size");
  if (draft.split_direction) names.push_back("split_direction");
  return names;
}

std::vector<std::string_view> floating_only(const Draft& draft) {
  std::vector<std::string_view> names;
  if (draft.height) names.push_back("height");
  if (draft.pinned) names.push_back("pinned");
  if (draft.width) names.push_back("width");
  if (draft.x) names.push_back("x");
  if (draft.y) names.push_back("y");
  return names;
}

Draft laid_over(const Draft& base, Draft use) {
  const bool runs_something = use.command || use.edit || use.plugin;
  if (!runs_something) {
    use.command = base.command;
    use.edit = base.edit;
    use.plugin = base.plugin;
    overlay(use.close_on_exit, base.close_on_exit);
    overlay(use.start_suspended, base.start_suspended);
  }
  if (!runs_something || (use.command && base.command)) overlay(use.args, base.args);
  overlay(use.cwd, base.cwd);
  overlay(use.name, base.name);
  overlay(use.contents_file, base.contents_file);
  overlay(use.default_fg, base.default_fg);
  overlay(use.default_bg, base.default_bg);
  overlay(use.borderless, base.borderless);
  overlay(use.exclude_from_sync, base.exclude_from_sync);
  overlay(use.expanded, base.expanded);
  overlay(use.focus, base.focus);
  overlay(use.pinned, base.pinned);
  overlay(use.stacked, base.stacked);
  overlay(use.size, base.size);
  overlay(use.x, base.x);
  overlay(use.y, base.y);
  overlay(use.width, base.width);
  overlay(use.height, base.height);
  return use;
}

Read<PaneSpec> pane_of(const Draft& draft, const Value& node) {
  if (draft.command && draft.edit) {
    return conflict(node, "a pane cannot both run a command and edit a file");
  }
  if (draft.plugin && (draft.command || draft.edit)) {
    return conflict(node, "a pane cannot both hold a plugin and run a command or edit a file");
  }
  if (!draft.command) {
    const std::string_view needless = draft.args              ? "args"
                                      : draft.close_on_exit   ? "close_on_exit"
                                      : draft.start_suspended ? "start_suspended"
                                                              : "";
    if (!needless.empty()) {
      return conflict(node, fmt::format("`{}` is only of use with a command", needless));
    }
  }
  return PaneSpec{.name = draft.name.value_or(""),
                  .content = content_of(draft),
                  .has_focus = draft.focus.value_or(false),
                  .is_borderless = draft.borderless.value_or(false),
                  .is_excluded_from_sync = draft.exclude_from_sync.value_or(false),
                  .contents_file = draft.contents_file.value_or(""),
                  .foreground = draft.default_fg.value_or(""),
                  .background = draft.default_bg.value_or("")};
}

FloatPlace place_of(const Draft& draft) {
  return {.x = draft.x, .y = draft.y, .columns = draft.width, .rows = draft.height};
}

}  // namespace mux::layout
