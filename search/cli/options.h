// What the user typed, and nothing else: the result of parsing the command line
// and the configuration file, before any of it is looked at together with the
// environment.  The plan (what will be done) is made from it in a second step.
//
// Where flags override one another the rule is applied while parsing, so that
// every member says what finally counts; members whose meaning depends on
// others or on the terminal are optional, empty meaning "not said".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/tty/color_choice.h"
#include "common/tty/color_spec.h"
#include "common/walk/file_types.h"

namespace search {

// Asks for something in place of a run; nothing else is looked at, not even the
// configuration file.
enum class Special : std::uint8_t {
  None,
  HelpShort,     // -h
  HelpLong,      // --help
  VersionShort,  // -V
  VersionLong,   // --version
  Pcre2Version,
};

// What the run is for: the last flag that names one wins.
enum class Mode : std::uint8_t {
  Standard,
  FilesWithMatches,
  FilesWithoutMatch,
  Count,
  CountMatches,
  Json,
  Files,
  TypeList,
  Generate,
};

inline bool is_search(Mode mode) {
  return mode <= Mode::Json;
}

enum class CaseMode : std::uint8_t { Sensitive, Insensitive, Smart };
enum class Boundary : std::uint8_t { None, Word, Line };
enum class Engine : std::uint8_t { Default, Pcre2, Auto };
enum class BinaryMode : std::uint8_t { Auto, Search, Text };  // (none), --binary, -a
enum class Buffering : std::uint8_t { Auto, Line, Block };
enum class Logging : std::uint8_t { None, Debug, Trace };
enum class MmapChoice : std::uint8_t { Auto, Always, Never };
enum class SortKey : std::uint8_t { None, Path, Modified, Accessed, Created };

struct PatternSource {
  enum Kind : std::uint8_t { Regexp, File } kind = Regexp;
  std::string text;  // The pattern (UTF-8), or the path of -f ("-" is stdin).
  bool operator==(const PatternSource&) const = default;
};

struct Options {
  Special special = Special::None;
  Mode mode = Mode::Standard;
  std::size_t document = 0;  // For Mode::Generate: which of common::cli::kDocuments.

  // In order.  A search has at least one source once the positional pattern is in.
  std::vector<PatternSource> patterns;
  // Positional arguments: raw bytes, as typed.  After parse_command() only the
  // paths are left; empty means that none was given.
  std::vector<std::string> paths;

  // Patterns.
  CaseMode case_mode = CaseMode::Sensitive;
  Boundary boundary = Boundary::None;
  Engine engine = Engine::Default;
  bool fixed_strings = false;
  bool invert_match = false;
  bool multiline = false;  // Never together with stop_on_nonmatch.
  bool multiline_dotall = false;
  bool no_unicode = false;
  bool crlf = false;  // Never together with null_data.
  bool null_data = false;
  bool stop_on_nonmatch = false;
  std::optional<std::uint64_t> dfa_size_limit;
  std::optional<std::uint64_t> regex_size_limit;
  std::optional<std::uint64_t> max_count;

  // Input.
  std::string encoding = "auto";  // "auto", "none", or a label of common/decode.
  BinaryMode binary = BinaryMode::Auto;
  MmapChoice mmap = MmapChoice::Auto;
  std::string pre;  // Empty: none.  Never together with search_zip.
  std::vector<std::string> pre_globs;
  bool search_zip = false;
  std::optional<std::uint64_t> threads;  // Never 0.

  // Which files.
  bool hidden = false;
  bool follow = false;
  bool one_file_system = false;
  std::optional<std::uint64_t> max_depth;
  std::optional<std::uint64_t> max_filesize;
  std::vector<std::string> globs;
  std::vector<std::string> iglobs;  // All of them come after the globs.
  bool glob_case_insensitive = false;
  std::vector<std::string> ignore_files;
  bool ignore_file_case_insensitive = false;
  bool no_ignore_dot = false;
  bool no_ignore_exclude = false;
  bool no_ignore_files = false;
  bool no_ignore_global = false;
  bool no_ignore_parent = false;
  bool no_ignore_vcs = false;
  bool no_require_git = false;
  std::vector<common::walk::FileTypes::Change> type_changes;
  unsigned unrestricted = 0;  // How often -u was given; its effects are applied.

  // Context.  passthru and the three counts exclude each other: the last wins.
  bool passthru = false;
  std::optional<std::uint64_t> after_context;
  std::optional<std::uint64_t> before_context;
  std::optional<std::uint64_t> context;
  // What the three come to: -A and -B beat -C wherever they stand.
  std::uint64_t lines_after() const { return after_context.value_or(context.value_or(0)); }
  std::uint64_t lines_before() const { return before_context.value_or(context.value_or(0)); }

  // Output.  Separators are unescaped bytes.
  std::optional<std::string> context_separator = "--";  // nullopt: --no-context-separator.
  std::string field_context_separator = "-";
  std::string field_match_separator = ":";
  std::optional<char> path_separator;
  common::tty::ColorChoice color = common::tty::ColorChoice::Auto;
  std::vector<common::tty::ColorSpec> colors;  // In order; fields as in color_scheme.h.
  std::string hyperlink_format;                // A valid format or alias; empty: none.
  std::string hostname_bin;                    // Empty: none.
  Buffering buffering = Buffering::Auto;
  bool byte_offset = false;
  std::optional<bool> column;
  std::optional<bool> heading;
  bool include_zero = false;
  std::optional<bool> line_number;
  std::optional<std::uint64_t> max_columns;  // Never 0.
  bool max_columns_preview = false;
  bool null = false;
  bool only_matching = false;
  bool quiet = false;
  std::optional<std::string> replace;
  SortKey sort = SortKey::None;
  bool sort_reverse = false;
  bool stats = false;
  bool trim = false;
  bool vimgrep = false;
  std::optional<bool> with_filename;

  // Messages.
  Logging logging = Logging::None;
  bool no_messages = false;
  bool no_ignore_messages = false;
  bool no_config = false;
  // What reading the configuration file has to say: sentences for stderr that
  // do not count as errors of the run.
  std::vector<std::string> warnings;
};

}  // namespace search
