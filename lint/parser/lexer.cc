#include "lint/parser/lexer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/lines.h"
#include "lint/parser/identifiers.h"
#include "lint/parser/keywords.h"
#include "lint/parser/lexer_bytes.h"

namespace lint::parser {

namespace {

// An operator of one byte, unless what follows has one of the flags `tails`.
struct SimpleOperator {
  char byte = '\0';
  TokenKind kind = TokenKind::Unknown;
  std::uint8_t tails = 0;
  std::uint8_t opens = 0;  // Brackets.
  std::uint8_t closes = 0;
};

constexpr SimpleOperator kSimpleOperators[] = {
    {'(', TokenKind::LeftParen, 0, 1, 0},
    {'[', TokenKind::LeftSquare, 0, 1, 0},
    {'{', TokenKind::LeftBrace, 0, 1, 0},
    {')', TokenKind::RightParen, 0, 0, 1},
    {']', TokenKind::RightSquare, 0, 0, 1},
    {',', TokenKind::Comma},
    {';', TokenKind::Semicolon},
    {'~', TokenKind::Tilde},
    {'.', TokenKind::Dot, kOperatorTail | kDigit},
    {'=', TokenKind::Equal, kOperatorTail},
    {'+', TokenKind::Plus, kOperatorTail},
    {'-', TokenKind::Minus, kOperatorTail},
    {'*', TokenKind::Star, kOperatorTail},
    {'/', TokenKind::Slash, kOperatorTail},
    {'%', TokenKind::Percent, kOperatorTail},
    {'|', TokenKind::VerticalBar, kOperatorTail},
    {'&', TokenKind::Ampersand, kOperatorTail},
    {'^', TokenKind::Circumflex, kOperatorTail},
    {'@', TokenKind::At, kOperatorTail},
    {'<', TokenKind::Less, kOperatorTail},
    {'>', TokenKind::Greater, kOperatorTail},
    {'!', TokenKind::Exclamation, kOperatorTail},
};

constexpr auto kSimpleOperatorOf = [] {
  std::array<SimpleOperator, 128> operators{};
  operators.fill({});  // GCC 12 writes zeros for what is not assigned.
  for (const SimpleOperator& row : kSimpleOperators) {
    operators[static_cast<unsigned char>(row.byte)] = row;
  }
  return operators;
}();

// The brackets that are open at the very start.
std::uint32_t initial_nesting(Mode mode) {
  return mode == Mode::ParenthesizedExpression ? 1 : 0;
}

}  // namespace

Lexer::Lexer(std::string_view text, TextRange range, Mode mode)
    : text_(text.data()),
      pos_(range.start),
      start_(range.start),
      end_(range.end),
      nesting_(initial_nesting(mode)),
      state_(mode == Mode::ParenthesizedExpression ? State::InLogicalLine : State::AfterNewline),
      mode_(mode) {
  const bool has_mark = range.start == 0 && range.of(text).starts_with(common::kByteOrderMark);
  if (has_mark) pos_ = start_ = common::kByteOrderMark.size();
}

Token Lexer::next() {
  if (!strings_.empty()) [[unlikely]] {
    if (!is_in_replacement(strings_.top())) {
      start_ = pos_;
      Token part;
      if (lex_interpolated_part(part)) return part;
    }
  } else if (has_pending_) [[unlikely]] {
    Token dedent;
    if (lex_pending_dedent(dedent)) return dedent;
  }
  if (state_ == State::AfterNewline) {
    start_ = pos_;
    Token layout;
    if (lex_indentation(layout)) return layout;
  } else {
    const std::uint32_t from = pos_;
    pos_ += peek() == ' ';
    if (has_flag(peek(), kBlank)) [[unlikely]] {
      Token wrong;
      if (skip_blanks(from, wrong)) return wrong;
    }
  }
  start_ = pos_;
  if (is_at_end()) return lex_end();
  const char c = text_[pos_];
  if (has_flag(c, kNameStart)) return lex_name();
  if (!is_ascii(c)) return lex_non_ascii();
  ++pos_;
  if (mode_ == Mode::IPython) [[unlikely]] {
    if (const std::optional<Token> own = lex_ipython(c)) return *own;
  }
  const SimpleOperator& simple = kSimpleOperatorOf[static_cast<unsigned char>(c)];
  if (simple.kind != TokenKind::Unknown && !has_flag(peek(), simple.tails)) {
    state_ = State::InLogicalLine;
    nesting_ = simple.closes && nesting_ == 0 ? 0 : nesting_ + simple.opens - simple.closes;
    return token(simple.kind);
  }
  return lex_other(c);
}

void Lexer::add_error(LexicalErrorKind kind, TextRange range, std::string message) {
  errors_.push_back({kind, range, std::move(message)});
}

Token Lexer::error(LexicalErrorKind kind, TextRange range, std::string message) {
  add_error(kind, range, std::move(message));
  return plain_token(range, TokenKind::Unknown);
}

// ---- names -----------------------------------------------------------------

inline Token Lexer::lex_name() {
  const char* const begin = text_ + pos_;
  const char* const end = text_ + end_;
  const std::uint64_t word = load_word(begin, end);
  std::size_t size = name_size(word);
  if (size == 8) {
    unsigned more = 8;
    for (; more == 8; size += more) more = name_size(load_word(begin + size, end));
  }
  const char next = begin + size != end ? begin[size] : '\0';
  if (size <= 2 && (next == '\'' || next == '"')) {
    Token string;
    if (lex_prefixed_string(string)) return string;
  }
  state_ = State::InLogicalLine;
  pos_ += static_cast<std::uint32_t>(size);
  if (!is_ascii(next) && skip_identifier()) {
    Token name = token(TokenKind::Name);
    name.is_non_ascii = true;
    return name;
  }
  if (size > kLongestKeyword) return token(TokenKind::Name);
  return token(kKeywordTable.find(word & ~std::uint64_t{0} >> (64 - 8 * size)));
}

Token Lexer::lex_non_ascii() {
  std::uint32_t size = 0;
  if (!is_identifier_start(code_point_at(pos_, &size))) return lex_unexpected(size);
  state_ = State::InLogicalLine;
  pos_ += size;
  skip_identifier();
  Token name = token(TokenKind::Name);
  name.is_non_ascii = true;
  return name;
}

// The rest of a name that is not all ASCII; was there any?
bool Lexer::skip_identifier() {
  const std::uint32_t from = pos_;
  while (!is_at_end()) {
    std::uint32_t size = 1;
    const char c = text_[pos_];
    if (is_ascii(c) ? !has_flag(c, kNamePart)
                    : !is_identifier_continue(code_point_at(pos_, &size))) {
      break;
    }
    pos_ += size;
  }
  return pos_ != from;
}

char32_t Lexer::code_point_at(std::uint32_t offset, std::uint32_t* size) const {
  return decode_code_point({text_ + offset, end_ - offset}, size);
}

Token Lexer::lex_unexpected(std::uint32_t size) {
  pos_ = start_ + size;
  return error(LexicalErrorKind::UnexpectedCharacter, token_range(),
               "Got unexpected token " + std::string(text_ + start_, size));
}

// ---- operators -------------------------------------------------------------

// Everything that is neither a name nor an operator of one byte; `c` has been eaten.
Token Lexer::lex_other(char c) {
  if (c == '\n' || c == '\r') return lex_newline(c);
  if (c == '#') return lex_comment();
  state_ = State::InLogicalLine;
  if (c == '\'' || c == '"') return lex_string({.is_double_quoted = c == '"'}, false);
  if (has_flag(c, kDigit) || (c == '.' && has_flag(peek(), kDigit))) return lex_number(c);
  if (c == ':') return lex_colon();
  if (c == '}') return lex_right_brace();
  return lex_long_operator(c);
}

// One that may have several bytes.
Token Lexer::lex_long_operator(char c) {
  using enum TokenKind;
  const auto either = [&](char second, TokenKind then, TokenKind otherwise) {
    return token(eat(second) ? then : otherwise);
  };
  switch (c) {
    case '.':
      return token(eat_twice('.') ? Ellipsis : Dot);
    case '=':
      return either('=', EqualEqual, Equal);
    case '!':
      return either('=', NotEqual, Exclamation);
    case '+':
      return either('=', PlusEqual, Plus);
    case '%':
      return either('=', PercentEqual, Percent);
    case '|':
      return either('=', VerticalBarEqual, VerticalBar);
    case '&':
      return either('=', AmpersandEqual, Ampersand);
    case '^':
      return either('=', CircumflexEqual, Circumflex);
    case '@':
      return either('=', AtEqual, At);
    case '-':
      if (eat('>')) return token(Arrow);
      return either('=', MinusEqual, Minus);
    case '*':
      if (eat('*')) return either('=', DoubleStarEqual, DoubleStar);
      return either('=', StarEqual, Star);
    case '/':
      if (eat('/')) return either('=', DoubleSlashEqual, DoubleSlash);
      return either('=', SlashEqual, Slash);
    case '<':
      if (eat('<')) return either('=', LeftShiftEqual, LeftShift);
      return either('=', LessEqual, Less);
    case '>':
      if (eat('>')) return either('=', RightShiftEqual, RightShift);
      return either('=', GreaterEqual, Greater);
    default:
      return lex_unexpected(1);
  }
}

bool Lexer::eat_twice(char c) {
  if (end_ - pos_ < 2 || text_[pos_] != c || text_[pos_ + 1] != c) return false;
  pos_ += 2;
  return true;
}

inline Token Lexer::lex_comment() {
  pos_ = static_cast<std::uint32_t>(find_line_end(text_ + pos_, text_ + end_) - text_);
  return token(TokenKind::Comment);
}

inline Token Lexer::lex_newline(char c) {
  if (c == '\r') eat('\n');
  if (nesting_ == 0 && is_in_logical_line()) {
    state_ = State::AfterNewline;
    return token(TokenKind::Newline);
  }
  close_format_spec();
  return token(TokenKind::NonLogicalNewline);
}

Token Lexer::lex_right_brace() {
  if (!strings_.empty()) {
    if (strings_.top().nesting == nesting_) {
      add_interpolated_error(LexicalErrorKind::SingleRightBrace, strings_.top(),
                             "single `}` is not allowed");
      return token(TokenKind::Unknown);
    }
    close_format_spec();
  }
  nesting_ -= nesting_ > 0;
  return token(TokenKind::RightBrace);
}

// The colon of a replacement field begins its format spec, if no bracket is
// open in the field; then := is no operator.
Token Lexer::lex_colon() {
  if (!strings_.empty()) {
    InterpolatedString string = strings_.top();
    if (is_in_replacement(string) && nesting_ - string.nesting - string.format_specs == 1) {
      ++string.format_specs;
      strings_.replace_top(string);
      return token(TokenKind::Colon);
    }
  }
  return token(eat('=') ? TokenKind::ColonEqual : TokenKind::Colon);
}

// ---- the end ---------------------------------------------------------------

Token Lexer::lex_end() {
  while (!strings_.empty()) {
    give_up_interpolated(LexicalErrorKind::UnclosedInterpolatedString, "unterminated string");
  }
  if (nesting_ > initial_nesting(mode_)) {
    nesting_ = 0;
    return error(LexicalErrorKind::EndOfFile, token_range(), "unexpected EOF while parsing");
  }
  if (is_in_logical_line()) {
    state_ = State::AfterNewline;
    return token(TokenKind::Newline);
  }
  if (!indentations_.empty()) {
    indentations_.pop();
    return token(TokenKind::Dedent);
  }
  return token(TokenKind::EndOfFile);
}

// ---- checkpoints and recovery ----------------------------------------------

Lexer::Checkpoint Lexer::checkpoint() const {
  Checkpoint checkpoint;
  checkpoint.pos_ = pos_;
  checkpoint.nesting_ = nesting_;
  checkpoint.state_ = state_;
  checkpoint.has_pending_ = has_pending_;
  checkpoint.pending_ = pending_;
  checkpoint.indentations_ = indentations_.mark();
  checkpoint.strings_ = strings_.mark();
  checkpoint.error_count_ = errors_.size();
  return checkpoint;
}

void Lexer::rewind(const Checkpoint& checkpoint) {
  pos_ = checkpoint.pos_;
  nesting_ = checkpoint.nesting_;
  state_ = checkpoint.state_;
  has_pending_ = checkpoint.has_pending_;
  pending_ = checkpoint.pending_;
  indentations_.rewind(checkpoint.indentations_);
  strings_.rewind(checkpoint.strings_);
  errors_.erase(errors_.begin() + static_cast<std::ptrdiff_t>(checkpoint.error_count_),
                errors_.end());
}

bool Lexer::relex_logical_line(Token& current, std::optional<std::uint32_t> newline) {
  if (nesting_ == 0) return false;
  --nesting_;
  const bool is_interpolated =
      current.kind >= TokenKind::FStringStart && current.kind <= TokenKind::TStringEnd;
  // The line ends of a triple-quoted string are no tokens.
  if (is_interpolated && current.string_flags.is_triple) return false;
  if (!newline) return false;
  // The closing bracket will be lexed again.
  const bool is_closing = current.kind == TokenKind::RightParen ||
                          current.kind == TokenKind::RightSquare ||
                          current.kind == TokenKind::RightBrace;
  if (is_closing) ++nesting_;
  pos_ = *newline;
  state_ = State::InLogicalLine;
  current = next();
  return true;
}

LexedText lex(std::string_view text, Mode mode) {
  LexedText lexed;
  lexed.tokens.reserve(text.size() / 4 + 16);
  Lexer lexer(text, {0, static_cast<std::uint32_t>(text.size())}, mode);
  do {
    lexed.tokens.push_back(lexer.next());
  } while (lexed.tokens.back().kind != TokenKind::EndOfFile);
  lexed.errors = lexer.take_errors();
  return lexed;
}

}  // namespace lint::parser
