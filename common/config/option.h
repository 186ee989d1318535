// One row of an option table: all there is to know about one configuration option.
//
// A program declares its options as constexpr arrays of OptionRow<Settings>; a
// row names the member it sets, of whatever type has a Codec.  From the same
// rows come the reader of configuration files (option_table.h), hints about
// misspelt keys, the printed defaults and the description of each option.
//
// OptionInfo is the part without the target, so that its users need not be
// templates.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "common/config/value.h"

namespace common::config {

// What an option's value may depend on beside itself.
struct ReadContext {
  std::string_view root;    // Absolute: the directory that paths are relative to.
  std::string_view origin;  // Where the value is from, for messages much later.
};

struct Deprecation {
  std::string_view since = {};    // A version; may be empty.
  std::string_view message = {};  // Empty: the option is not deprecated.
};

struct OptionInfo {
  std::string_view key;      // "lint.isort.known-first-party"
  std::string_view docs;     // Paragraphs of Markdown.
  std::string_view example;  // TOML lines that set it, as they stand in its table.
  // Instead of what the member's type says.
  std::string_view type = {};
  std::string_view default_text = {};
  // Options of the alias table (option_table.h) are also taken at the top level,
  // with a warning, but for these.
  bool is_only_in_table = false;
  // A table whose keys are the user's: the example's lines are its content.
  bool is_open_table = false;
  Deprecation deprecation = {};

  constexpr std::string_view name() const { return key.substr(key.rfind('.') + 1); }
  // "lint.isort", empty for an option of the top level.
  constexpr std::string_view table() const {
    return key.find('.') == std::string_view::npos ? std::string_view()
                                                   : key.substr(0, key.rfind('.'));
  }
};

// How values of type T are read, printed as TOML and described:
//   static Read<T> read(const Value& value, const ReadContext& context);
//   static std::string print(const T& value);
//   static std::string type();
template <typename T>
struct Codec;

template <typename Settings>
struct Target {
  // Stores the value.
  Read<void> (*read)(Settings& settings, const Value& value, const ReadContext& context);
  std::string (*print)(const Settings& settings);
  std::string (*type)();
};

template <typename Settings>
struct OptionRow : OptionInfo {
  Target<Settings> target;
};

namespace detail {

// The member at the end of a chain of member pointers, or of functions that
// lead from an object to one inside it.
template <auto kFirst, auto... kRest, typename Object>
constexpr auto& reach(Object& object) {
  if constexpr (sizeof...(kRest) == 0) {
    return std::invoke(kFirst, object);
  } else {
    return reach<kRest...>(std::invoke(kFirst, object));
  }
}

template <typename Settings, auto... kPath>
using MemberType = std::remove_cvref_t<decltype(reach<kPath...>(std::declval<Settings&>()))>;

}  // namespace detail

// Reading replaces the member; of several layers the last one counts.
template <typename Settings, auto... kPath>
inline constexpr Target<Settings> kReplaces = {
    .read = [](Settings& settings, const Value& value, const ReadContext& context) -> Read<void> {
      using Type = detail::MemberType<Settings, kPath...>;
      auto member = Codec<Type>::read(value, context);
      if (!member) return std::unexpected(std::move(member).error());
      detail::reach<kPath...>(settings) = *std::move(member);
      return {};
    },
    .print =
        [](const Settings& settings) {
          using Type = detail::MemberType<Settings, kPath...>;
          return Codec<Type>::print(detail::reach<kPath...>(settings));
        },
    .type = [] { return Codec<detail::MemberType<Settings, kPath...>>::type(); },
};

// Reading adds to the member, a list or what has an add(); layers accumulate.
template <typename Settings, auto... kPath>
inline constexpr Target<Settings> kAppends = {
    .read = [](Settings& settings, const Value& value, const ReadContext& context) -> Read<void> {
      using Type = detail::MemberType<Settings, kPath...>;
      auto more = Codec<Type>::read(value, context);
      if (!more) return std::unexpected(std::move(more).error());
      Type& member = detail::reach<kPath...>(settings);
      if constexpr (requires { member.add(*std::move(more)); }) {
        member.add(*std::move(more));
      } else {
        for (auto& element : *more) member.push_back(std::move(element));
      }
      return {};
    },
    .print = kReplaces<Settings, kPath...>.print,
    .type = kReplaces<Settings, kPath...>.type,
};

namespace detail {

constexpr bool is_key(std::string_view key) {
  if (key.empty() || key.front() == '.' || key.back() == '.') return false;
  for (const char c : key) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.')) return false;
  }
  return true;
}

constexpr bool is_complete(const OptionInfo& option) {
  return is_key(option.key) && !option.docs.empty() && option.docs.back() == '.' &&
         !option.example.empty() && option.example.back() != '\n';
}

}  // namespace detail

// Sorted by key, keys unique, texts present.
template <typename Settings, std::size_t kSize>
constexpr bool well_formed(const OptionRow<Settings> (&rows)[kSize]) {
  for (std::size_t i = 0; i < kSize; ++i) {
    if (!detail::is_complete(rows[i])) return false;
    if (i > 0 && !(rows[i - 1].key < rows[i].key)) return false;
  }
  return true;
}

}  // namespace common::config
