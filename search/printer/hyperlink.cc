#include "search/printer/hyperlink.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "search/printer/hyperlink_aliases.h"

namespace search {

using common::fail;
using common::Result;

namespace {

bool is_letter_or_digit(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z');
}

bool is_scheme_byte(char byte) {
  return is_letter_or_digit(byte) || byte == '+' || byte == '-' || byte == '.';
}

// Kept as they are in a path; bytes of UTF-8 sequences are, too.
bool is_plain_path_byte(char byte) {
  return is_letter_or_digit(byte) || static_cast<unsigned char>(byte) >= 0x80 ||
         std::string_view("/:-._~").find(byte) != std::string_view::npos;
}

std::string percent_encoded(std::string_view path) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(path.size());
  for (const char byte : path) {
    if (is_plain_path_byte(byte)) {
      encoded += byte;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    encoded += {'%', kHex[value >> 4], kHex[value & 15]};
  }
  return encoded;
}

std::string alias_names() {
  std::string names;
  for (const HyperlinkAlias& alias : kHyperlinkAliases) {
    if (!names.empty()) names += ", ";
    names += alias.name;
  }
  return names;
}

}  // namespace

Result<HyperlinkFormat> HyperlinkFormat::parse(std::string_view text, std::string host,
                                               std::string wsl_prefix) {
  const auto alias = std::ranges::find(kHyperlinkAliases, text, &HyperlinkAlias::name);
  HyperlinkFormat format;
  if (auto read = format.read_parts(alias != std::end(kHyperlinkAliases) ? alias->format : text);
      !read) {
    return std::unexpected(std::move(read).error());
  }
  if (auto valid = format.validate(); !valid) return std::unexpected(std::move(valid).error());
  format.host_ = std::move(host);
  format.wsl_prefix_ = std::move(wsl_prefix);
  format.uses_line_ = format.has(Variable::Line);
  return format;
}

Result<void> HyperlinkFormat::read_parts(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    const bool doubled = i + 1 < text.size() && text[i + 1] == byte;
    if (byte != '{' && byte != '}') {
      add_text(byte);
    } else if (doubled) {
      add_text(byte);
      ++i;
    } else if (byte == '}') {
      return fail("unopened variable: found '}' without a corresponding '{' preceding it");
    } else {
      const std::size_t close = text.find('}', i);
      if (close == std::string_view::npos) {
        return fail("unclosed variable: found '{' without a corresponding '}' following it");
      }
      if (auto added = add_variable(text.substr(i + 1, close - i - 1)); !added) return added;
      i = close;
    }
  }
  return {};
}

void HyperlinkFormat::add_text(char byte) {
  if (parts_.empty() || parts_.back().variable != Variable::None) parts_.emplace_back();
  parts_.back().text += byte;
}

Result<void> HyperlinkFormat::add_variable(std::string_view name) {
  constexpr std::pair<std::string_view, Variable> kVariables[] = {
      {"path", Variable::Path}, {"line", Variable::Line},           {"column", Variable::Column},
      {"host", Variable::Host}, {"wslprefix", Variable::WslPrefix},
  };
  for (const auto& [known, variable] : kVariables) {
    if (name != known) continue;
    parts_.push_back({variable, {}});
    return {};
  }
  return fail("invalid hyperlink format variable: '" + std::string(name) +
              "', choose from: path, line, column, host, wslprefix");
}

bool HyperlinkFormat::has(Variable variable) const {
  return std::ranges::find(parts_, variable, &Part::variable) != parts_.end();
}

Result<void> HyperlinkFormat::validate() const {
  if (parts_.empty()) return {};
  if (parts_.size() == 1 && parts_[0].variable == Variable::None) {
    return fail(
        "at least a {path} variable is required in a hyperlink format, or otherwise use a valid "
        "alias: " +
        alias_names());
  }
  if (!has(Variable::Path)) return fail("the {path} variable is required in a hyperlink format");
  if (has(Variable::Column) && !has(Variable::Line)) {
    return fail(
        "the hyperlink format contains a {column} variable, but no {line} variable is present");
  }
  const std::string& first = parts_[0].text;
  const std::size_t colon = first.find(':');
  const bool has_scheme =
      colon != std::string::npos && colon > 0 &&
      std::all_of(first.begin(), first.begin() + static_cast<long>(colon), is_scheme_byte);
  if (!has_scheme) {
    return fail("the hyperlink format must start with a valid URL scheme, i.e., [0-9A-Za-z+-.]+:");
  }
  return {};
}

std::optional<std::string> HyperlinkFormat::link_path(std::string_view path) {
  struct Free {
    void operator()(char* text) const { std::free(text); }
  };
  const std::unique_ptr<char, Free> resolved(realpath(std::string(path).c_str(), nullptr));
  if (!resolved) return std::nullopt;
  return percent_encoded(resolved.get());
}

void HyperlinkFormat::append_url(std::string& out, std::string_view link_path,
                                 std::optional<std::uint64_t> line,
                                 std::optional<std::uint64_t> column) const {
  for (const Part& part : parts_) {
    switch (part.variable) {
      case Variable::None:
        out += part.text;
        break;
      case Variable::Path:
        out += link_path;
        break;
      case Variable::Host:
        out += host_;
        break;
      case Variable::Line:
        out += std::to_string(line.value_or(1));
        break;
      case Variable::Column:
        out += std::to_string(column.value_or(1));
        break;
      case Variable::WslPrefix:
        out += wsl_prefix_;
        break;
    }
  }
}

}  // namespace search
