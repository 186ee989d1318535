// Splits arguments into flags, values and positionals as ripgrep does.
//
// The table decides which flags take values, so the lexer is asked for a value
// after a flag that has one; that is why values may begin with dashes
// (`-r -n`, `-e -foo`) and why `-rni` is -r with the value "ni".
//   --flag=value  --flag value  -fvalue  -f value  -f=value  -abc  --
// "-" alone is positional.  Arguments are bytes and outlive the lexer.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/result.h"

namespace common::cli {

class ArgLexer {
 public:
  struct Token {
    enum Kind { End, Positional, Short, Long } kind = End;
    // Short: one character (of several bytes if it is not ASCII).  Long: the name.
    std::string_view text;
  };

  explicit ArgLexer(std::span<const std::string_view> arguments) : arguments_(arguments) {}

  // Fails if the flag before had an attached value that nobody asked for.
  Result<Token> next();
  // The value of the flag that next() returned last; nullopt if there is none.
  std::optional<std::string_view> value();
  // The value attached to it by '='; nullopt if there is none.
  std::optional<std::string_view> attached_value() {
    return std::exchange(attached_, std::nullopt);
  }
  // As value(), but not an argument that is a flag itself.
  std::optional<std::string_view> word();
  // How many arguments were taken.
  std::size_t position() const { return index_; }

 private:
  Token next_short();
  bool is_positional(std::string_view argument) const;

  std::span<const std::string_view> arguments_;
  std::size_t index_ = 0;
  std::string_view shorts_;                   // What is left of "-abc".
  bool in_shorts_ = false;                    // At least one short of the group is out.
  std::optional<std::string_view> attached_;  // The value of "--flag=value".
  Token last_;
  bool only_positionals_ = false;  // "--" was seen.
};

// The flag as typed, for messages: "-A", "--after-context".
std::string spelled(const ArgLexer::Token& token);

}  // namespace common::cli
