#include "lint/suppress/suppression_comment.h"

#include <expected>
#include <optional>
#include <utility>

#include "lint/suppress/comment_cursor.h"

namespace lint {

namespace {

struct ActionName {
  std::string_view name;
  SuppressionAction action;
};

constexpr ActionName kActions[] = {
    {"disable", SuppressionAction::Disable},
    {"enable", SuppressionAction::Enable},
    {"file-ignore", SuppressionAction::FileIgnore},
    {"ignore", SuppressionAction::Ignore},
};

// None: an error.
std::optional<SuppressionAction> eat_action(CommentCursor& cursor) {
  for (const ActionName& row : kActions) {
    if (cursor.eat(row.name)) return row.action;
  }
  return std::nullopt;
}

std::expected<std::vector<TextRange>, SuppressionError> eat_codes(CommentCursor& cursor) {
  cursor.eat_whitespace();
  if (!cursor.eat('[')) return std::unexpected(SuppressionError::MissingCodes);
  std::vector<TextRange> codes;
  for (;;) {
    if (cursor.at_end()) return std::unexpected(SuppressionError::MissingBracket);
    cursor.eat_whitespace();
    if (cursor.eat(']')) break;
    const std::uint32_t start = cursor.offset();
    if (!cursor.eat_word()) return std::unexpected(SuppressionError::InvalidCode);
    codes.push_back({start, cursor.offset()});
    cursor.eat_whitespace();
    if (cursor.eat(',')) continue;
    if (cursor.eat(']')) break;
    return std::unexpected(cursor.at_end() ? SuppressionError::MissingBracket
                                           : SuppressionError::MissingComma);
  }
  if (codes.empty()) return std::unexpected(SuppressionError::MissingCodes);
  return codes;
}

// "# ruff:", if it is not for another purpose.
bool eat_start(CommentCursor& cursor) {
  cursor.eat('#');
  cursor.eat_whitespace();
  if (!cursor.eat("ruff") && !cursor.eat("klint")) return false;
  cursor.eat_whitespace();
  if (!cursor.eat(':')) return false;
  cursor.eat_whitespace();
  return !cursor.rest().starts_with("noqa") && !cursor.rest().starts_with("isort");
}

}  // namespace

void parse_suppression_comment(std::string_view text, TextRange token, SuppressionComments& out) {
  CommentCursor cursor(text, token);
  while (!cursor.at_end()) {
    const std::uint32_t start = cursor.offset();
    if (!eat_start(cursor)) {
      cursor.skip_to_hash();
      continue;
    }
    const std::optional<SuppressionAction> action = eat_action(cursor);
    auto codes = action ? eat_codes(cursor) : std::unexpected(SuppressionError::UnknownAction);
    cursor.skip_to_hash();
    const TextRange range{start, cursor.offset()};
    if (codes) {
      out.comments.push_back(
          {.range = range, .token = token, .action = *action, .codes = std::move(*codes)});
    } else {
      out.errors.push_back({codes.error(), range});
    }
  }
}

std::string_view describe(SuppressionError error) {
  switch (error) {
    case SuppressionError::UnknownAction:
      return "unknown ruff directive";
    case SuppressionError::MissingCodes:
      return "missing suppression codes like `[E501, ...]`";
    case SuppressionError::MissingBracket:
      return "missing closing bracket";
    case SuppressionError::MissingComma:
      return "missing comma between codes";
    case SuppressionError::InvalidCode:
      return "invalid error code";
  }
  return {};
}

}  // namespace lint
