#include "common/cli/arg_lexer.h"

#include <algorithm>

#include "common/cli/text.h"

namespace common::cli {

namespace {

std::unexpected<Error> unexpected_value(const ArgLexer::Token& flag, std::string_view value) {
  return fail("invalid CLI arguments: unexpected argument for option '" + spelled(flag) +
              "': " + quoted(value));
}

}  // namespace

std::string spelled(const ArgLexer::Token& token) {
  return (token.kind == ArgLexer::Token::Long ? "--" : "-") + lossy_utf8(token.text);
}

ArgLexer::Token ArgLexer::next_short() {
  const std::size_t length = std::max<std::size_t>(1, utf8_sequence_length(shorts_));
  last_ = {Token::Short, shorts_.substr(0, length)};
  shorts_.remove_prefix(length);
  in_shorts_ = true;
  return last_;
}

bool ArgLexer::is_positional(std::string_view argument) const {
  return only_positionals_ || argument.size() < 2 || argument.front() != '-';
}

Result<ArgLexer::Token> ArgLexer::next() {
  if (attached_) return unexpected_value(last_, *attached_);
  if (!shorts_.empty()) {
    if (in_shorts_ && shorts_.front() == '=') return unexpected_value(last_, shorts_.substr(1));
    return next_short();
  }
  in_shorts_ = false;
  if (index_ == arguments_.size()) return last_ = {Token::End, {}};
  std::string_view argument = arguments_[index_++];
  if (is_positional(argument)) return last_ = {Token::Positional, argument};
  if (argument == "--") {
    only_positionals_ = true;
    return next();
  }
  if (!argument.starts_with("--")) {
    shorts_ = argument.substr(1);
    return next_short();
  }
  argument.remove_prefix(2);
  const std::size_t equals = argument.find('=');
  if (equals != std::string_view::npos) attached_ = argument.substr(equals + 1);
  return last_ = {Token::Long, argument.substr(0, equals)};
}

std::optional<std::string_view> ArgLexer::value() {
  if (attached_) return std::exchange(attached_, std::nullopt);
  if (!shorts_.empty()) {
    std::string_view rest = std::exchange(shorts_, {});
    if (rest.front() == '=') rest.remove_prefix(1);
    return rest;
  }
  if (index_ == arguments_.size()) return std::nullopt;
  return arguments_[index_++];
}

std::optional<std::string_view> ArgLexer::word() {
  const bool is_next_argument = !attached_ && shorts_.empty() && index_ < arguments_.size();
  if (is_next_argument && !is_positional(arguments_[index_])) return std::nullopt;
  return value();
}

}  // namespace common::cli
