#include "lint/parser/name_set.h"

#include <doctest/doctest.h>

#include "common/base/arena.h"
#include "lint/ast/interner.h"

namespace lint::parser {
namespace {

TEST_CASE("a set holds few and many names") {
  common::Arena arena;
  ast::Interner interner(arena, 0);
  NameSet set, other;
  for (int i = 0; i < 100; ++i) {
    const ast::Name name = interner.intern_copy("n" + std::to_string(i));
    CHECK(!set.contains(name));
    CHECK(set.insert(name));
    CHECK(!set.insert(name));
    CHECK(set.contains(name));
  }
  CHECK(!(set == other));
  for (int i = 100; i-- > 0;) other.insert(interner.find("n" + std::to_string(i)));
  CHECK(set == other);
  NameSet all;
  all.insert_all(set);
  CHECK(all == set);
  CHECK(NameSet().empty());
}

}  // namespace
}  // namespace lint::parser
