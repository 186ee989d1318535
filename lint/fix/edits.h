// Edits that rules build fixes from: to take out or put in a statement, an
// argument, an element, an imported name, and to indent anew.
//
// All work on the text and the tokens of one file.  Where an edit cannot be made
// they give nothing, and the rule reports without a fix.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/ast/ast_nodes.h"
#include "lint/diag/diagnostic.h"
#include "lint/parser/line_structure.h"
#include "lint/parser/parsed.h"

namespace lint {

// The file that is edited.
struct FixSource {
  const parser::Parsed& parsed;
  const parser::LineStructure& lines;

  std::string_view text() const { return parsed.text(); }
  std::string_view text(TextRange range) const { return range.of(text()); }
  std::span<const parser::Token> tokens() const { return parsed.tokens(); }
  const parser::CodeStyle& style() const { return lines.style(); }
};

inline Edit insertion(std::uint32_t offset, std::string content) {
  return {{offset, offset}, std::move(content)};
}
inline Edit deletion(TextRange range) {
  return {range, {}};
}
inline Edit replacement(TextRange range, std::string content) {
  return {range, std::move(content)};
}

// ---- statements (edits_statements.cc) ----

// With its line, or up to the next statement of the line.  `parent` is the
// statement whose body it is in (null: the module); if it is alone there, `pass`
// takes its place.
Edit delete_statement(const FixSource& source, const ast::Stmt& statement, const ast::Stmt* parent);
// Is it all that a body of `parent` has?
bool is_alone_in_body(const ast::Stmt& statement, const ast::Stmt& parent);
// With the blanks in front, and its line if it has one of its own; other comments
// behind it in the line stay.
Edit delete_comment(const FixSource& source, TextRange comment);

// ---- what commas separate (edits_lists.cc) ----

enum class Parentheses : std::uint8_t {
  Remove,  // Those of the list go with the last argument: class A(B): to class A:
  Preserve,
};
// `argument`: an Expr or Keyword of `arguments`.
std::optional<Edit> remove_argument(const FixSource& source, const ast::Node& argument,
                                    const ast::Arguments& arguments, Parentheses parentheses);
// Behind the positional arguments.
Edit add_argument(const FixSource& source, std::string_view argument,
                  const ast::Arguments& arguments);
// The element at `index` with the comma behind it, or, of the last one, before it.
std::optional<Edit> remove_element(const FixSource& source,
                                   std::span<const ast::Expr* const> elements, std::size_t index);
// The same for anything that commas separate, by the ranges of all of it.
std::optional<Edit> remove_listed(const FixSource& source, std::span<const TextRange> ranges,
                                  std::size_t index);
// A parameter without default value, behind those that have none; nothing if that
// is no longer possible.
std::optional<Edit> add_parameter(const FixSource& source, std::string_view parameter,
                                  const ast::Parameters& parameters);

// ---- imports (edits_imports.cc) ----

// Takes `names` (qualified within an import: "a.b") out of an import statement; a
// name given once goes once.  Deletes the statement if nothing is left.
std::optional<Edit> remove_imports(const FixSource& source, std::span<const std::string_view> names,
                                   const ast::Stmt& statement, const ast::Stmt* parent);
// The statement with these names only; nothing for `import *`.
std::optional<std::string> retain_imports(const FixSource& source,
                                          std::span<const std::string_view> names,
                                          const ast::Stmt& statement);
// The statement with one more name at the end.
std::string with_import_member(const FixSource& source, std::string_view name,
                               const ast::StmtImportFrom& statement);
// `x` to `x as x`.
std::vector<Edit> make_redundant_aliases(std::span<const std::string_view> names,
                                         const ast::Stmt& statement);
// Adds strings to the list or tuple that __all__ is; none for other values.
std::vector<Edit> add_to_dunder_all(const FixSource& source,
                                    std::span<const std::string_view> names,
                                    const ast::Expr& value);

// ---- indentation (edits_indentation.cc) ----

// `prefix` in front of each line; of blank ones without the blanks at its end.
std::string indented(std::string_view text, std::string_view prefix);
// The lines of `range` so that the first of them is indented by `indentation`.
// Strings over several lines keep their text.
std::string reindented(const FixSource& source, TextRange range, std::string_view indentation);

// What becomes of the lines of a block.
struct Reindentation {
  std::string_view from;  // What the block is indented by.
  std::string to;
  // The step by which deeper blocks are indented if they are one level of the file.
  std::string_view level;
};
// The lines of `range` that begin with the old indentation with the new one; `range`
// may begin within a line.  The same for strings.
std::string reindented(const FixSource& source, TextRange range, const Reindentation& change);

// ---- text (edits_text.cc) ----

// With a blank where the content would run into a word around `range`.
std::string padded_start(std::string content, std::uint32_t start, std::string_view text);
std::string padded_end(std::string content, std::uint32_t end, std::string_view text);
std::string padded(std::string content, TextRange range, std::string_view text);

// Is no line longer than `line_length` columns if `content` replaces what starts
// at `start`?  What follows it in its line does not count.
bool fits(const FixSource& source, std::string_view content, std::uint32_t start,
          std::size_t line_length, std::size_t tab_size);
// The same, unless the lines of `range` are too long already.
bool fits_or_shrinks(const FixSource& source, std::string_view content, TextRange range,
                     std::size_t line_length, std::size_t tab_size);

}  // namespace lint
