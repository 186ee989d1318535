// The parser that a flag table is: arguments set members of Options.
//
// A flag is found by going through the rows.  That is 104 comparisons for
// kgrep, mostly of lengths, about 0.2 us a flag: an index would cost more to
// build than the command lines of a lifetime could win back.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/cli/arg_lexer.h"
#include "common/cli/flag.h"
#include "common/cli/suggest.h"
#include "common/cli/text.h"
#include "common/cli/values.h"

namespace common::cli {

// The rows of one program, in as many arrays as it has files of them.
template <typename Options>
using FlagTable = std::span<const std::span<const Flag<Options>>>;

// All rows, sorted by name.
template <typename Options>
std::vector<const FlagInfo*> all_flags(FlagTable<Options> table) {
  std::vector<const FlagInfo*> flags;
  for (const std::span<const Flag<Options>>& rows : table) {
    for (const Flag<Options>& flag : rows) flags.push_back(&flag);
  }
  std::ranges::sort(flags, {}, &FlagInfo::name);
  return flags;
}

namespace detail {

template <typename Options>
struct FoundFlag {
  const Flag<Options>* flag = nullptr;
  bool negated = false;
};

template <typename Options>
FoundFlag<Options> find_flag(FlagTable<Options> table, const ArgLexer::Token& token) {
  // ripgrep takes "--i" for "-i".
  const bool is_short = token.text.size() == 1;
  for (const std::span<const Flag<Options>>& rows : table) {
    for (const Flag<Options>& flag : rows) {
      if (is_short) {
        if (flag.short_name == token.text.front()) return {&flag, false};
      } else if (token.kind == ArgLexer::Token::Long) {
        if (flag.name == token.text || std::ranges::count(flag.aliases, token.text) != 0) {
          return {&flag, false};
        }
        if (!flag.negated.empty() && flag.negated == token.text) return {&flag, true};
      }
    }
  }
  return {};
}

template <typename Options>
std::unexpected<Error> unknown_flag(FlagTable<Options> table, const ArgLexer::Token& token) {
  std::string message = "unrecognized flag " + spelled(token);
  if (token.kind == ArgLexer::Token::Long) {
    std::string_view separator = "\n\nsimilar flags that are available: ";
    for (std::string_view name : similar_names(token.text, all_flags<Options>(table))) {
      message.append(separator).append("--").append(name);
      separator = ", ";
    }
  }
  return fail(std::move(message));
}

// Stores into the member of the row; `value` is UTF-8 where it has to be.
template <typename Options>
Result<void> store(const Flag<Options>& flag_row, Options& options, std::string_view value,
                   bool negated) {
  const Target<Options>& target = flag_row.target;
  if (auto set = std::get_if<Setter<Options>>(&target)) return (*set)(options, value, negated);
  if (auto flag = std::get_if<bool Options::*>(&target)) options.** flag = !negated;
  if (auto flag = std::get_if<std::optional<bool> Options::*>(&target)) options.** flag = !negated;
  if (auto number = std::get_if<std::optional<std::uint64_t> Options::*>(&target)) {
    options.** number = negated ? std::nullopt : std::optional(TRY(parse_number(value)));
  }
  if (auto text = std::get_if<std::string Options::*>(&target)) {
    options.** text = negated ? Options().**text : std::string(value);
  }
  if (auto text = std::get_if<std::optional<std::string> Options::*>(&target)) {
    options.** text = negated ? std::nullopt : std::optional(std::string(value));
  }
  if (auto list = std::get_if<std::vector<std::string> Options::*>(&target)) {
    if (negated) (options.**list).clear();
    if (!negated) (options.**list).emplace_back(value);
  }
  if (auto named = std::get_if<NamedValues Options::*>(&target)) {
    (options.**named).emplace_back(flag_row.name, value);
  }
  return {};
}

}  // namespace detail

namespace detail {

// The value of the flag that the lexer returned last; nullopt: it is missing.
inline std::optional<std::string_view> flag_value(ArgLexer& lexer, const FlagInfo& flag) {
  if (!flag.is_value_optional) return lexer.value();
  return (flag.takes_words ? lexer.word() : lexer.attached_value()).value_or("");
}

// `typed`: the flag, and for a switch its value, too.
template <typename Options>
Result<void> set_flag(const Flag<Options>& flag, Options& options, std::string_view typed,
                      std::string_view value, bool negated) {
  if (!flag.takes_bytes() && !is_utf8(value)) {
    return fail("error parsing flag " + std::string(typed) + ": value is not valid UTF-8");
  }
  const Result<void> stored = store<Options>(flag, options, value, negated);
  if (stored) return {};
  return fail("error parsing flag " + std::string(typed) + ": " + stored.error().message);
}

template <typename Options>
Result<void> parse_flag(FlagTable<Options> table, ArgLexer& lexer, const ArgLexer::Token& token,
                        Options& options) {
  const auto [flag, negated] = find_flag<Options>(table, token);
  if (flag == nullptr) return unknown_flag<Options>(table, token);
  const std::string typed = spelled(token);
  if (!flag->takes_value() || negated) {
    return set_flag<Options>(*flag, options, typed, typed, negated);
  }
  std::optional<std::string_view> value = flag_value(lexer, *flag);
  if (!value) return fail("missing value for flag " + typed);
  const bool takes_more = flag->takes_words && !flag->is_value_optional;
  while (value) {
    TRY(set_flag<Options>(*flag, options, typed, *value, negated));
    value = takes_more ? lexer.word() : std::nullopt;
  }
  return {};
}

}  // namespace detail

// Sets `options` from `arguments` in order; positionals are appended to
// `positionals`.  Stops at the first error.
template <typename Options>
Result<void> parse_flags(FlagTable<Options> table, std::span<const std::string_view> arguments,
                         Options& options, std::vector<std::string>& positionals) {
  ArgLexer lexer(arguments);
  for (;;) {
    const ArgLexer::Token token = TRY(lexer.next());
    if (token.kind == ArgLexer::Token::End) return {};
    if (token.kind == ArgLexer::Token::Positional) {
      positionals.emplace_back(token.text);
    } else {
      TRY(detail::parse_flag<Options>(table, lexer, token, options));
    }
  }
}

// For programs with commands: sets `options` from the flags in front of the
// first positional and returns that one's index; arguments.size() if there is
// none.
template <typename Options>
Result<std::size_t> parse_until_command(FlagTable<Options> table,
                                        std::span<const std::string_view> arguments,
                                        Options& options) {
  ArgLexer lexer(arguments);
  for (;;) {
    const ArgLexer::Token token = TRY(lexer.next());
    if (token.kind == ArgLexer::Token::End) return arguments.size();
    if (token.kind == ArgLexer::Token::Positional) return lexer.position() - 1;
    TRY(detail::parse_flag<Options>(table, lexer, token, options));
  }
}

}  // namespace common::cli
