// Names move with the commas behind them, as LibCST's tree has it: what stands
// between a comma and the next name, comments too, belongs to the comma.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/text/lines.h"
#include "lint/fix/edits.h"

namespace lint {
namespace {

using parser::Token;
using parser::TokenKind;

const ast::List<ast::Alias>* names_of(const ast::Stmt& statement) {
  if (const auto* import = ast::as<ast::StmtImport>(statement)) return &import->names;
  if (const auto* from = ast::as<ast::StmtImportFrom>(statement)) return &from->names;
  return nullptr;
}

bool is_star(const ast::List<ast::Alias>& names) {
  return names.size() == 1 && names[0]->name == "*";
}

struct Member {
  const ast::Alias* alias;
  std::string_view name;                  // As written, with `as`.
  std::optional<std::string_view> comma;  // With what is around it.
};

// An import statement cut at its names.
struct ImportParts {
  std::string_view head;
  std::vector<Member> members;
  std::string_view tail;  // Behind the last comma, or the last name if it has none.
};

bool has_comma(const FixSource& source, TextRange range) {
  const std::span<const Token> tokens = parser::tokens_in(source.tokens(), range);
  return std::ranges::any_of(tokens,
                             [](const Token& token) { return token.kind == TokenKind::Comma; });
}

ImportParts parts_of(const FixSource& source, const ast::Stmt& statement) {
  const ast::List<ast::Alias>& names = *names_of(statement);
  const TextRange range = statement.range;
  ImportParts parts;
  parts.head = source.text({range.start, names.front()->range.start});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint32_t end = names[i]->range.end;
    Member member{names[i], source.text(names[i]->range), std::nullopt};
    if (i + 1 < names.size()) {
      member.comma = source.text({end, names[i + 1]->range.start});
    } else if (has_comma(source, {end, range.end})) {
      // In parentheses only; the last token is the one that closes them.
      member.comma = source.text({end, range.end - 1});
      parts.tail = source.text({range.end - 1, range.end});
    } else {
      parts.tail = source.text({end, range.end});
    }
    parts.members.push_back(member);
  }
  return parts;
}

// Does a comment follow the comma in its line?
bool is_commented(std::string_view comma) {
  const std::size_t at = comma.find(',');
  return common::trim_blanks_start(comma.substr(at + 1)).starts_with('#');
}

std::string joined(const ImportParts& parts) {
  std::string result(parts.head);
  for (const Member& member : parts.members) {
    result += member.name;
    if (member.comma) {
      result += *member.comma;
    } else if (&member != &parts.members.back()) {
      result += ", ";
    }
  }
  return result += parts.tail;
}

// What is left if only members for which `keeps` says so stay; nothing if none do.
template <typename F>
std::optional<std::string> filtered(const FixSource& source, const ast::Stmt& statement,
                                    F&& keeps) {
  ImportParts parts = parts_of(source, statement);
  const std::optional<std::string_view> last_comma = parts.members.back().comma;
  std::erase_if(parts.members, [&](const Member& member) { return !keeps(*member.alias); });
  if (parts.members.empty()) return std::nullopt;
  // The list ends as it did, but a comment is not lost.
  Member& last = parts.members.back();
  if (!last.comma || !is_commented(*last.comma)) last.comma = last_comma;
  return joined(parts);
}

}  // namespace

std::optional<Edit> remove_imports(const FixSource& source, std::span<const std::string_view> names,
                                   const ast::Stmt& statement, const ast::Stmt* parent) {
  const ast::List<ast::Alias>* const members = names_of(statement);
  if (members == nullptr || members->empty()) return std::nullopt;
  if (is_star(*members)) {
    const bool removes_star = !names.empty() && std::ranges::count(names, "*") ==
                                                    static_cast<std::ptrdiff_t>(names.size());
    if (!removes_star) return std::nullopt;
    return delete_statement(source, statement, parent);
  }
  std::unordered_map<std::string_view, std::size_t> left;
  for (std::string_view name : names) ++left[name];
  std::optional<std::string> rest = filtered(source, statement, [&](const ast::Alias& alias) {
    const auto found = left.find(alias.name.text());
    if (found == left.end() || found->second == 0) return true;
    --found->second;
    return false;
  });
  if (!rest) return delete_statement(source, statement, parent);
  return replacement(statement.range, std::move(*rest));
}

std::optional<std::string> retain_imports(const FixSource& source,
                                          std::span<const std::string_view> names,
                                          const ast::Stmt& statement) {
  const ast::List<ast::Alias>* const members = names_of(statement);
  if (members == nullptr || members->empty() || is_star(*members)) return std::nullopt;
  const std::unordered_set<std::string_view> wanted(names.begin(), names.end());
  return filtered(source, statement,
                  [&](const ast::Alias& alias) { return wanted.contains(alias.name.text()); });
}

std::string with_import_member(const FixSource& source, std::string_view name,
                               const ast::StmtImportFrom& statement) {
  ImportParts parts = parts_of(source, statement);
  parts.members.push_back({nullptr, name, parts.members.back().comma});
  return joined(parts);
}

std::vector<Edit> make_redundant_aliases(std::span<const std::string_view> names,
                                         const ast::Stmt& statement) {
  std::vector<Edit> edits;
  const ast::List<ast::Alias>* const members = names_of(statement);
  if (members == nullptr) return edits;
  for (std::string_view name : names) {
    const auto found = std::ranges::find_if(
        *members, [&](const ast::Alias* alias) { return !alias->asname && alias->name == name; });
    if (found == members->end()) continue;
    edits.push_back(replacement((*found)->range, std::string(name) + " as " + std::string(name)));
  }
  return edits;
}

std::vector<Edit> add_to_dunder_all(const FixSource& source,
                                    std::span<const std::string_view> names,
                                    const ast::Expr& value) {
  const auto* list = ast::as<ast::ExprList>(value);
  const auto* tuple = ast::as<ast::ExprTuple>(value);
  if (list == nullptr && tuple == nullptr) return {};
  const ast::List<ast::Expr>& elements = list != nullptr ? list->elts : tuple->elts;
  const std::uint32_t at = elements.empty() ? value.range.end - 1 : elements.back()->range.end;
  const std::string quote(1, source.style().quote);
  std::vector<Edit> edits;
  for (std::string_view name : names) {
    const bool is_first = elements.empty() && edits.empty();
    std::string item = is_first ? "" : ", ";
    item.append(quote).append(name).append(quote);
    edits.push_back(insertion(at, std::move(item)));
  }
  if (tuple != nullptr && tuple->parenthesized && elements.size() + edits.size() == 1) {
    edits.push_back(insertion(at, ","));
  }
  return edits;
}

}  // namespace lint
