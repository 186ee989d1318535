// What a run will do: options, environment and terminal resolved into what the
// drivers, the engine and the printers take.  Made by search/cli/make_plan.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/regex/matcher.h"
#include "common/walk/overrides.h"
#include "common/walk/walk.h"
#include "search/engine/search_config.h"
#include "search/printer/printer.h"

namespace search {

enum class SortBy : std::uint8_t { None, Path, Modified, Accessed, Created };

struct SearchPlan {
  bool list_files = false;      // --files
  bool is_quiet = false;        // -q
  bool no_match_possible = false;  // No pattern, -m0: nothing is searched.
  bool is_one_file = false;     // One root that is no directory.
  bool has_implicit_root = false;

  common::walk::WalkOptions walk;  // Roots, threads, filters; order for SortBy::Path.
  SortBy sort = SortBy::None;
  bool sort_reverse = false;

  SearchConfig search;
  PrintConfig print;
  // Null when list_files or no_match_possible.
  std::shared_ptr<const common::regex::Matcher> matcher;

  bool search_compressed = false;  // -z
  std::string preprocessor;        // --pre, empty: none.
  std::shared_ptr<const common::walk::Overrides> preprocessor_globs;  // Null: all files.

  bool flush_every_line = false;  // Of output in one-thread runs.
  bool flush_every_file = false;  // Standard output is a terminal.
  bool show_stats = false;        // --stats; --json has its summary without it.
  bool show_messages = true;
  bool show_ignore_messages = true;
  bool show_debug = false;
};

}  // namespace search
