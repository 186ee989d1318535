#include "mux/config/spoken_action.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "common/config/suggest.h"
#include "common/config/toml.h"
#include "common/kdl/parse.h"
#include "common/kdl/print.h"
#include "common/text/shell_words.h"
#include "mux/action/action.h"

namespace mux::config {

namespace {

using action::ArgumentKind;
using action::ArgumentSpec;
using common::config::Kind;
using common::config::Member;
using common::config::problem;
using common::config::Read;
using common::config::Value;
using input::ActionCall;

// Where zellij's name is not ours with capitals instead of dashes.
struct SpokenName {
  std::string_view name;
  std::string_view action;  // Empty: it is of nested sessions.
  bool is_second = false;   // We write another name for the action.
};

constexpr SpokenName kSpokenNames[] = {
    {"ClearScreen", "clear", true},
    {"CloseFocus", "close-pane"},
    {"EditFile", "edit"},
    {"FocusGuestSession", ""},
    {"FocusHostSession", ""},
    {"ResizeNew", "resize", true},
    {"Run", "new-pane", true},
    {"SwitchToMode", "switch-mode"},
    {"ToggleFocusFullscreen", "toggle-fullscreen"},
    {"ToggleFocusNoUiFullscreen", "toggle-no-ui-fullscreen"},
    {"ToggleHostFullscreen", ""},
};
static_assert(std::ranges::is_sorted(kSpokenNames, {}, &SpokenName::name));

// "NewPane" is "new-pane".
std::string with_dashes(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital && !result.empty() && result.back() != '-') result += '-';
    result += is_capital ? static_cast<char>(c - 'A' + 'a') : c == '_' ? '-' : c;
  }
  return result;
}

std::string with_capitals(std::string_view name) {
  std::string result;
  bool is_first = true;
  for (const char c : name) {
    if (c == '-') {
      is_first = true;
      continue;
    }
    result += is_first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    is_first = false;
  }
  return result;
}

bool is_zellij_name(std::string_view name) {
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
}

// An action with all that was said about it.
struct Spoken {
  const Member& node;
  const action::ActionRow& row;
  std::vector<std::string> words;  // The arguments.
  std::vector<std::string> flags;
  bool is_zellij;
};

const ArgumentSpec* find_spec(const action::ActionRow& row, std::string_view name) {
  const auto found = std::ranges::find(row.arguments, name, &ArgumentSpec::name);
  return found == row.arguments.end() ? nullptr : &*found;
}

// A property or a node in the block, `name="build"` or `name "build"`.
Read<void> add_named(Spoken& spoken, const Member& member, Remarks& remarks) {
  const ArgumentSpec* const spec = find_spec(spoken.row, dashed(member.name));
  if (spec == nullptr && spoken.is_zellij) {
    // zellij takes no notice of what it does not know here.
    remarks.push_back({member.name_region,
                       fmt::format("`{}` of {} has no effect", member.name, spoken.node.name)});
    return {};
  }
  if (spec == nullptr) {
    std::vector<std::string_view> known;
    for (const ArgumentSpec& row : spoken.row.arguments) known.push_back(row.name);
    return common::config::unknown_key(member, known, true);
  }
  const Value plain = common::kdl::plain_value(member.value);
  auto word = common::config::plain_text(plain);
  if (!word) return problem(member.value, "expected a string, a number or a boolean");
  if (!spec->is_flag) {
    spoken.words.push_back(*std::move(word));
  } else if (spec->kind != ArgumentKind::Switch) {
    spoken.flags.push_back(fmt::format("--{}={}", spec->name, *word));
  } else if (plain.kind != Kind::Boolean) {
    return common::config::wrong_type(plain, "a boolean");
  } else if (plain.boolean) {
    spoken.flags.push_back(fmt::format("--{}", spec->name));
  }
  return {};
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_resize_kind(const std::string& word) {
  return word == "increase" || word == "decrease";
}

// "Increase Left" in one word; "Left" alone increases.
std::vector<std::string> resize_words(const std::vector<std::string>& spoken) {
  std::vector<std::string> words(1);
  for (const std::string& text : spoken) {
    for (const char c : lower_case(text)) {
      if (c == ' ') {
        words.emplace_back();
      } else {
        words.back() += c;
      }
    }
    words.emplace_back();
  }
  std::erase(words, "");
  if (std::ranges::none_of(words, is_resize_kind)) words.insert(words.begin(), "increase");
  std::ranges::stable_partition(words, is_resize_kind);
  return words;
}

// What zellij says otherwise than by arguments in the order of ours.
void adapt(Spoken& spoken) {
  std::vector<std::string>& words = spoken.words;
  const std::string_view name = spoken.row.name;
  if (spoken.node.name != "Run" && words == std::vector<std::string>{""}) words.clear();
  if (words.empty()) return;
  if (name == "resize") {
    words = resize_words(words);
  } else if (spoken.node.name == "NewPane") {
    const std::string where = lower_case(words.front());
    words.erase(words.begin());
    spoken.flags.push_back(where == "stacked" || where == "floating" ? "--" + where
                                                                     : "--direction=" + where);
  } else if (name == "dump-screen") {
    spoken.flags.push_back("--path=" + words.front());
    words.clear();
  } else if (name == "dump-layout" || name == "move-pane-backwards") {
    words.clear();
  } else if (name == "search-toggle-option") {
    words.front() = with_dashes(words.front());
  }
}

Read<std::optional<ActionCall>> call_of(Spoken spoken) {
  if (spoken.is_zellij) adapt(spoken);
  ActionCall call{.name = std::string(spoken.row.name), .arguments = std::move(spoken.flags)};
  // Words of zellij's actions are never flags.
  if (spoken.is_zellij && !spoken.words.empty()) {
    const bool has_dash = std::ranges::any_of(
        spoken.words, [](const std::string& word) { return word.starts_with('-'); });
    if (has_dash || spoken.node.name == "Run") call.arguments.emplace_back("--");
  }
  for (std::string& word : spoken.words) call.arguments.push_back(std::move(word));
  if (auto is_right = action::check(call); !is_right) {
    return std::unexpected(common::config::Problem{.message = is_right.error().message,
                                                   .region = spoken.node.name_region});
  }
  return call;
}

std::unexpected<common::config::Problem> unknown_action(const Member& node) {
  std::vector<std::string> names;
  for (const action::ActionRow* row : action::action_rows()) {
    names.push_back(is_zellij_name(node.name) ? with_capitals(row->name) : std::string(row->name));
  }
  if (is_zellij_name(node.name)) {
    for (const SpokenName& row : kSpokenNames) names.emplace_back(row.name);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::string message = fmt::format("unknown action `{}`", node.name);
  if (const auto meant = common::config::closest_name(node.name, known)) {
    message += fmt::format(", did you mean `{}`?", *meant);
  }
  return std::unexpected(
      common::config::Problem{.message = std::move(message), .region = node.name_region});
}

Member node_with_word(std::string_view name, std::string_view word) {
  Member node = common::kdl::make_node(name);
  node.value.elements.push_back(Value::of(word));
  return node;
}

std::string spoken_name_of(std::string_view action) {
  const auto found = std::ranges::find_if(
      kSpokenNames, [&](const SpokenName& row) { return row.action == action && !row.is_second; });
  return found == std::end(kSpokenNames) ? with_capitals(action) : std::string(found->name);
}

// "-f", which properties have no name for.
bool has_short_flags(const ActionCall& call) {
  for (const std::string& argument : call.arguments) {
    if (argument == "--") return false;
    if (argument.size() > 1 && argument[0] == '-' && argument[1] != '-') return true;
  }
  return false;
}

Value plain_word(std::string_view word) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool is_number =
      error == std::errc() && end == word.data() + word.size() && std::to_string(number) == word;
  return is_number ? Value::of(number) : Value::of(word);
}

// Flags become properties, words arguments.
void add_arguments(const action::ActionRow& row, const std::vector<std::string>& arguments,
                   Value& node) {
  bool is_after_dashes = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (is_after_dashes || !argument.starts_with("--")) {
      node.elements.push_back(plain_word(argument));
      continue;
    }
    if (argument == "--") {
      is_after_dashes = true;
      continue;
    }
    const std::size_t equals = std::min(argument.find('='), argument.size());
    const std::string name = argument.substr(2, equals - 2);
    const ArgumentSpec* const spec = find_spec(row, name);
    std::string property = name;
    std::ranges::replace(property, '-', '_');
    if (spec != nullptr && spec->kind == ArgumentKind::Switch) {
      common::kdl::add_property(node, property, Value::of(true));
    } else if (equals < argument.size()) {
      common::kdl::add_property(node, property, plain_word(argument.substr(equals + 1)));
    } else if (i + 1 < arguments.size()) {
      common::kdl::add_property(node, property, plain_word(arguments[++i]));
    }
  }
}

}  // namespace

Read<std::optional<ActionCall>> action_of_node(const Member& node, Remarks& remarks) {
  const auto spoken_name = std::ranges::find(kSpokenNames, node.name, &SpokenName::name);
  const std::string name = spoken_name != std::end(kSpokenNames) ? std::string(spoken_name->action)
                                                                 : with_dashes(node.name);
  if (name.empty() || action::is_for_plugins(name)) {
    remarks.push_back(
        {node.name_region,
         fmt::format("the binding of `{}` is left out: kmux has no such action", node.name)});
    return std::nullopt;
  }
  const auto row = action::find_action(name);
  if (!row) return unknown_action(node);
  Spoken spoken{
      .node = node, .row = **row, .words = {}, .flags = {}, .is_zellij = is_zellij_name(node.name)};
  for (const Value& argument : node.value.elements) {
    auto word = common::config::plain_text(argument);
    if (!word) return problem(argument, "expected a string, a number or a boolean");
    spoken.words.push_back(*std::move(word));
  }
  for (const Member& member : node.value.members) {
    if (auto added = add_named(spoken, member, remarks); !added)
      return std::unexpected(added.error());
  }
  return call_of(std::move(spoken));
}

Read<std::optional<ActionCall>> action_of_words(const Value& words, Remarks& remarks) {
  if (words.kind != Kind::String) return common::config::wrong_type(words, "an action");
  const auto parts = common::text::split_words(words.text);
  if (!parts || parts->empty()) {
    return problem(words, parts ? "expected an action" : "a quote is not closed");
  }
  Member node = common::kdl::make_node(parts->front());
  node.name_region = words.region;
  node.value.region = words.region;
  for (std::size_t i = 1; i < parts->size(); ++i) {
    Value word = Value::of(std::string_view((*parts)[i]));
    word.region = words.region;
    node.value.elements.push_back(std::move(word));
  }
  return action_of_node(node, remarks);
}

Member node_of_action(const ActionCall& call) {
  if (call.name == "new-pane" && call.arguments.size() == 2 && call.arguments[0] == "--direction") {
    return node_with_word("NewPane", call.arguments[1]);
  }
  if (call.name == "new-pane" && call.arguments == std::vector<std::string>{"--stacked"}) {
    return node_with_word("NewPane", "stacked");
  }
  if (has_short_flags(call)) {
    Member words = common::kdl::make_node(call.name);
    for (const std::string& argument : call.arguments) {
      words.value.elements.push_back(Value::of(std::string_view(argument)));
    }
    return words;
  }
  Member node = common::kdl::make_node(spoken_name_of(call.name));
  const auto row = action::find_action(call.name);
  if (row) add_arguments(**row, call.arguments, node.value);
  if (call.name == "new-pane" && !node.value.elements.empty()) node.name = "Run";
  return node;
}

std::string words_of_action(const ActionCall& call) {
  std::string text = call.name;
  for (const std::string& argument : call.arguments)
    text += ' ' + common::text::quoted_word(argument);
  return text;
}

}  // namespace mux::config
