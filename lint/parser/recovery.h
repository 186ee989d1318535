// The lists of the grammar, and how each one recovers from what does not belong.
//
// Every place where the parser reads "zero or more of these" is a row: what
// starts an element, what ends the list, and what to say about anything else.
// A token that is no element is skipped with an error, unless it is an element
// or the end of a list further out: then the inner list was never closed, and
// giving up there keeps the damage small.  The lists the parser is in are bits
// of one word (OpenLists).
#pragma once

#include <cstdint>
#include <string_view>

#include "lint/parser/token_set.h"

namespace lint::parser {

enum class ListKind : std::uint8_t {
  ModuleStatements,
  BlockStatements,
  ElifClauses,
  ExceptClauses,
  AssignmentTargets,
  TypeParams,
  ImportFromNamesParenthesized,
  ImportFromNames,
  ImportNames,
  Slices,
  ListElements,
  SetElements,
  DictElements,
  TupleElementsParenthesized,
  TupleElements,
  SequencePattern,
  SequencePatternSquare,
  SequencePatternParenthesized,
  MappingPattern,
  ClassPatternArguments,
  Arguments,
  DeleteTargets,
  Identifiers,
  FunctionParameters,
  LambdaParameters,
  WithItemsParenthesized,
  WithItemsExpression,  // The parenthesis belongs to the first item's expression.
  WithItems,
  FStringElements,
  TStringElements,
  FStringFormatSpec,
  TStringFormatSpec,
};
inline constexpr unsigned kListKindCount = 32;

struct ListRow {
  ListKind kind;
  TokenSet elements;
  TokenSet ends;           // The end of the file ends every list besides.
  TokenSet recovery_ends;  // Ends as a list further out sees it.
  bool allows_trailing_comma;
  std::string_view problem;  // What to say about a token that fits nowhere.
};

const ListRow& row_of(ListKind kind);

// The lists that the parser is inside of.
class OpenLists {
 public:
  constexpr OpenLists with(ListKind kind) const {
    OpenLists result = *this;
    result.bits_ |= std::uint32_t{1} << static_cast<unsigned>(kind);
    return result;
  }
  // Is the token an element or the end of one of them?
  bool claim(TokenKind kind) const;

 private:
  std::uint32_t bits_ = 0;
};

}  // namespace lint::parser
