// Arguments of actions: how rows declare them, and how words become values.
//
// As on a command line: `--name VALUE`, `--name=VALUE`, `-n VALUE`, and words in
// their order; after `--` there are only words.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "mux/layout/geometry.h"
#include "mux/model/ids.h"

namespace mux::action {

enum class ArgumentKind : std::uint8_t {
  Switch,   // A flag without a value.
  Boolean,  // true or false
  Text,
  Number,  // Not negative.
  Pane,    // terminal_3 or 3
  Choice,
  Extent,  // 10 or 25%
  Color,
  Words,  // All words that are left.
};

struct ArgumentSpec {
  std::string_view name = {};  // "direction"; of a flag without its dashes.
  ArgumentKind kind = ArgumentKind::Text;
  bool is_flag = true;  // Else a word in its place.
  bool is_required = false;
  char short_name = 0;
  std::string_view fallback = {};  // The value if there is none; empty: not given.
  std::span<const std::string_view> choices = {};
  std::string_view docs = {};  // A line without full stop.
};

inline constexpr std::string_view kDirections[] = {"left", "right", "up", "down"};

// The values of one call, checked by kind.
class Arguments {
 public:
  static common::Result<Arguments> parse(std::span<const ArgumentSpec> specs,
                                         std::span<const std::string> words);

  bool has(std::string_view name) const { return values_.contains(name); }
  // Of a Switch or Boolean; false if not given.
  bool is_set(std::string_view name) const { return text(name) == "true"; }
  // Empty if not given.
  std::string_view text(std::string_view name) const;
  std::optional<std::uint64_t> number(std::string_view name) const;
  std::optional<model::PaneId> pane(std::string_view name) const;
  std::optional<layout::Direction> direction(std::string_view name) const;
  std::optional<layout::Extent> extent(std::string_view name) const;
  const std::vector<std::string>& words() const { return words_; }

 private:
  friend class ArgumentParser;
  std::map<std::string, std::string, std::less<>> values_;
  std::vector<std::string> words_;
};

}  // namespace mux::action
