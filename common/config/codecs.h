// Codecs of the plain types that options have.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/config/option.h"
#include "common/config/toml.h"

namespace common::config {

template <>
struct Codec<bool> {
  static Read<bool> read(const Value& value, const ReadContext&) {
    if (value.kind != Kind::Boolean) return wrong_type(value, "a boolean");
    return value.boolean;
  }
  static std::string print(bool value) { return value ? "true" : "false"; }
  static std::string type() { return "bool"; }
};

template <std::integral Number>
  requires(!std::same_as<Number, bool>)
struct Codec<Number> {
  static Read<Number> read(const Value& value, const ReadContext&) {
    if (value.kind != Kind::Integer) return wrong_type(value, "an integer");
    if (!std::in_range<Number>(value.integer)) {
      return wrong_value(value,
                         value.integer < 0 ? "a number that is not negative" : "a smaller number");
    }
    return static_cast<Number>(value.integer);
  }
  static std::string print(Number value) { return std::to_string(value); }
  static std::string type() { return "int"; }
};

template <>
struct Codec<std::string> {
  static Read<std::string> read(const Value& value, const ReadContext&) {
    if (value.kind != Kind::String) return wrong_type(value, "a string");
    return value.text;
  }
  static std::string print(const std::string& value) { return toml_text(value); }
  static std::string type() { return "str"; }
};

template <typename T>
struct Codec<std::optional<T>> {
  static Read<std::optional<T>> read(const Value& value, const ReadContext& context) {
    auto content = Codec<T>::read(value, context);
    if (!content) return std::unexpected(std::move(content).error());
    return std::optional<T>(*std::move(content));
  }
  // "null" is no TOML: the option is not set.
  static std::string print(const std::optional<T>& value) {
    return value ? Codec<T>::print(*value) : "null";
  }
  static std::string type() { return Codec<T>::type(); }
};

namespace detail {

// Calls `add` with each element of a list.
template <typename T, typename Add>
Read<void> read_elements(const Value& value, const ReadContext& context, Add add) {
  if (value.kind != Kind::Array) return wrong_type(value, "a sequence");
  for (const Value& element : value.elements) {
    auto read = Codec<T>::read(element, context);
    if (!read) return std::unexpected(std::move(read).error());
    add(*std::move(read));
  }
  return {};
}

template <typename T, typename List>
std::string print_elements(const List& list) {
  std::string text;
  for (const T& element : list) text += (text.empty() ? "" : ", ") + Codec<T>::print(element);
  return "[" + text + "]";
}

}  // namespace detail

template <typename T>
struct Codec<std::vector<T>> {
  static Read<std::vector<T>> read(const Value& value, const ReadContext& context) {
    std::vector<T> list;
    auto added = detail::read_elements<T>(value, context,
                                          [&](T element) { list.push_back(std::move(element)); });
    if (!added) return std::unexpected(std::move(added).error());
    return list;
  }
  static std::string print(const std::vector<T>& list) { return detail::print_elements<T>(list); }
  static std::string type() { return "list[" + Codec<T>::type() + "]"; }
};

template <typename T, typename Less>
struct Codec<std::set<T, Less>> {
  static Read<std::set<T, Less>> read(const Value& value, const ReadContext& context) {
    std::set<T, Less> set;
    auto added = detail::read_elements<T>(value, context,
                                          [&](T element) { set.insert(std::move(element)); });
    if (!added) return std::unexpected(std::move(added).error());
    return set;
  }
  static std::string print(const std::set<T, Less>& set) { return detail::print_elements<T>(set); }
  static std::string type() { return "list[" + Codec<T>::type() + "]"; }
};

// The keys of a map; a key is text that a codec understands.
template <typename K, typename V, typename Less>
struct Codec<std::map<K, V, Less>> {
  static Read<std::map<K, V, Less>> read(const Value& value, const ReadContext& context) {
    if (value.kind != Kind::Table) return wrong_type(value, "a map");
    std::map<K, V, Less> map;
    for (const Member& member : value.members) {
      Value name = Value::of(std::string_view(member.name));
      name.region = member.name_region;
      auto key = Codec<K>::read(name, context);
      if (!key) return std::unexpected(std::move(key).error());
      auto read = Codec<V>::read(member.value, context);
      if (!read) return std::unexpected(std::move(read).error());
      map.emplace(*std::move(key), *std::move(read));
    }
    return map;
  }
  static std::string print(const std::map<K, V, Less>& map) {
    std::string text;
    for (const auto& [key, value] : map) {
      text += (text.empty() ? "" : ", ") + Codec<K>::print(key) + " = " + Codec<V>::print(value);
    }
    return text.empty() ? "{}" : "{ " + text + " }";
  }
  static std::string type() { return "dict[" + Codec<K>::type() + ", " + Codec<V>::type() + "]"; }
};

}  // namespace common::config
