// The kinds of values that options have, beyond numbers, strings and lists.
//
// All are cheap to copy: what is compiled (regexes, globs) is shared and
// immutable, so that settings can be handed to every thread.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "lint/parser/python_version.h"
#include "lint/registry/rule_selection.h"

namespace lint::config {

// Sorted, and searched by string_view.
using NameSet = std::set<std::string, std::less<>>;
template <typename T>
using NameMap = std::map<std::string, T, std::less<>>;

// A name of an enum's value, as configuration files spell it.
template <typename Enum>
struct EnumName {
  Enum value;
  std::string_view name;
};

// Specialised beside each enum that is an option: an array of EnumName<Enum>, in
// the order in which messages list the choices.
template <typename Enum>
inline constexpr std::nullptr_t kNamesOf = nullptr;

template <typename Enum>
constexpr std::string_view name_of(Enum value) {
  for (const auto& row : kNamesOf<Enum>) {
    if (row.value == value) return row.name;
  }
  return {};
}

// A regular expression that is searched for in a text, compiled on first use.
class OptionRegex {
 public:
  // Answers for a pattern without running it.
  using Shortcut = bool (*)(std::string_view text);

  // `pattern` must be valid; create() checks what users write.
  explicit OptionRegex(std::string_view pattern, Shortcut shortcut = nullptr);
  static common::Result<OptionRegex> create(std::string_view pattern);

  const std::string& text() const;
  // Is there a match anywhere?  Any number of threads may ask.
  bool matches(std::string_view text) const;
  bool operator==(const OptionRegex& other) const { return text() == other.text(); }

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// A name, or a glob over names: `*`, `?` and classes, in which '.' and '/' are
// nothing special.
class NamePattern {
 public:
  // `pattern` must be valid; create() checks what users write.
  NamePattern(std::string_view pattern) : text_(pattern) {}  // NOLINT(google-explicit-constructor)
  NamePattern(const char* pattern) : text_(pattern) {}       // NOLINT(google-explicit-constructor)
  // Errors: "Pattern syntax error near position 0: invalid range pattern".
  static common::Result<NamePattern> create(std::string_view pattern);

  const std::string& text() const { return text_; }
  bool is_literal() const { return text_.find_first_of("?*[") == std::string::npos; }
  bool matches(std::string_view name) const;
  auto operator<=>(const NamePattern&) const = default;

 private:
  std::string text_;
};

// Does any of `patterns` match?
bool matches_any(const std::vector<NamePattern>& patterns, std::string_view name);

// A file pattern as the user wrote it, and where it points to.
struct FilePattern {
  std::string pattern;
  // The glob below the directory that it is relative to; empty: a builtin
  // pattern, which is not relative to anything.
  std::string absolute = {};
  static FilePattern below(std::string_view pattern, std::string_view root);
  bool operator==(const FilePattern&) const = default;
};

// File patterns and the globs compiled from them.
class FilePatternSet {
 public:
  FilePatternSet() = default;
  // Builtin patterns; they must be valid.
  FilePatternSet(std::initializer_list<std::string_view> builtin);
  static common::Result<FilePatternSet> create(std::vector<FilePattern> patterns);

  void add(const FilePatternSet& more);

  const std::vector<FilePattern>& patterns() const { return patterns_; }
  bool empty() const { return patterns_.empty(); }
  // Does a pattern match the absolute path?
  bool matches(std::string_view path) const;
  // Does a pattern match the absolute path or its last component?
  bool matches_path_or_name(std::string_view path) const;

 private:
  struct Compiled;
  std::vector<FilePattern> patterns_;
  std::shared_ptr<const Compiled> compiled_;  // Null: no patterns.
};

// A glob with something that holds for the files it matches; "!glob" holds for
// the files it does not match.
class PerFilePattern {
 public:
  PerFilePattern() = default;
  // `pattern` as written, `root` the directory that it is relative to.
  static common::Result<PerFilePattern> create(std::string_view pattern, std::string_view root);

  const std::string& pattern() const { return pattern_; }    // Without the '!'.
  const std::string& absolute() const { return absolute_; }  // The glob below the root.
  bool is_negated() const { return is_negated_; }
  // The pattern as written.
  std::string text() const { return (is_negated_ ? "!" : "") + pattern_; }
  // By base name or absolute path.
  bool applies_to(std::string_view absolute_path) const;

 private:
  struct Compiled;
  std::string pattern_;
  std::string absolute_;
  bool is_negated_ = false;
  std::shared_ptr<const Compiled> compiled_;
};

// Directories given by path patterns.
struct DirectoryList {
  std::vector<std::string> patterns;  // As written.
  std::vector<std::string> paths;     // What exists of them, absolute.
  bool operator==(const DirectoryList& other) const { return patterns == other.patterns; }
};

struct PerFileIgnore {
  PerFilePattern pattern;
  std::vector<Selector> selectors;
};

struct PerFileTargetVersion {
  PerFilePattern pattern;
  PythonVersion version;
};

// A literal that may stand in a comparison: text, or a number as written.
struct AllowedValue {
  std::variant<std::string, std::int64_t, double> value;
  bool operator==(const AllowedValue&) const = default;
};

}  // namespace lint::config
