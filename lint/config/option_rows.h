// What files with rows of the option table need, and the rows of each file.
//
// A file is about one part of the configuration; rows are sorted by key.  The
// whole table is in options.h, which these files do not include.
#pragma once

#include <span>

#include "common/config/option.h"
#include "lint/config/codecs.h"
#include "lint/config/settings.h"

namespace lint::config {

using OptionRow = common::config::OptionRow<Settings>;

// Targets: the member at the end of a path, from Settings or from LintSettings.
template <auto... kPath>
inline constexpr auto kTop = common::config::kReplaces<Settings, kPath...>;
template <auto... kPath>
inline constexpr auto kLint = common::config::kReplaces<Settings, &Settings::lint, kPath...>;
// The same for lists that layers add to.
template <auto... kPath>
inline constexpr auto kTopMore = common::config::kAppends<Settings, kPath...>;
template <auto... kPath>
inline constexpr auto kLintMore = common::config::kAppends<Settings, &Settings::lint, kPath...>;

std::span<const OptionRow> top_level_options();
std::span<const OptionRow> lint_options();
std::span<const OptionRow> flake8_options();        // flake8-a... to flake8-i...
std::span<const OptionRow> later_flake8_options();  // flake8-p... to flake8-u...
std::span<const OptionRow> isort_options();
std::span<const OptionRow> other_family_options();  // mccabe to ruff
std::span<const OptionRow> format_options();        // And analyze.

}  // namespace lint::config
