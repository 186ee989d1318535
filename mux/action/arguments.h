// Arguments of actions: how rows declare them, and how words become values.
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
  Switch,  // --name; --name false takes it back.
  Text,
  Number,  // Not negative.
  Pane,    // terminal_3 or 3
  Choice,
  Extent,  // 10 or 25%
  Color,
  Rest,  // All words that follow, or that follow `--`.
};

struct ArgumentSpec {
  std::string_view name;  // "direction"; of a flag without its dashes.
  ArgumentKind kind = ArgumentKind::Text;
  bool is_flag = true;  // --name VALUE; else a word in its place.
  bool is_required = false;
  char short_name = 0;
  std::string_view fallback = {};  // Value if it is not given; empty: none.
  std::span<const std::string_view> choices = {};
  std::string_view docs;
};

// The values of one call, checked by kind.
class Arguments {
 public:
  static common::Result<Arguments> parse(std::span<const ArgumentSpec> specs,
                                         const std::vector<std::string>& words);

  bool has(std::string_view name) const { return values_.contains(name); }
  bool is_set(std::string_view name) const;  // Of a Switch.
  // Empty if not given.
  std::string_view text(std::string_view name) const;
  std::optional<std::uint64_t> number(std::string_view name) const;
  std::optional<model::PaneId> pane(std::string_view name) const;
  std::optional<layout::Direction> direction(std::string_view name) const;
  std::optional<layout::Extent> extent(std::string_view name) const;
  const std::vector<std::string>& rest() const { return rest_; }

 private:
  std::map<std::string, std::string, std::less<>> values_;
  std::vector<std::string> rest_;
};

}  // namespace mux::action
