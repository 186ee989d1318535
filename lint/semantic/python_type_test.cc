#include "lint/semantic/python_type.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/parser/parsed.h"

using lint::semantic::PythonType;
using lint::semantic::ResolvedType;

namespace {

ResolvedType type_of(std::string text) {
  const lint::parser::Parsed parsed =
      lint::parser::parse(std::move(text), {.mode = lint::parser::Mode::Expression});
  return lint::semantic::type_of(*static_cast<const lint::ast::ModExpression&>(parsed.root()).body);
}

}  // namespace

TEST_CASE("types of expressions") {
  CHECK(type_of("1").is(PythonType::Integer));
  CHECK(type_of("'a' % x").is(PythonType::String));
  CHECK(type_of("1.0 * 2j").is(PythonType::Complex));
  CHECK(type_of("1 / 2").is(PythonType::Float));
  CHECK(type_of("True + True").is(PythonType::Integer));
  CHECK(type_of("-True").is(PythonType::Integer));
  CHECK(type_of("not x").is(PythonType::Bool));
  CHECK(type_of("[] + [1]").is(PythonType::List));
  CHECK(type_of("{1} - {2}").is(PythonType::Set));
  CHECK(type_of("'a' * 2").is(PythonType::String));
  CHECK(type_of("'a' + 1") == ResolvedType::type_error());
  CHECK(type_of("~1.0") == ResolvedType::type_error());
  CHECK(type_of("f()").kind() == ResolvedType::Kind::Unknown);
}

TEST_CASE("joins of types") {
  CHECK(type_of("1 and True").is(PythonType::Integer));
  CHECK(type_of("1 if x else 2.0").is(PythonType::Float));
  const ResolvedType either = type_of("1 if x else 'a'");
  CHECK(either.kind() == ResolvedType::Kind::Union);
  CHECK(either.may_be(PythonType::Integer));
  CHECK(either.may_be(PythonType::String));
  CHECK_FALSE(either.may_be(PythonType::Bytes));
  CHECK(type_of("1 if x else y").kind() == ResolvedType::Kind::Unknown);
}
