// One row of the table of options: all there is to know about one.
//
// From the rows come the readers of both kinds of files, hints about misspelt names,
// the flags of `kmux options`, the default configuration that `kmux setup` prints,
// completions and the manual page.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/option.h"
#include "mux/config/config.h"

namespace mux::config {

struct OptionTarget {
  // Stores the value.
  common::config::Read<void> (*read)(Config& config, const common::config::Value& value);
  // As TOML; "null" if it is not set.
  std::string (*print)(const Config& config);
  void (*copy)(const Config& from, Config& to);
};

struct Option {
  std::string_view key;        // zellij's name, with dashes.
  std::string_view summary;    // One line, no final full stop.
  std::string_view docs = {};  // More about it, in sentences; may be empty.
  std::string_view metavar;    // Of the flag.
  std::vector<std::string_view> (*choices)() = nullptr;  // What is known to be possible.
  std::string_view sample = {};  // A value as TOML, of options that are not set by default.
  bool needs_restart = false;    // Sessions that run keep what they were started with.
  OptionTarget target;
};

// All of them, sorted by key.
const std::vector<const Option*>& options();
// Null: there is none of that name.  Dashes and underscores are the same.
const Option* find_option(std::string_view name);

// What zellij's configuration may say about what kmux does not have: taken, and
// without effect.
struct ForeignOption {
  std::string_view key;
  std::string_view reason;  // Why: "there is no web client".
  bool is_section = false;  // A block, and no flag.
};
std::span<const ForeignOption> foreign_options();
const ForeignOption* find_foreign_option(std::string_view name);

namespace detail {

template <auto kFirst, auto... kRest, typename Object>
constexpr auto& member_of(Object& object) {
  if constexpr (sizeof...(kRest) == 0) {
    return std::invoke(kFirst, object);
  } else {
    return member_of<kRest...>(std::invoke(kFirst, object));
  }
}

}  // namespace detail

// The member at the end of a chain of member pointers.
template <auto... kPath>
inline constexpr OptionTarget kSets = {
    .read = [](Config& config, const common::config::Value& value) -> common::config::Read<void> {
      return common::config::kReplaces<Config, kPath...>.read(config, value, {});
    },
    .print =
        [](const Config& config) {
          return common::config::kReplaces<Config, kPath...>.print(config);
        },
    .copy = [](const Config& from,
               Config& to) { detail::member_of<kPath...>(to) = detail::member_of<kPath...>(from); },
};

// Sorted by key, texts present.
template <std::size_t kSize>
constexpr bool well_formed(const Option (&rows)[kSize]) {
  for (std::size_t i = 0; i < kSize; ++i) {
    const Option& row = rows[i];
    if (!common::config::detail::is_key(row.key) || row.summary.empty() || row.metavar.empty()) {
      return false;
    }
    if (row.summary.back() == '.' || (!row.docs.empty() && row.docs.back() != '.')) return false;
    if (i > 0 && !(rows[i - 1].key < row.key)) return false;
  }
  return true;
}

}  // namespace mux::config
