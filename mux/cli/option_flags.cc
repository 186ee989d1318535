// The options of configurations as flags: one each, from the same rows.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "mux/cli/flags.h"
#include "mux/config/option.h"

namespace mux::cli {
namespace {

// What the rows point to that is made here.
struct OptionFlags {
  std::deque<std::string> texts;
  std::deque<std::vector<std::string_view>> choices;
  std::vector<Flag> rows;
};

common::cli::FlagInfo flag_of(const config::Option& option, OptionFlags& flags) {
  common::cli::FlagInfo flag{.name = option.key,
                             .metavar = option.metavar,
                             .category = "options",
                             .summary = option.summary,
                             .docs = {}};
  std::string docs = fmt::format("{}.", option.summary);
  if (!option.docs.empty()) docs += fmt::format(" {}", option.docs);
  flag.docs = flags.texts.emplace_back(std::move(docs));
  if (option.choices != nullptr) flag.choices = flags.choices.emplace_back(option.choices());
  if (option.metavar == "PATH" || option.metavar == "DIR") {
    flag.completion = common::cli::Completion::File;
  }
  return flag;
}

common::cli::FlagInfo flag_of(const config::ForeignOption& option, OptionFlags& flags) {
  return {.name = option.key,
          .metavar = "VALUE",
          .is_hidden = true,
          .category = "options",
          .summary = flags.texts.emplace_back(fmt::format("No effect: {}", option.reason)),
          .docs = flags.texts.emplace_back(fmt::format("Has no effect: {}.", option.reason))};
}

OptionFlags make_option_flags() {
  OptionFlags flags;
  for (const config::Option* option : config::options()) {
    flags.rows.push_back({flag_of(*option, flags), &Options::option_flags});
  }
  for (const config::ForeignOption& option : config::foreign_options()) {
    if (!option.is_section) flags.rows.push_back({flag_of(option, flags), &Options::option_flags});
  }
  std::ranges::sort(flags.rows, {}, &Flag::name);
  return flags;
}

}  // namespace

std::span<const Flag> option_flags() {
  static const OptionFlags flags = make_option_flags();
  return flags.rows;
}

}  // namespace mux::cli
