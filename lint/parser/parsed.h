// Parsed: one source text with its tokens, its tree and its syntax errors.
//
// parse() always gives a tree: where the text makes no sense, nodes are missing
// or names are empty, and `errors` says why.  Parsed owns text, tokens, names
// and nodes; everything that points into it must not outlive it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/arena.h"
#include "lint/ast/ast_nodes.h"
#include "lint/ast/interner.h"
#include "lint/parser/mode.h"
#include "lint/parser/python_version.h"
#include "lint/parser/token.h"

namespace lint::parser {

struct SyntaxError {
  std::string message;  // ruff's words, without "SyntaxError: ".
  TextRange range;
};

// What was added to the language in some version, found where the target
// version is older.  Unlike a SyntaxError it does not keep rules from running.
struct VersionError {
  std::string message;  // "Cannot use `match` statement on Python 3.9 (syntax was added in ...)"
  TextRange range;
};

struct ParseOptions {
  Mode mode = Mode::Module;
  PythonVersion target_version = kLatestPython;  // Only decides about `version_errors`.
  // The cells of a notebook, by place, with a line end behind each: every one is a
  // module of its own for the grammar, and all are one for the tree.
  std::span<const TextRange> cells = {};
};

class Parsed {
 public:
  Parsed(Parsed&&) noexcept = default;
  Parsed& operator=(Parsed&&) noexcept = default;

  // The whole text, with its byte order mark if it has one.
  std::string_view text() const { return *text_; }
  // Gives the text back; all that points into it is then void.
  std::string take_text() && { return std::move(*text_); }
  std::span<const Token> tokens() const { return tokens_; }  // Ends with EndOfFile.
  // Indices into tokens() of the comments, in order.
  std::span<const std::uint32_t> comments() const { return comments_; }
  const ast::Mod& root() const { return *root_; }
  const ast::ModModule& module() const { return static_cast<const ast::ModModule&>(*root_); }
  std::span<const SyntaxError> errors() const { return errors_; }  // By place.
  std::span<const VersionError> version_errors() const { return version_errors_; }
  bool is_valid() const { return errors_.empty(); }
  // All NodeIds are below this.
  std::uint32_t node_count() const { return node_count_; }
  // All Name::index() are below this.
  std::uint32_t name_count() const { return interner_->size(); }
  // Interns a name that rules or the model need (a synthetic binding).
  ast::Name intern(std::string_view text) { return interner_->intern(text); }
  // The name if anything in the file bears it, else unset.
  ast::Name find_name(std::string_view text) const { return interner_->find(text); }
  common::Arena& arena() { return *arena_; }

  // Parses the expression in `range` (of text()) into the same arena, numbering
  // nodes on; ranges are those of the whole text.  Null with `error` filled in
  // if it is not one expression.  For string annotations.
  const ast::Expr* parse_expression_at(TextRange range, Mode mode, SyntaxError* error);
  // The same for a text of its own (a string annotation with escapes or several
  // parts): every node gets the range `range`.
  const ast::Expr* parse_relocated_expression(std::string_view text, TextRange range,
                                              SyntaxError* error);

 private:
  friend class ParsedBuilder;
  explicit Parsed(std::string text);

  std::unique_ptr<std::string> text_;
  std::unique_ptr<common::Arena> arena_;
  std::unique_ptr<ast::Interner> interner_;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> comments_;
  const ast::Mod* root_ = nullptr;
  std::vector<SyntaxError> errors_;
  std::vector<VersionError> version_errors_;
  std::uint32_t node_count_ = 0;
};

// `text` must be valid UTF-8 and shorter than 4 GiB.
Parsed parse(std::string text, const ParseOptions& options = {});

}  // namespace lint::parser
