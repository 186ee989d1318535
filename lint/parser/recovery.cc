#include "lint/parser/recovery.h"

#include <array>
#include <bit>

namespace lint::parser {
namespace {

using enum TokenKind;

constexpr TokenSet kStatementEnds = {Newline, Semicolon};
constexpr TokenSet kParameterStarts = kNames | TokenSet{Star, DoubleStar, Slash};
constexpr TokenSet kHeaderRecovery = kCompoundStarts | TokenSet{Arrow};
constexpr std::string_view kNoPattern = "Expected a pattern or the end of the sequence pattern";
constexpr std::string_view kNoWithItem = "Expected an expression or the end of the with item list";
constexpr std::string_view kNoParameter = "Expected a parameter or the end of the parameter list";

constexpr std::array<ListRow, kListKindCount> kRows = {{
    {ListKind::ModuleStatements, kStatementStarts, {}, {}, false, "Expected a statement"},
    {ListKind::BlockStatements, kStatementStarts, {Dedent}, {}, false, "Expected a statement"},
    {ListKind::ElifClauses, {Elif}, {Else}, {}, false, ""},
    {ListKind::ExceptClauses, {Except}, {Finally, Else}, {}, false, ""},
    {ListKind::AssignmentTargets,
     {Equal},
     kStatementEnds,
     {},
     false,
     "Expected an assignment target"},
    {ListKind::TypeParams,
     kKeywords | TokenSet{Name, Star, DoubleStar},
     {RightSquare},
     {Newline, Colon, Equal, LeftParen},
     true,
     "Expected a type parameter or the end of the type parameter list"},
    {ListKind::ImportFromNamesParenthesized,
     kNames | TokenSet{Star},
     kStatementEnds | TokenSet{RightParen},
     {},
     true,
     "Expected an import name or a ')'"},
    {ListKind::ImportFromNames,
     kNames | TokenSet{Star},
     kStatementEnds | TokenSet{RightParen},
     {},
     false,
     "Expected an import name"},
    {ListKind::ImportNames, kNames, kStatementEnds, {}, false, "Expected an import name"},
    {ListKind::Slices,
     kExprStarts | TokenSet{Colon},
     {RightSquare},
     {},
     true,
     "Expected an expression or the end of the slice list"},
    {ListKind::ListElements,
     kExprStarts,
     {RightSquare},
     {},
     true,
     "Expected an expression or a ']'"},
    {ListKind::SetElements, kExprStarts, {RightBrace}, {}, true, "Expected an expression or a '}'"},
    {ListKind::DictElements,
     kExprStarts,
     {RightBrace},
     {},
     true,
     "Expected an expression or a '}'"},
    {ListKind::TupleElementsParenthesized,
     kExprStarts,
     {RightParen},
     {},
     true,
     "Expected an expression or a ')'"},
    {ListKind::TupleElements, kExprStarts, kSequenceEnds, {}, true, "Expected an expression"},
    {ListKind::SequencePattern, kPatternStarts, {Colon, If}, {}, true, kNoPattern},
    {ListKind::SequencePatternSquare, kPatternStarts, {RightSquare}, {}, true, kNoPattern},
    {ListKind::SequencePatternParenthesized, kPatternStarts, {RightParen}, {}, true, kNoPattern},
    {ListKind::MappingPattern,
     kMappingPatternStarts | TokenSet{Star},
     {RightBrace},
     {},
     true,
     "Expected a mapping pattern or the end of the mapping pattern"},
    {ListKind::ClassPatternArguments,
     kPatternStarts,
     {RightParen},
     {},
     true,
     "Expected a pattern or a ')'"},
    {ListKind::Arguments, kExprStarts, {RightParen}, {}, true, "Expected an expression or a ')'"},
    {ListKind::DeleteTargets, kExprStarts, kStatementEnds, {}, true, "Expected a delete target"},
    {ListKind::Identifiers, kNames, kStatementEnds, {}, false, "Expected an identifier"},
    {ListKind::FunctionParameters,
     kParameterStarts,
     {RightParen},
     kHeaderRecovery,
     true,
     kNoParameter},
    {ListKind::LambdaParameters, kParameterStarts, {Colon}, kHeaderRecovery, true, kNoParameter},
    {ListKind::WithItemsParenthesized,
     kExprStarts,
     {RightParen},
     {Colon},
     true,
     "Expected an expression or a ')'"},
    {ListKind::WithItemsExpression, kExprStarts, {Colon}, {}, false, kNoWithItem},
    {ListKind::WithItems, kExprStarts, {Colon, Newline}, {}, false, kNoWithItem},
    {ListKind::FStringElements,
     {FStringMiddle, LeftBrace},
     {FStringEnd},
     {Newline},
     false,
     "Expected an element of or the end of the f-string"},
    {ListKind::TStringElements,
     {TStringMiddle, LeftBrace},
     {TStringEnd},
     {Newline},
     false,
     "Expected an element of or the end of the t-string"},
    {ListKind::FStringFormatSpec,
     {FStringMiddle, LeftBrace},
     {RightBrace},
     {Newline},
     false,
     "Expected an f-string element or a '}'"},
    {ListKind::TStringFormatSpec,
     {TStringMiddle, LeftBrace},
     {RightBrace},
     {Newline},
     false,
     "Expected an t-string element or a '}'"},
}};

consteval bool rows_are_in_order() {
  for (unsigned i = 0; i < kListKindCount; ++i) {
    if (static_cast<unsigned>(kRows[i].kind) != i) return false;
  }
  return true;
}
static_assert(rows_are_in_order());

}  // namespace

const ListRow& row_of(ListKind kind) {
  return kRows[static_cast<std::size_t>(kind)];
}

bool OpenLists::claim(TokenKind kind) const {
  if (bits_ != 0 && kind == EndOfFile) return true;
  for (std::uint32_t rest = bits_; rest != 0; rest &= rest - 1) {
    const ListRow& row = kRows[static_cast<std::size_t>(std::countr_zero(rest))];
    if (row.elements.contains(kind) || row.ends.contains(kind) ||
        row.recovery_ends.contains(kind)) {
      return true;
    }
  }
  return false;
}

}  // namespace lint::parser
