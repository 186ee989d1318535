#include "lint/config/describe_options.h"

#include <fmt/format.h>

#include "common/json/writer.h"
#include "lint/config/options.h"

namespace lint::config {
namespace {

using common::config::OptionInfo;
using common::json::Writer;

std::string deprecation_text(const common::config::Deprecation& deprecation) {
  std::string text = "> [!WARNING]\n> This option is deprecated";
  if (!deprecation.since.empty()) text += fmt::format(" since {}", deprecation.since);
  return text + fmt::format(". {}\n\n", deprecation.message);
}

std::string as_text(std::size_t row) {
  const OptionInfo& option = *option_table().rows()[row];
  std::string text = std::string(option.docs) + "\n\n";
  if (!option.deprecation.message.empty()) text = deprecation_text(option.deprecation) + text;
  text += fmt::format("Default value: {}\nType: {}\n", default_of(option_table(), row),
                      type_of(option_table(), row));
  return text + fmt::format("Example usage:\n```toml\n{}\n```\n", option.example);
}

// Two blanks per level, as ruff prints JSON.
class PrettyObject {
 public:
  PrettyObject(std::string& out, std::string indent) : out_(out), indent_(std::move(indent)) {
    out_ += '{';
  }
  void key(std::string_view name) {
    out_ += is_empty_ ? "\n" : ",\n";
    is_empty_ = false;
    out_.append(indent_).append("  ");
    Writer(out_).string(name);
    out_ += ": ";
  }
  void string(std::string_view name, std::string_view value) {
    key(name);
    Writer(out_).string(value);
  }
  void null(std::string_view name) {
    key(name);
    out_ += "null";
  }
  void end() { out_.append(is_empty_ ? "" : "\n" + indent_).append("}"); }

 private:
  std::string& out_;
  std::string indent_;
  bool is_empty_ = true;
};

void write_option(std::size_t row, const std::string& indent, std::string& out) {
  const OptionInfo& option = *option_table().rows()[row];
  PrettyObject object(out, indent);
  object.string("doc", option.docs);
  object.string("default", default_of(option_table(), row));
  object.string("value_type", type_of(option_table(), row));
  option.is_open_table ? object.string("scope", option.name()) : object.null("scope");
  object.string("example", option.example);
  if (option.deprecation.message.empty()) {
    object.null("deprecated");
  } else {
    object.key("deprecated");
    PrettyObject deprecation(out, indent + "  ");
    option.deprecation.since.empty() ? deprecation.null("since")
                                     : deprecation.string("since", option.deprecation.since);
    deprecation.string("message", option.deprecation.message);
    deprecation.end();
  }
  object.end();
}

}  // namespace

std::string list_options(std::string_view table, bool as_json) {
  std::string out;
  if (!as_json) {
    for (const std::string_view name : option_table().index().names_in(table)) {
      out.append(name).append("\n");
    }
    return out;
  }
  const std::string prefix = table.empty() ? std::string() : std::string(table) + '.';
  PrettyObject object(out, "");
  const auto& rows = option_table().rows();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!rows[row]->key.starts_with(prefix)) continue;
    object.key(rows[row]->key.substr(prefix.size()));
    write_option(row, "  ", out);
  }
  object.end();
  return out + '\n';
}

std::optional<std::string> describe_option(std::string_view key, bool as_json) {
  const common::config::OptionIndex& index = option_table().index();
  const std::size_t row = index.find(key);
  if (row == index.rows().size()) {
    if (!index.is_table(key)) return std::nullopt;
    return list_options(key, as_json);
  }
  if (!as_json) return as_text(row);
  std::string out;
  write_option(row, "", out);
  return out + '\n';
}

}  // namespace lint::config
