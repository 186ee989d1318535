#include "mux/config/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "common/config/suggest.h"
#include "common/config/toml.h"
#include "common/kdl/parse.h"
#include "mux/config/keybinds.h"
#include "mux/config/option.h"
#include "mux/config/themes.h"

namespace mux::config {

namespace {

using common::config::Kind;
using common::config::Member;
using common::config::problem;
using common::config::Read;
using common::config::Value;

Read<bool> boolean_of(const Value& value) {
  if (value.kind != Kind::Boolean) return common::config::wrong_type(value, "a boolean");
  return value.boolean;
}

Read<void> read_env(const Value& value, Config& config, Remarks& /*remarks*/) {
  if (value.kind != Kind::Table) return common::config::wrong_type(value, "a block of variables");
  for (const Member& member : value.members) {
    std::string text = member.value.text;
    if (member.value.kind == Kind::Integer) {
      text = std::to_string(member.value.integer);
    } else if (member.value.kind != Kind::String) {
      return common::config::wrong_type(member.value, "a string or an integer");
    }
    auto& variables = config.session.environment;
    std::erase_if(variables, [&](const auto& variable) { return variable.first == member.name; });
    variables.emplace_back(member.name, std::move(text));
  }
  return {};
}

struct UiRow {
  std::string_view name;
  void (*set)(Config& config, bool value);
};

constexpr UiRow kUiRows[] = {
    {"rounded-corners", [](Config& config, bool value) { config.session.rounds_corners = value; }},
    {"hide-session-name",
     [](Config& config, bool value) { config.session.shows_session_name = !value; }},
};

Read<void> read_pane_frames(const Value& value, Config& config) {
  if (value.kind != Kind::Table) return common::config::wrong_type(value, "a block");
  for (const Member& member : value.members) {
    const auto row = std::ranges::find(kUiRows, dashed(member.name), &UiRow::name);
    if (row == std::end(kUiRows)) {
      return common::config::unknown_key(member, {kUiRows[0].name, kUiRows[1].name});
    }
    const auto setting = boolean_of(member.value);
    if (!setting) return std::unexpected(setting.error());
    row->set(config, *setting);
  }
  return {};
}

Read<void> read_ui(const Value& value, Config& config, Remarks& remarks) {
  if (value.kind != Kind::Table) return common::config::wrong_type(value, "a block");
  for (const Member& member : value.members) {
    if (dashed(member.name) != "pane-frames") {
      remarks.push_back({member.name_region, fmt::format("unknown part `{}` of ui", member.name)});
    } else if (auto read = read_pane_frames(member.value, config); !read) {
      return read;
    }
  }
  return {};
}

Read<void> read_theme_section(const Value& value, Config& config, Remarks& /*remarks*/) {
  return read_themes(value, config.themes);
}

Read<void> read_keybind_section(const Value& value, Config& config, Remarks& remarks) {
  auto changes = read_keybinds(value, remarks);
  if (!changes) return std::unexpected(std::move(changes).error());
  config.key_changes.push_back(*std::move(changes));
  return {};
}

struct Section {
  std::string_view name;
  Read<void> (*read)(const Value& value, Config& config, Remarks& remarks);
  bool takes_nodes = false;  // KDL's nodes, as they are.
};

constexpr Section kSections[] = {
    {"env", read_env},
    {"keybinds", read_keybind_section, true},
    {"themes", read_theme_section},
    {"ui", read_ui},
};

void add_unknown(const Member& member, Remarks& remarks) {
  std::vector<std::string_view> known;
  for (const Option* option : options()) known.push_back(option->key);
  for (const ForeignOption& option : foreign_options()) known.push_back(option.key);
  for (const Section& section : kSections) known.push_back(section.name);
  std::string message = fmt::format("unknown option `{}`", member.name);
  if (const auto meant = common::config::closest_name(dashed(member.name), known)) {
    std::string name(*meant);
    if (member.name.find('_') != std::string::npos) std::ranges::replace(name, '-', '_');
    message += fmt::format(", did you mean `{}`?", name);
  }
  remarks.push_back({member.name_region, std::move(message)});
}

Read<void> read_member(const Member& member, Config& config, Remarks& remarks) {
  if (const Option* const option = find_option(member.name)) {
    return option->target.read(config, common::kdl::plain_value(member.value));
  }
  const auto section = std::ranges::find(kSections, dashed(member.name), &Section::name);
  if (section != std::end(kSections)) {
    return section->read(
        section->takes_nodes ? member.value : common::kdl::plain_value(member.value), config,
        remarks);
  }
  if (const ForeignOption* const foreign = find_foreign_option(member.name)) {
    remarks.push_back(
        {member.name_region, fmt::format("`{}` has no effect: {}", member.name, foreign->reason)});
  } else {
    add_unknown(member, remarks);
  }
  return {};
}

// What the word may mean, the likeliest first.
std::vector<Value> values_of(std::string_view word) {
  std::vector<Value> values{Value::of(word)};
  if (word == "true" || word == "false") values.push_back(Value::of(word == "true"));
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc() && end == word.data() + word.size()) values.push_back(Value::of(number));
  std::vector<Value> parts;
  for (std::string_view rest = word; !rest.empty();) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    parts.push_back(Value::of(rest.substr(0, comma)));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  values.push_back(Value::of(std::move(parts)));
  return values;
}

}  // namespace

std::string dashed(std::string_view name) {
  std::string result(name);
  std::ranges::replace(result, '_', '-');
  return result;
}

bool is_toml(std::string_view path) {
  return path.ends_with(".toml");
}

std::string located(const common::config::Problem& problem, std::string_view text,
                    std::string_view path) {
  const auto& begin = problem.region.begin;
  if (begin.line == 0) return fmt::format("{}: {}", path, problem.message);
  std::string lines = common::config::marked_line(problem, text);
  lines.pop_back();  // The end of the last.
  return fmt::format("{}:{}:{}: {}\n{}", path, begin.line, begin.column, problem.message, lines);
}

Read<Value> parse_document(std::string_view text, std::string_view path) {
  return is_toml(path) ? common::config::parse_toml(text) : common::kdl::parse_kdl(text);
}

Read<void> read_document(const Value& document, Config& config, Remarks& remarks) {
  for (const Member& member : document.members) {
    if (auto read = read_member(member, config, remarks); !read) return read;
  }
  return {};
}

Read<void> set_option(std::string_view key, std::string_view word, Config& config) {
  const Option* const option = find_option(key);
  if (option == nullptr) return {};  // A foreign one.
  std::optional<common::config::Problem> first;
  for (const Value& value : values_of(word)) {
    auto read = option->target.read(config, value);
    if (read) return read;
    if (!first) first = std::move(read).error();
  }
  if (option->choices != nullptr) {
    first->message = fmt::format("expected one of {}", fmt::join(option->choices(), ", "));
  }
  return std::unexpected(*std::move(first));
}

}  // namespace mux::config
