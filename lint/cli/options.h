// Options: the command line of klint as typed, for all its commands.
//
// Parsing fills this and does nothing else; what is not given stays empty, so
// that configuration files can fill it in (run/check_command.cc).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/tty/color_choice.h"

namespace lint::cli {

// What --add-noqa[=REASON] and --add-ignore[=REASON] ask for.
enum class AddedComment : std::uint8_t { None, Noqa, Ignore };

enum class LogLevel : std::uint8_t { Default, Verbose, Quiet, Silent };

struct Options {
  // ---- all commands ----
  std::vector<std::string> config;  // Paths of TOML files and inline "KEY = VALUE".
  bool isolated = false;
  common::tty::ColorChoice color = common::tty::ColorChoice::Auto;
  LogLevel log_level = LogLevel::Default;
  bool help = false;        // --help
  bool short_help = false;  // -h
  bool version = false;

  // ---- check ----
  std::optional<bool> fix;
  std::optional<bool> unsafe_fixes;
  std::optional<bool> fix_only;
  std::optional<bool> show_fixes;
  bool diff = false;
  bool watch = false;
  bool ignore_noqa = false;
  std::optional<std::string> output_format;  // Also of rule, config, linter, version.
  std::optional<std::string> output_file;
  std::optional<std::string> target_version;
  std::optional<bool> preview;
  std::vector<std::string> extension;  // "ipy:ipynb"
  bool statistics = false;
  AddedComment added_comment = AddedComment::None;
  std::string added_comment_reason;
  bool show_files = false;
  bool show_settings = false;

  std::optional<std::vector<std::string>> select;
  std::vector<std::string> ignore;
  std::vector<std::string> extend_select;
  std::optional<std::vector<std::string>> fixable;
  std::vector<std::string> unfixable;
  std::vector<std::string> extend_fixable;
  std::optional<std::vector<std::string>> per_file_ignores;  // "pattern:selector"
  std::vector<std::string> extend_per_file_ignores;

  std::optional<std::vector<std::string>> exclude;
  std::vector<std::string> extend_exclude;
  std::optional<bool> respect_gitignore;
  std::optional<bool> force_exclude;

  bool no_cache = false;
  std::optional<std::string> cache_dir;
  std::optional<std::string> stdin_filename;
  bool exit_zero = false;
  bool exit_non_zero_on_fix = false;
  std::optional<std::uint64_t> line_length;
  std::optional<std::string> dummy_variable_rgx;

  // ---- rule ----
  bool all_rules = false;

  // ---- generate ----
  std::string generate;  // "man", "complete-bash" ...

  std::vector<std::string> positionals;  // Files, a rule, a key.
};

}  // namespace lint::cli
