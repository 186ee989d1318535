// How the linter's kinds of option values are read from TOML and printed.
#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/codecs.h"
#include "lint/config/settings.h"

namespace lint::config {

using common::config::Read;
using common::config::ReadContext;
using common::config::Value;

template <typename Enum>
concept Described = !std::same_as<std::remove_cv_t<decltype(kNamesOf<Enum>)>, std::nullptr_t>;

template <typename Enum>
std::vector<std::string_view> choices_of() {
  std::vector<std::string_view> choices;
  for (const auto& row : kNamesOf<Enum>) choices.push_back(row.name);
  return choices;
}

}  // namespace lint::config

namespace common::config {

// Declares a codec that codecs.cc defines.
template <typename T>
struct DefinedCodec {
  static Read<T> read(const Value& value, const ReadContext& context);
  static std::string print(const T& value);
  static std::string type();
};

template <lint::config::Described Enum>
struct Codec<Enum> {
  static Read<Enum> read(const Value& value, const ReadContext&) {
    if (value.kind != Kind::String) return wrong_type(value, "a string");
    for (const auto& row : lint::config::kNamesOf<Enum>) {
      if (row.name == value.text) return row.value;
    }
    return unknown_choice(value, lint::config::choices_of<Enum>());
  }
  static std::string print(Enum value) { return toml_text(lint::config::name_of(value)); }
  static std::string type() {
    std::string text;
    for (const auto& row : lint::config::kNamesOf<Enum>) {
      text += (text.empty() ? "" : " | ") + toml_text(row.name);
    }
    return text;
  }
};

// Columns of a line.
template <>
struct Codec<std::uint16_t> : DefinedCodec<std::uint16_t> {};
// The width of an indent.
template <>
struct Codec<std::uint8_t> : DefinedCodec<std::uint8_t> {};
template <>
struct Codec<char32_t> : DefinedCodec<char32_t> {};
template <>
struct Codec<lint::PythonVersion> : DefinedCodec<lint::PythonVersion> {};
template <>
struct Codec<lint::Selector> : DefinedCodec<lint::Selector> {};
template <>
struct Codec<lint::config::OptionRegex> : DefinedCodec<lint::config::OptionRegex> {};
template <>
struct Codec<lint::config::NamePattern> : DefinedCodec<lint::config::NamePattern> {};
template <>
struct Codec<lint::config::FilePatternSet> : DefinedCodec<lint::config::FilePatternSet> {};
template <>
struct Codec<lint::config::DirectoryList> : DefinedCodec<lint::config::DirectoryList> {};
template <>
struct Codec<lint::config::AllowedValue> : DefinedCodec<lint::config::AllowedValue> {};
template <>
struct Codec<lint::config::ImportSection> : DefinedCodec<lint::config::ImportSection> {};
template <>
struct Codec<lint::config::RequiredImports> : DefinedCodec<lint::config::RequiredImports> {};
template <>
struct Codec<lint::config::ImportSelection> : DefinedCodec<lint::config::ImportSelection> {};
template <>
struct Codec<lint::config::BannedApi> : DefinedCodec<lint::config::BannedApi> {};
template <>
struct Codec<lint::config::DynamicLength> : DefinedCodec<lint::config::DynamicLength> {};
// Tables whose keys are globs.
template <>
struct Codec<std::vector<lint::config::PerFileIgnore>>
    : DefinedCodec<std::vector<lint::config::PerFileIgnore>> {};
template <>
struct Codec<std::vector<lint::config::PerFileTargetVersion>>
    : DefinedCodec<std::vector<lint::config::PerFileTargetVersion>> {};
// A list of names, or a table.
template <>
struct Codec<lint::config::NameMap<lint::config::RuntimeEvaluation>>
    : DefinedCodec<lint::config::NameMap<lint::config::RuntimeEvaluation>> {};

}  // namespace common::config
