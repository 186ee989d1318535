// How the values of options are written that are words of a list.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/codecs.h"
#include "common/config/suggest.h"
#include "mux/input/mode.h"
#include "mux/model/options.h"

namespace mux::config {

// The names of an enum's values, in its order.
template <typename Enum>
struct Words;

template <>
struct Words<model::FrameStyle> {
  static constexpr std::string_view kNames[] = {"full", "titles", "none"};
};
template <>
struct Words<model::ForceClose> {
  static constexpr std::string_view kNames[] = {"quit", "detach"};
};
template <>
struct Words<model::CopyTarget> {
  static constexpr std::string_view kNames[] = {"system", "primary"};
};
template <>
struct Words<model::Notifications> {
  static constexpr std::string_view kNames[] = {"auto", "osc9", "osc99", "bell", "off"};
};
template <>
struct Words<model::Theme> {
  static constexpr std::string_view kNames[] = {"dark", "light"};
};
template <>
struct Words<model::AutoLock> {
  static constexpr std::string_view kNames[] = {"never", "fullscreen"};
};

inline std::vector<std::string_view> booleans() {
  return {"true", "false"};
}

template <typename Enum>
std::vector<std::string_view> words_of() {
  return {std::begin(Words<Enum>::kNames), std::end(Words<Enum>::kNames)};
}

// In any case, as zellij takes them.
inline bool is_same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace mux::config

namespace common::config {

template <typename Enum>
  requires requires { mux::config::Words<Enum>::kNames; }
struct Codec<Enum> {
  static constexpr auto& kNames = mux::config::Words<Enum>::kNames;

  static Read<Enum> read(const Value& value, const ReadContext&) {
    if (value.kind != Kind::String) return wrong_type(value, "a string");
    for (std::size_t i = 0; i < std::size(kNames); ++i) {
      if (mux::config::is_same_word(value.text, kNames[i])) return static_cast<Enum>(i);
    }
    const std::vector<std::string_view> known(std::begin(kNames), std::end(kNames));
    auto unknown = unknown_choice(value, known);
    if (const auto meant = closest_name(value.text, known)) {
      unknown.error().message += "; did you mean `" + std::string(*meant) + "`?";
    }
    return unknown;
  }
  static std::string print(Enum value) {
    return toml_text(kNames[static_cast<std::size_t>(value)]);
  }
  static std::string type() { return "str"; }
};

template <>
struct Codec<mux::input::Mode> {
  static Read<mux::input::Mode> read(const Value& value, const ReadContext&) {
    if (value.kind != Kind::String) return wrong_type(value, "a string");
    const auto mode = mux::input::parse_mode(value.text);
    if (!mode) return problem(value, mode.error().message);
    return *mode;
  }
  static std::string print(mux::input::Mode mode) { return toml_text(mux::input::name_of(mode)); }
  static std::string type() { return "str"; }
};

}  // namespace common::config
