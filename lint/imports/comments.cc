// Which comments of a block of imports belong to which statement and name.
//
//   # atop of the statement
//   from a import (  # beside the statement
//       # atop of b
//       b,  # beside b
//       # trailing b, as it is the last name
//   )  # trailing the statement
//
// In `from a import b  # comment` the comment is the name's, so that it stays
// with the name when statements are combined.
#include "lint/imports/comments.h"

#include <algorithm>

#include "common/text/lines.h"

namespace lint::imports {

CommentCursor::CommentCursor(const parser::Parsed& parsed, TextRange range)
    : text_(parsed.text()), tokens_(parsed.tokens()) {
  const std::span<const std::uint32_t> all = parsed.comments();
  const auto start_of = [this](std::uint32_t index) { return tokens_[index].range.start; };
  const auto first = std::ranges::lower_bound(all, range.start, {}, start_of);
  const auto last = std::ranges::lower_bound(first, all.end(), range.end, {}, start_of);
  rest_ = {first, last};
}

void CommentCursor::take(CommentList& list) {
  list.push_back(front().of(text_));
  rest_ = rest_.subspan(1);
}

void CommentCursor::take_starting_before(std::uint32_t offset, CommentList& list) {
  while (!empty() && front().start < offset) take(list);
}

void CommentCursor::take_ending_by(std::uint32_t offset, CommentList& list) {
  while (!empty() && front().end <= offset) take(list);
}

namespace {

std::string_view text_of(const ast::Identifier& identifier, std::string_view text) {
  return identifier ? identifier.range.of(text) : std::string_view();
}

bool has_line_end(std::string_view text) {
  return text.find_first_of("\n\r") != std::string_view::npos;
}

// Is there a comma between the last name and the closing parenthesis?
bool ends_with_comma(std::string_view rest) {
  while (!rest.empty()) {
    std::string_view line = common::take_line(rest);
    line = line.substr(0, line.find('#'));
    if (line.find(',') != std::string_view::npos) return true;
  }
  return false;
}

class Annotator {
 public:
  Annotator(std::string_view text, CommentCursor& comments, AnnotatedImport& result)
      : text_(text), comments_(comments), result_(result) {}

  void run(const ast::Stmt& statement, ast::List<ast::Alias> names) {
    result_.members.resize(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      AnnotatedMember& member = result_.members[i];
      member.name = text_of(names[i]->name, text_);
      member.as_name = text_of(names[i]->asname, text_);
      if (!member.comments.empty()) member.comments = {};
    }
    if (!result_.comments.empty()) result_.comments = {};
    result_.has_magic_comma = false;
    comments_.take_starting_before(statement.range.start, result_.comments.atop);
  }

  void attach_straight(const ast::StmtImport& statement) {
    comments_.take_ending_by(line_end(statement.range.end), result_.comments.beside);
  }

  void attach_from(const ast::StmtImportFrom& statement) {
    const ast::List<ast::Alias> names = statement.names;
    if (names.empty()) return;
    result_.has_magic_comma =
        ends_with_comma(between(names.back()->range.end, statement.range.end));
    if (comments_.empty()) return;
    if (names.size() > 1 ||
        has_line_end(between(statement.range.start, names.front()->range.start))) {
      comments_.take_ending_by(line_end(statement.range.start), result_.comments.beside);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      Comments& of_name = result_.members[i].comments;
      comments_.take_starting_before(names[i]->range.start, of_name.atop);
      comments_.take_ending_by(line_end(names[i]->range.end), of_name.beside);
    }
    comments_.take_starting_before(statement.range.end, result_.members.back().comments.trailing);
    comments_.take_starting_before(line_end(statement.range.end), result_.comments.trailing);
  }

 private:
  std::uint32_t line_end(std::uint32_t offset) const { return common::line_end(text_, offset); }
  std::string_view between(std::uint32_t start, std::uint32_t end) const {
    return TextRange{start, end}.of(text_);
  }

  std::string_view text_;
  CommentCursor& comments_;
  AnnotatedImport& result_;
};

}  // namespace

void annotate(const ast::Stmt& statement, std::string_view text, CommentCursor& comments,
              AnnotatedImport& result) {
  Annotator annotator(text, comments, result);
  if (const auto* straight = ast::as<ast::StmtImport>(statement)) {
    annotator.run(statement, straight->names);
    annotator.attach_straight(*straight);
  } else if (const auto* from = ast::as<ast::StmtImportFrom>(statement)) {
    annotator.run(statement, from->names);
    annotator.attach_from(*from);
  }
}

}  // namespace lint::imports
