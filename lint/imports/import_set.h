// ImportSet: what a block of import statements imports, each thing once.
//
// Filled statement by statement (normalize.h), put in order (sorting.h) and
// written out (formatting.h).  Plain tables that refer to each other by index,
// emptied and filled again for the next block, so that a block costs no memory.
// All texts are parts of the source.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lint::imports {

using CommentList = std::vector<std::string_view>;

// Comments around a statement or an imported name.
struct Comments {
  CommentList atop;      // On lines of their own above it.
  CommentList beside;    // Behind it, or behind the opening parenthesis.
  CommentList trailing;  // Behind the closing parenthesis; of a name: below it.

  bool empty() const { return atop.empty() && beside.empty() && trailing.empty(); }
};

// Index of ImportSet::comments; most things have none.
enum class CommentsId : std::uint32_t { None = 0 };

enum class MemberType : std::uint8_t { Constant, Class, Variable };

// b as c in `from a import b as c`.
struct Member {
  std::uint32_t owner;  // Index of its ImportStatement.
  std::string_view name;
  std::string_view as_name;  // Empty: none.
  CommentsId comments = CommentsId::None;

  // What it is sorted by besides its names.
  MemberType type = MemberType::Variable;
  std::size_t length = 0;

  bool is_star() const { return name == "*"; }
};

enum class StatementKind : std::uint8_t {
  Straight,     // import a.b [as c]: one for each name
  From,         // from a import b, c: all names from one module
  FromAliased,  // from a import b as c: on its own, unless combine-as-imports
  FromStar,     // from a import *
};

struct ImportStatement {
  StatementKind kind;
  bool is_lazy;
  std::uint32_t level;       // Leading dots.
  std::string_view module;   // Empty: none, as in `from . import a`.
  std::string_view as_name;  // Of Straight.  Empty: none.
  std::uint32_t first_seen;  // Index of the first statement of the source it is from.
  CommentsId comments = CommentsId::None;
  bool has_magic_comma = false;

  // Once the members are sorted: which of ImportSet::members are its own.
  std::uint32_t first_member = 0;
  std::uint32_t last_member = 0;

  // What it is sorted by besides its names; places first.
  std::uint32_t separate = 0;  // Of forced-separate: 0 is none of them.
  std::uint32_t section = 0;   // Index into section-order.
  std::uint32_t group = 0;     // Straight, from and lazy imports in one section.
  bool is_forced_to_top = false;
  std::size_t length = 0;

  bool is_from() const { return kind != StatementKind::Straight; }
};

struct ImportSet {
  std::vector<ImportStatement> statements;
  std::vector<Member> members;
  std::vector<Comments> comments;  // The first is empty and stays so.

  void clear() {
    statements.clear();
    members.clear();
    comments.resize(1);
  }
  const Comments& of(CommentsId id) const { return comments[static_cast<std::uint32_t>(id)]; }
  // Those of `id`, which is set if it was None.
  Comments& change(CommentsId& id) {
    if (id == CommentsId::None) {
      id = static_cast<CommentsId>(comments.size());
      comments.emplace_back();
    }
    return comments[static_cast<std::uint32_t>(id)];
  }
};

}  // namespace lint::imports
