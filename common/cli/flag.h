// One row of a flag table: all there is to know about one command-line flag.
//
// A program declares its flags as constexpr arrays of Flag<Options>.  From the
// same rows come the parser (parse_flags.h), -h and --help (help.h), the man
// page, the completions of five shells and the Markdown reference (generate.h).
// A row names the member it sets; only odd flags need a function.
//
// FlagInfo is the part without the target, so that the generators need not be
// templates.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "common/base/result.h"

namespace common::cli {

// What a shell offers for the value of a flag.
enum class Completion : std::uint8_t { None, File, Command, FileType, Encoding };

struct FlagInfo {
  std::string_view name;          // Without the dashes.
  char short_name = 0;            // 0: none.
  std::string_view negated = {};  // The switch that takes the flag back; empty: none.
  std::span<const std::string_view> aliases = {};
  std::string_view metavar = {};                   // Name of the value; empty: a switch.
  std::span<const std::string_view> choices = {};  // All values there are, or the known ones.
  Completion completion = Completion::None;
  bool is_value_optional = false;  // A value is only what is attached by '='.
  // The words that follow, up to the next flag, are values as well; of an optional value
  // the first of them.
  bool takes_words = false;
  bool is_hidden = false;     // Works, but help and completions leave it out.
  std::string_view category;  // Key of a Category.
  std::string_view summary;   // One line for -h: no final full stop.
  std::string_view docs;  // Paragraphs for --help; lines that begin with blanks stay as they are.

  constexpr bool takes_value() const { return !metavar.empty(); }
  // Paths and commands are bytes; all other values must be UTF-8.
  constexpr bool takes_bytes() const {
    return completion == Completion::File || completion == Completion::Command;
  }
};

// Sets what a flag sets.  `value`: the flag's value, or for a switch the flag as
// typed ("-h").  The error is completed with the name of the flag.
template <typename Options>
using Setter = Result<void> (*)(Options& options, std::string_view value, bool negated);

// What flags were given, by name, with their values: for rows made of other tables.
using NamedValues = std::vector<std::pair<std::string_view, std::string>>;

// Member pointers: a negation stores false, or the value of a fresh Options.
// A number member takes a decimal number; a vector collects.
template <typename Options>
using Target =
    std::variant<bool Options::*, std::optional<bool> Options::*,
                 std::optional<std::uint64_t> Options::*, std::string Options::*,
                 std::optional<std::string> Options::*, std::vector<std::string> Options::*,
                 NamedValues Options::*, Setter<Options>>;

template <typename Options>
struct Flag : FlagInfo {
  Target<Options> target;
};

struct Category {
  std::string_view key;
  std::string_view title;  // "OUTPUT OPTIONS"
};

// A chapter of the man page and of the reference that is not about flags.
struct Chapter {
  std::string_view title;
  std::string_view text;
};

struct ProgramInfo {
  std::string_view name;
  std::string_view version;
  std::string_view tagline;                 // Completes "kgrep - ...".
  std::string_view description;             // A paragraph or two.
  std::span<const std::string_view> usage;  // Lines without the program's name in front.
  std::span<const Chapter> positionals;     // Title: "<PATTERN>".
  std::span<const Category> categories;     // In the order of printing.
  std::span<const Chapter> chapters;
  std::vector<const FlagInfo*> flags;            // Sorted by name.
  std::vector<std::string_view> encodings = {};  // Offered for Completion::Encoding.
  // Of a program with commands: what each is, its name without the program's.
  // Their flags include the program's own.
  std::vector<ProgramInfo> commands = {};
  std::string_view alias = {};  // Of a command: short for its name.
  // Arguments of the program that have it print what its words may be, a line each;
  // empty: they are files.
  std::string_view words_from = {};
};

namespace detail {

constexpr bool is_flag_name(std::string_view name) {
  if (name.size() < 2 || name.front() == '-' || name.back() == '-') return false;
  for (char c : name) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  }
  return true;
}

constexpr bool names_are_valid(const FlagInfo& flag) {
  for (std::string_view alias : flag.aliases) {
    if (!is_flag_name(alias)) return false;
  }
  return is_flag_name(flag.name) && (flag.negated.empty() || is_flag_name(flag.negated)) &&
         (flag.short_name == 0 || (flag.short_name > ' ' && flag.short_name < 127));
}

constexpr bool texts_are_complete(const FlagInfo& flag) {
  return !flag.category.empty() && !flag.summary.empty() && flag.summary.back() != '.' &&
         !flag.docs.empty() && flag.docs.front() != '\n' && flag.docs.back() != '\n';
}

constexpr bool has_name(const FlagInfo& flag, std::string_view name) {
  for (std::string_view alias : flag.aliases) {
    if (alias == name) return true;
  }
  return flag.name == name || (!flag.negated.empty() && flag.negated == name);
}

}  // namespace detail

// Do two rows claim the same name?
constexpr bool share_a_name(const FlagInfo& a, const FlagInfo& b) {
  for (std::string_view alias : a.aliases) {
    if (detail::has_name(b, alias)) return true;
  }
  return detail::has_name(b, a.name) || (!a.negated.empty() && detail::has_name(b, a.negated)) ||
         (a.short_name != 0 && a.short_name == b.short_name);
}

// Sorted by name, names valid and unique, texts present.
template <typename Options, std::size_t kSize>
constexpr bool well_formed(const Flag<Options> (&flags)[kSize]) {
  for (std::size_t i = 0; i < kSize; ++i) {
    if (!detail::names_are_valid(flags[i]) || !detail::texts_are_complete(flags[i])) return false;
    if (i > 0 && !(flags[i - 1].name < flags[i].name)) return false;
    for (std::size_t j = 0; j < i; ++j) {
      if (share_a_name(flags[i], flags[j])) return false;
    }
  }
  return true;
}

}  // namespace common::cli
