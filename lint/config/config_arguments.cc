#include "lint/config/config_arguments.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "common/config/toml.h"
#include "common/fs/path.h"
#include "lint/config/config_file.h"
#include "lint/config/options.h"

namespace lint::config {
namespace {

using common::Result;
using common::config::Problem;
using common::config::Read;
using common::config::Value;

constexpr std::string_view kTip =
    "  tip: A `--config` flag must either be a path to a `.toml` configuration file\n"
    "       or a TOML `<KEY> = <VALUE>` pair overriding a specific configuration\n"
    "       option";

// The path of the file that a value names, if it names one.
std::optional<std::string> named_file(const std::string& value) {
  if (is_file(value)) return value;
  auto expanded = common::fs::expand_path(
      value, [](const char* name) -> const char* { return std::getenv(name); });
  if (expanded && is_file(*expanded)) return *std::move(expanded);
  return std::nullopt;
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool ends_in_toml(std::string_view value) {
  constexpr std::string_view kEnd = ".toml";
  return value.size() >= kEnd.size() &&
         std::ranges::equal(value.substr(value.size() - kEnd.size()), kEnd, {},
                            [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
}

// What one might have meant by the value; empty: no idea.
std::string advice(std::string_view value, const Problem& problem, bool is_toml) {
  const std::size_t equals = value.find('=');
  if (equals == std::string_view::npos) {
    if (!ends_in_toml(value)) return {};
    return "\n\nIt looks like you were trying to pass a path to a configuration file.\nThe path `" +
           std::string(value) + "` does not point to a configuration file";
  }
  const std::string key(without_blanks(value.substr(0, equals)));
  const common::config::OptionIndex& options = option_table().index();
  if (options.is_table(key) && !without_blanks(value.substr(equals + 1)).starts_with('{')) {
    std::string text = "\n\n`" + key +
                       "` is a table of configuration options.\nDid you want to override one of "
                       "the table's subkeys?\n\nPossible choices:\n";
    for (const std::string_view name : options.names_in(key)) {
      const std::string full = key + "." + std::string(name);
      if (!options.is_table(full)) text += "\n- `" + full + "`";
    }
    return text;
  }
  return std::string("\n\n") +
         (is_toml ? "Could not parse the supplied argument as a `klint.toml` configuration option"
                  : "The supplied argument is not valid TOML") +
         ":\n\n" + located_message(problem, value);
}

std::unexpected<common::Error> invalid_value(std::string_view value, const std::string& tip) {
  return common::fail("invalid value '" + std::string(value) +
                      "' for '--config <CONFIG_OPTION>'\n\n" + tip);
}

Result<ConfigLayer> read_inline(const std::string& value, std::string_view working_directory) {
  auto table = common::config::parse_toml(value);
  if (!table) {
    return invalid_value(value, std::string(kTip) + advice(value, table.error(), false));
  }
  auto layer = make_layer(*std::move(table), value, working_directory, "from the CLI");
  if (!layer) return invalid_value(value, std::string(kTip) + advice(value, layer.error(), true));
  if (layer->extend) {
    return invalid_value(value, "  tip: Cannot include `extend` in a --config flag value");
  }
  // Values are looked at now, as those of other flags are.
  Settings settings;
  settings.lint.rule_selection.emplace_back();
  const common::config::ReadContext context{.root = layer->root, .origin = layer->origin};
  if (auto read = option_table().apply(layer->assignments, context, settings); !read) {
    return invalid_value(value, std::string(kTip) + advice(value, read.error(), true));
  }
  return *std::move(layer);
}

Result<void> take_file(const std::string& path, ConfigArguments& arguments) {
  if (arguments.is_isolated) {
    return common::fail(
        "The argument `--config=" + path +
        "` cannot be used with `--isolated`\n\n"
        "  tip: You cannot specify a configuration file and also specify `--isolated`,\n"
        "       as `--isolated` causes klint to ignore all configuration files.");
  }
  if (arguments.file) {
    return common::fail(
        "You cannot specify more than one configuration file on the command line.\n\n"
        "  tip: remove either `--config=" +
        *arguments.file + "` or `--config=" + path + "`.");
  }
  arguments.file = path;
  return {};
}

// "left:right"
struct Pair {
  std::string left;
  std::string right;
};

Result<Pair> split_pair(std::string_view pair, std::string_view expected) {
  const std::size_t colon = pair.find(':');
  if (colon == std::string_view::npos || pair.find(':', colon + 1) != std::string_view::npos) {
    return common::fail("Expected " + std::string(expected) + " pattern");
  }
  return Pair{.left = std::string(without_blanks(pair.substr(0, colon))),
              .right = std::string(without_blanks(pair.substr(colon + 1)))};
}

// A language as the flag spells it.
Result<std::string_view> language_name(std::string_view name) {
  if (name == "md") return name_of(Language::Markdown);
  for (const EnumName<Language>& row : kNamesOf<Language>) {
    if (row.name == name && row.value != Language::Markdown) return row.name;
  }
  return common::fail("Unrecognized language: `" + std::string(name) +
                      "`. Expected one of `python`, `pyi`, or `ipynb`.");
}

}  // namespace

Value strings_value(const std::vector<std::string>& strings) {
  std::vector<Value> elements;
  for (const std::string& text : strings) elements.push_back(Value::of(std::string_view(text)));
  return Value::of(std::move(elements));
}

Result<Value> per_file_ignores_value(const std::vector<std::string>& pairs) {
  Value table;
  for (const std::string& pair : pairs) {
    const Pair names = TRY(split_pair(pair, "<FilePattern>:<RuleCode>"));
    auto row = std::ranges::find(table.members, names.left, &common::config::Member::name);
    if (row == table.members.end()) {
      table.members.push_back(
          {.name = names.left, .name_region = {}, .value = Value::of(std::vector<Value>())});
      row = table.members.end() - 1;
    }
    row->value.elements.push_back(Value::of(std::string_view(names.right)));
  }
  return table;
}

Result<Value> extension_value(const std::vector<std::string>& pairs) {
  Value table;
  for (const std::string& pair : pairs) {
    Pair names = TRY(split_pair(pair, "<Extension>:<LanguageCode>"));
    const std::string_view language = TRY(language_name(names.right));
    table.members.push_back(
        {.name = std::move(names.left), .name_region = {}, .value = Value::of(language)});
  }
  return table;
}

Result<ConfigArguments> read_config_arguments(const std::vector<std::string>& values,
                                              bool is_isolated, Value flags,
                                              std::string_view working_directory) {
  ConfigArguments arguments;
  arguments.is_isolated = is_isolated;
  for (const std::string& value : values) {
    if (const auto file = named_file(value)) {
      TRY(take_file(*file, arguments));
    } else {
      arguments.inline_options.push_back(TRY(read_inline(value, working_directory)));
    }
  }
  auto layer = make_layer(std::move(flags), "", working_directory, "from the CLI");
  if (!layer) return common::fail(layer.error().message);
  arguments.flags = *std::move(layer);
  return arguments;
}

}  // namespace lint::config
