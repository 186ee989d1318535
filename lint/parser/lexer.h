// Lexer: cuts a source text into tokens.
//
// It knows nothing of the grammar but brackets, indentation and where the
// replacement fields of f- and t-strings begin and end; nesting of any depth is
// kept on stacks of its own.  Every text can be lexed: what is wrong is reported
// in errors() and lexing goes on behind it.
//
// The parser repairs two misunderstandings that only it can notice (a bracket
// that is never closed, a quote that was meant to end an f-string) with the
// relex functions, and looks ahead with checkpoints, which are cheap.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/parser/mode.h"
#include "lint/parser/persistent_stack.h"
#include "lint/parser/token.h"

namespace lint::parser {

enum class LexicalErrorKind : std::uint8_t {
  UnclosedString,
  UnclosedInterpolatedString,
  SingleRightBrace,  // In an f- or t-string.
  NewlineInFormatSpec,
  Indentation,
  UnexpectedCharacter,
  LineContinuation,
  EndOfFile,
  Number,
  // Found when strings are decoded (string_decode.h).
  String,
  Unicode,
  BytesLiteral,
};

struct LexicalError {
  LexicalErrorKind kind;
  TextRange range;
  std::string message;
};

class Lexer {
 public:
  // Lexes `range` of `text`, which is valid UTF-8 and outlives the lexer.  A byte
  // order mark at the start of the text is skipped.
  Lexer(std::string_view text, TextRange range, Mode mode);

  // The next token; the last one, EndOfFile, again and again.  Newline and
  // Dedents precede it.
  Token next();

  // By order of discovery.
  const std::vector<LexicalError>& errors() const { return errors_; }
  std::vector<LexicalError> take_errors() { return std::move(errors_); }

  class Checkpoint;
  Checkpoint checkpoint() const;
  // Goes back to where the checkpoint was taken and forgets later errors.
  // Checkpoints taken in between become invalid.
  void rewind(const Checkpoint& checkpoint);

  // The parser gave up a bracket without its closing one at `current`, the last
  // token of next(): one bracket less is open.  If line ends came directly before
  // `current` (comments in between do not count), `newline` is the start of the
  // first of them, and lexing goes on from there: `current` becomes the token at
  // `newline`, which may end a logical line now, and the result is true.  All
  // tokens from `newline` on are to be dropped.
  bool relex_logical_line(Token& current, std::optional<std::uint32_t> newline);

  // If `current`, the last token of next(), is an unclosed string without prefix
  // that begins with the quote of the f- or t-string around it and has nothing but
  // blanks or a comment in its first line, then the quote becomes the end of the f- or
  // t-string: f'{a'.
  void relex_string_as_end(Token& current);
  // If `current`, the last token of next(), is an unclosed r" (or r'), it becomes
  // the name r: f"{a!r".
  void relex_raw_string_as_name(Token& current);

 private:
  // Where in its logical line the lexer is.
  enum class State : std::uint8_t {
    AfterNewline,  // In front of the indentation.
    AtFirstToken,  // Behind the indentation.
    InLogicalLine,
    AfterEqual,  // The same, where IPython takes commands.
  };
  // Of a line: `column` with tabs to multiples of 2, `characters` with tabs of 1.
  // The two orders must agree, else tabs and blanks are mixed inconsistently.
  struct Indentation {
    std::uint32_t column = 0;
    std::uint32_t characters = 0;
    void add_space();
    void add_tab();
    bool is_root() const { return characters == 0; }
    bool operator==(const Indentation&) const = default;
  };
  enum class Order : std::uint8_t { Less, Equal, Greater, Inconsistent };
  static Order compare(Indentation left, Indentation right);
  // An f- or t-string that is open.
  struct InterpolatedString {
    ast::StringFlags flags;
    bool is_template;            // t""
    std::uint32_t nesting;       // When the string began.
    std::uint32_t format_specs;  // Open ones: {a:{b:{c}}} has up to 3.
  };

  char peek(std::uint32_t ahead = 0) const {
    return pos_ + ahead < end_ ? text_[pos_ + ahead] : '\0';
  }
  bool is_at_end() const { return pos_ >= end_; }
  bool eat(char c) {
    if (peek() != c || is_at_end()) return false;
    ++pos_;
    return true;
  }
  bool eat_twice(char c);
  char32_t code_point_at(std::uint32_t offset, std::uint32_t* size) const;

  // The token from start_ to here.
  Token token(TokenKind kind) const { return plain_token(token_range(), kind); }
  TextRange token_range() const { return {start_, pos_}; }
  void add_error(LexicalErrorKind kind, TextRange range, std::string message);
  Token error(LexicalErrorKind kind, TextRange range, std::string message);

  // lexer.cc
  Token lex_other(char c);
  Token lex_long_operator(char c);
  Token lex_name();
  Token lex_non_ascii();
  bool skip_identifier();
  Token lex_comment();
  Token lex_newline(char c);
  Token lex_right_brace();
  Token lex_colon();
  Token lex_unexpected(std::uint32_t size);
  Token lex_end();

  bool is_in_logical_line() const { return state_ >= State::InLogicalLine; }

  // lexer_ipython.cc
  std::optional<Token> lex_ipython(char c);
  Token lex_escape_command();

  // lexer_layout.cc
  // Those with a Token& make the next token and return true, or they return false.
  bool skip_blanks(std::uint32_t from, Token& made);
  Indentation skip_spaces();
  bool lex_indentation(Token& made);
  bool lex_pending_dedent(Token& made);
  bool handle_indentation(Indentation indentation, Token& made);
  Token dedent_once();
  bool skip_continuation(std::uint32_t from, Token& made);
  Token indentation_error(TextRange range);
  void close_format_spec();

  // lexer_strings.cc
  Token lex_string(ast::StringFlags flags, bool is_bytes);
  bool lex_prefixed_string(Token& made);
  Token lex_interpolated_start(ast::StringFlags flags, bool is_template);
  bool lex_interpolated_part(Token& made);
  bool is_at_closing_quotes(ast::StringFlags flags) const;
  bool eat_closing_quotes(ast::StringFlags flags);
  void skip_escaped();
  void skip_quoted_text(char quote);
  void skip_triple_quoted_text(ast::StringFlags flags);
  void skip_interpolated_text(const InterpolatedString& string);
  bool is_in_replacement(const InterpolatedString& string) const;
  bool is_in_format_spec(const InterpolatedString& string) const;
  void give_up_line(const InterpolatedString& string, bool in_format_spec);
  void give_up_interpolated(LexicalErrorKind kind, std::string_view message);
  void add_interpolated_error(LexicalErrorKind kind, const InterpolatedString& string,
                              std::string_view message);
  void forget_unclosed_string(const Token& token);

  // lexer_numbers.cc
  Token lex_number(char first);
  Token lex_radix_number(unsigned radix);
  Token lex_decimal_number(char first);
  // What a run of digits and single underscores between them has.
  struct Digits {
    bool any = false;
    bool non_zero = false;
  };
  Digits skip_digits(unsigned radix);

  const char* text_;
  std::uint32_t pos_;
  std::uint32_t start_;  // Of the current token.
  std::uint32_t end_;
  std::uint32_t nesting_ = 0;  // Open brackets, those of replacement fields included.
  State state_ = State::AfterNewline;
  Mode mode_;
  bool saw_escape_ = false;   // In the string being lexed.
  bool has_pending_ = false;  // More Dedents are to come, down to pending_.
  Indentation pending_;
  PersistentStack<Indentation> indentations_;
  PersistentStack<InterpolatedString> strings_;
  std::vector<LexicalError> errors_;
};

class Lexer::Checkpoint {
  friend class Lexer;
  std::uint32_t pos_ = 0;
  std::uint32_t nesting_ = 0;
  State state_ = State::AfterNewline;
  bool has_pending_ = false;
  Indentation pending_;
  PersistentStack<Indentation>::Mark indentations_;
  PersistentStack<InterpolatedString>::Mark strings_;
  std::size_t error_count_ = 0;
};

// All of the text at once; the last token is EndOfFile.
struct LexedText {
  std::vector<Token> tokens;
  std::vector<LexicalError> errors;
};
LexedText lex(std::string_view text, Mode mode = Mode::Module);

}  // namespace lint::parser
