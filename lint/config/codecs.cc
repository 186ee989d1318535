#include "lint/config/codecs.h"

#include <fmt/format.h>

#include <cstdlib>
#include <limits>

#include "common/fs/path.h"
#include "lint/config/directories.h"

namespace common::config {

using lint::config::AllowedValue;
using lint::config::BannedApi;
using lint::config::DirectoryList;
using lint::config::DynamicLength;
using lint::config::FilePattern;
using lint::config::FilePatternSet;
using lint::config::ImportSection;
using lint::config::ImportSelection;
using lint::config::NameMap;
using lint::config::NamePattern;
using lint::config::OptionRegex;
using lint::config::PerFileIgnore;
using lint::config::PerFilePattern;
using lint::config::PerFileTargetVersion;
using lint::config::RequiredImports;
using lint::config::RuntimeEvaluation;

namespace {

// A result of ours as the answer about a value.
template <typename T>
Read<T> as_read(Result<T> result, const Value& value) {
  if (!result) return problem(value, std::move(result).error().message);
  return *std::move(result);
}

template <typename T>
Read<T> from_text(const Value& value, Result<T> (*create)(std::string_view)) {
  if (value.kind != Kind::String) return wrong_type(value, "a string");
  return as_read(create(value.text), value);
}

std::string utf8(char32_t c) {
  std::string text;
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  }
  return text += static_cast<char>(0x80 | (c & 0x3F));
}

// The only character of a text, of valid UTF-8.
std::optional<char32_t> only_character(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() != size) return std::nullopt;
  char32_t c = size == 1 ? lead : lead & (0x7FU >> size);
  for (const char next : text.substr(1)) c = (c << 6) | (static_cast<unsigned char>(next) & 0x3FU);
  return c;
}

// A table from globs to something.  `add` gets each glob and its value.
template <typename Add>
Read<void> read_globs(const Value& value, const ReadContext& context, Add add) {
  if (value.kind != Kind::Table) return wrong_type(value, "a map");
  for (const Member& member : value.members) {
    auto pattern = PerFilePattern::create(member.name, context.root);
    if (!pattern) {
      return std::unexpected(
          Problem{.message = std::move(pattern).error().message, .region = member.name_region});
    }
    if (auto added = add(*std::move(pattern), member.value); !added) return added;
  }
  return {};
}

std::string table_text(const std::string& members) {
  return members.empty() ? "{}" : "{ " + members + " }";
}

}  // namespace

template <>
Read<std::uint16_t> DefinedCodec<std::uint16_t>::read(const Value& value, const ReadContext&) {
  if (value.kind != Kind::Integer) return wrong_type(value, "an integer");
  constexpr int kMost = std::numeric_limits<std::uint16_t>::max();
  if (value.integer < 1 || value.integer > kMost) {
    return problem(
        value, fmt::format("line-length must be between 1 and {} (got {})", kMost, value.integer));
  }
  return static_cast<std::uint16_t>(value.integer);
}
template <>
std::string DefinedCodec<std::uint16_t>::print(const std::uint16_t& value) {
  return std::to_string(value);
}
template <>
std::string DefinedCodec<std::uint16_t>::type() {
  return "int";
}

template <>
Read<std::uint8_t> DefinedCodec<std::uint8_t>::read(const Value& value, const ReadContext&) {
  if (value.kind != Kind::Integer) return wrong_type(value, "an integer");
  if (value.integer < 1 || value.integer > std::numeric_limits<std::uint8_t>::max()) {
    return wrong_value(value, "a number between 1 and 255");
  }
  return static_cast<std::uint8_t>(value.integer);
}
template <>
std::string DefinedCodec<std::uint8_t>::print(const std::uint8_t& value) {
  return std::to_string(value);
}
template <>
std::string DefinedCodec<std::uint8_t>::type() {
  return "int";
}

template <>
Read<char32_t> DefinedCodec<char32_t>::read(const Value& value, const ReadContext&) {
  if (value.kind != Kind::String) return wrong_type(value, "a character");
  const auto character = only_character(value.text);
  if (!character) return wrong_value(value, "a character");
  return *character;
}
template <>
std::string DefinedCodec<char32_t>::print(const char32_t& value) {
  return toml_text(utf8(value));
}
template <>
std::string DefinedCodec<char32_t>::type() {
  return "str";
}

template <>
Read<lint::PythonVersion> DefinedCodec<lint::PythonVersion>::read(const Value& value,
                                                                  const ReadContext&) {
  if (value.kind != Kind::String) return wrong_type(value, "a string");
  if (const auto version = lint::python_version_of(value.text)) return *version;
  std::vector<std::string> names;
  for (int minor = lint::kOldestPython.minor; minor <= lint::kLatestPython.minor; ++minor) {
    names.push_back("py3" + std::to_string(minor));
  }
  return unknown_choice(value, {names.begin(), names.end()});
}
template <>
std::string DefinedCodec<lint::PythonVersion>::print(const lint::PythonVersion& value) {
  return fmt::format("\"py{}{}\"", value.major, value.minor);
}
template <>
std::string DefinedCodec<lint::PythonVersion>::type() {
  std::string text;
  for (int minor = lint::kOldestPython.minor; minor <= lint::kLatestPython.minor; ++minor) {
    text += fmt::format("{}\"py3{}\"", text.empty() ? "" : " | ", minor);
  }
  return text;
}

template <>
Read<lint::Selector> DefinedCodec<lint::Selector>::read(const Value& value,
                                                        const ReadContext& context) {
  if (value.kind != Kind::String) return wrong_type(value, "a string");
  return lint::Selector{.text = value.text, .origin = std::string(context.origin)};
}
template <>
std::string DefinedCodec<lint::Selector>::print(const lint::Selector& value) {
  return toml_text(value.text);
}
template <>
std::string DefinedCodec<lint::Selector>::type() {
  return "RuleSelector";
}

template <>
Read<OptionRegex> DefinedCodec<OptionRegex>::read(const Value& value, const ReadContext&) {
  return from_text(value, OptionRegex::create);
}
template <>
std::string DefinedCodec<OptionRegex>::print(const OptionRegex& value) {
  return toml_text(value.text());
}
template <>
std::string DefinedCodec<OptionRegex>::type() {
  return "str";
}

template <>
Read<NamePattern> DefinedCodec<NamePattern>::read(const Value& value, const ReadContext&) {
  return from_text(value, NamePattern::create);
}
template <>
std::string DefinedCodec<NamePattern>::print(const NamePattern& value) {
  return toml_text(value.text());
}
template <>
std::string DefinedCodec<NamePattern>::type() {
  return "str";
}

template <>
Read<FilePatternSet> DefinedCodec<FilePatternSet>::read(const Value& value,
                                                        const ReadContext& context) {
  std::vector<FilePattern> patterns;
  const auto add = [&](const std::string& pattern) {
    patterns.push_back(FilePattern::below(pattern, context.root));
  };
  if (auto read = detail::read_elements<std::string>(value, context, add); !read) {
    return std::unexpected(std::move(read).error());
  }
  return as_read(FilePatternSet::create(std::move(patterns)), value);
}
template <>
std::string DefinedCodec<FilePatternSet>::print(const FilePatternSet& value) {
  std::vector<std::string> patterns;
  for (const FilePattern& pattern : value.patterns()) patterns.push_back(pattern.pattern);
  return Codec<std::vector<std::string>>::print(patterns);
}
template <>
std::string DefinedCodec<FilePatternSet>::type() {
  return "list[str]";
}

template <>
Read<DirectoryList> DefinedCodec<DirectoryList>::read(const Value& value,
                                                      const ReadContext& context) {
  auto patterns = Codec<std::vector<std::string>>::read(value, context);
  if (!patterns) return std::unexpected(std::move(patterns).error());
  return as_read(lint::config::expand_directories(*std::move(patterns), context.root), value);
}
template <>
std::string DefinedCodec<DirectoryList>::print(const DirectoryList& value) {
  return Codec<std::vector<std::string>>::print(value.patterns);
}
template <>
std::string DefinedCodec<DirectoryList>::type() {
  return "list[str]";
}

template <>
Read<AllowedValue> DefinedCodec<AllowedValue>::read(const Value& value, const ReadContext&) {
  switch (value.kind) {
    case Kind::String:
      return AllowedValue{value.text};
    case Kind::Integer:
      return AllowedValue{value.integer};
    case Kind::Float:
      return AllowedValue{value.floating};
    default:
      return wrong_type(value, "a string or a number");
  }
}
template <>
std::string DefinedCodec<AllowedValue>::print(const AllowedValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.value)) return toml_text(*text);
  if (const auto* number = std::get_if<double>(&value.value)) return toml_text(*number);
  return std::to_string(std::get<std::int64_t>(value.value));
}
template <>
std::string DefinedCodec<AllowedValue>::type() {
  return "str | int | float";
}

template <>
Read<ImportSection> DefinedCodec<ImportSection>::read(const Value& value, const ReadContext&) {
  if (value.kind != Kind::String) return wrong_type(value, "a string");
  if (value.text.empty()) return wrong_value(value, "the name of a section");
  return ImportSection::named(value.text);
}
template <>
std::string DefinedCodec<ImportSection>::print(const ImportSection& value) {
  return toml_text(value.name());
}
template <>
std::string DefinedCodec<ImportSection>::type() {
  return Codec<lint::config::ImportType>::type() + " | str";
}

template <>
Read<RequiredImports> DefinedCodec<RequiredImports>::read(const Value& value, const ReadContext&) {
  return from_text(value, RequiredImports::parse);
}
template <>
std::string DefinedCodec<RequiredImports>::print(const RequiredImports& value) {
  return toml_text(value.statement);
}
template <>
std::string DefinedCodec<RequiredImports>::type() {
  return "str";
}

template <>
Read<ImportSelection> DefinedCodec<ImportSelection>::read(const Value& value,
                                                          const ReadContext& context) {
  ImportSelection selection;
  if (value.kind == Kind::String && value.text == "all") {
    selection.all = true;
    return selection;
  }
  if (value.kind == Kind::Array) {
    auto include = Codec<std::vector<std::string>>::read(value, context);
    if (!include) return std::unexpected(std::move(include).error());
    selection.include = *std::move(include);
    return selection;
  }
  if (value.kind != Kind::Table) return wrong_type(value, "\"all\", a list of modules or a map");
  for (const Member& member : value.members) {
    if (member.name == "exclude") {
      auto exclude = Codec<std::vector<std::string>>::read(member.value, context);
      if (!exclude) return std::unexpected(std::move(exclude).error());
      selection.exclude = *std::move(exclude);
    } else if (member.name == "include" && member.value.kind != Kind::Table) {
      auto include = read(member.value, context);
      if (!include) return include;
      selection.all = include->all;
      selection.include = std::move(include->include);
    } else {
      return unknown_key(member, {"include", "exclude"});
    }
  }
  if (value.find("include") == nullptr) return problem(value, "missing field `include`");
  selection.has_exclude = true;
  return selection;
}
template <>
std::string DefinedCodec<ImportSelection>::print(const ImportSelection& value) {
  std::string include =
      value.all ? "\"all\"" : Codec<std::vector<std::string>>::print(value.include);
  if (!value.has_exclude) return include;
  return "{ include = " + include +
         ", exclude = " + Codec<std::vector<std::string>>::print(value.exclude) + " }";
}
template <>
std::string DefinedCodec<ImportSelection>::type() {
  return R"("all" | list[str] | { include = "all" | list[str], exclude = list[str] })";
}

template <>
Read<BannedApi> DefinedCodec<BannedApi>::read(const Value& value, const ReadContext& context) {
  if (value.kind != Kind::Table) return wrong_type(value, "a map with a `msg`");
  BannedApi api;
  for (const Member& member : value.members) {
    if (member.name != "msg") return unknown_key(member, {"msg"});
    auto message = Codec<std::string>::read(member.value, context);
    if (!message) return std::unexpected(std::move(message).error());
    api.msg = *std::move(message);
  }
  if (value.find("msg") == nullptr) return problem(value, "missing field `msg`");
  return api;
}
template <>
std::string DefinedCodec<BannedApi>::print(const BannedApi& value) {
  return "{ msg = " + toml_text(value.msg) + " }";
}
template <>
std::string DefinedCodec<BannedApi>::type() {
  return R"({ "msg": str })";
}

template <>
Read<DynamicLength> DefinedCodec<DynamicLength>::read(const Value& value,
                                                      const ReadContext& context) {
  if (value.kind == Kind::String) {
    if (value.text == "dynamic") return DynamicLength{};
    return unknown_choice(value, {"dynamic"});
  }
  if (value.kind != Kind::Integer) return wrong_type(value, "an integer or \"dynamic\"");
  auto columns = Codec<std::uint16_t>::read(value, context);
  if (!columns) return std::unexpected(std::move(columns).error());
  return DynamicLength{.columns = *columns};
}
template <>
std::string DefinedCodec<DynamicLength>::print(const DynamicLength& value) {
  return value.columns ? std::to_string(*value.columns) : "\"dynamic\"";
}
template <>
std::string DefinedCodec<DynamicLength>::type() {
  return "int | \"dynamic\"";
}

template <>
Read<std::vector<PerFileIgnore>> DefinedCodec<std::vector<PerFileIgnore>>::read(
    const Value& value, const ReadContext& context) {
  std::vector<PerFileIgnore> list;
  const auto add = [&](PerFilePattern pattern, const Value& selectors) -> Read<void> {
    auto read = Codec<std::vector<lint::Selector>>::read(selectors, context);
    if (!read) return std::unexpected(std::move(read).error());
    list.push_back({.pattern = std::move(pattern), .selectors = *std::move(read)});
    return {};
  };
  if (auto read = read_globs(value, context, add); !read) {
    return std::unexpected(std::move(read).error());
  }
  return list;
}
template <>
std::string DefinedCodec<std::vector<PerFileIgnore>>::print(
    const std::vector<PerFileIgnore>& value) {
  std::string text;
  for (const PerFileIgnore& row : value) {
    text += (text.empty() ? "" : ", ") + toml_key(row.pattern.text()) + " = " +
            Codec<std::vector<lint::Selector>>::print(row.selectors);
  }
  return table_text(text);
}
template <>
std::string DefinedCodec<std::vector<PerFileIgnore>>::type() {
  return "dict[str, list[RuleSelector]]";
}

template <>
Read<std::vector<PerFileTargetVersion>> DefinedCodec<std::vector<PerFileTargetVersion>>::read(
    const Value& value, const ReadContext& context) {
  std::vector<PerFileTargetVersion> list;
  const auto add = [&](PerFilePattern pattern, const Value& version) -> Read<void> {
    auto read = Codec<lint::PythonVersion>::read(version, context);
    if (!read) return std::unexpected(std::move(read).error());
    list.push_back({.pattern = std::move(pattern), .version = *read});
    return {};
  };
  if (auto read = read_globs(value, context, add); !read) {
    return std::unexpected(std::move(read).error());
  }
  return list;
}
template <>
std::string DefinedCodec<std::vector<PerFileTargetVersion>>::print(
    const std::vector<PerFileTargetVersion>& value) {
  std::string text;
  for (const PerFileTargetVersion& row : value) {
    text += (text.empty() ? "" : ", ") + toml_key(row.pattern.text()) + " = " +
            Codec<lint::PythonVersion>::print(row.version);
  }
  return table_text(text);
}
template <>
std::string DefinedCodec<std::vector<PerFileTargetVersion>>::type() {
  return "dict[str, PythonVersion]";
}

template <>
Read<NameMap<RuntimeEvaluation>> DefinedCodec<NameMap<RuntimeEvaluation>>::read(
    const Value& value, const ReadContext& context) {
  NameMap<RuntimeEvaluation> map;
  if (value.kind == Kind::Array) {
    const auto add = [&](std::string name) {
      map.emplace(std::move(name), RuntimeEvaluation::Required);
    };
    if (auto read = detail::read_elements<std::string>(value, context, add); !read) {
      return std::unexpected(std::move(read).error());
    }
    return map;
  }
  if (value.kind != Kind::Table) return wrong_type(value, "a list of names or a map");
  for (const Member& member : value.members) {
    auto read = Codec<RuntimeEvaluation>::read(member.value, context);
    if (!read) return std::unexpected(std::move(read).error());
    map.emplace(member.name, *read);
  }
  return map;
}
template <>
std::string DefinedCodec<NameMap<RuntimeEvaluation>>::print(
    const NameMap<RuntimeEvaluation>& value) {
  std::string text;
  for (const auto& [name, evaluation] : value) {
    text += (text.empty() ? "" : ", ") + toml_key(name) + " = " +
            Codec<RuntimeEvaluation>::print(evaluation);
  }
  return table_text(text);
}
template <>
std::string DefinedCodec<NameMap<RuntimeEvaluation>>::type() {
  return "list[str] | dict[str, " + Codec<RuntimeEvaluation>::type() + "]";
}

}  // namespace common::config
