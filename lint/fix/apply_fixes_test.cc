#include "lint/fix/apply_fixes.h"

#include <doctest/doctest.h>

#include "lint/registry/codes.h"

namespace lint {
namespace {

Diagnostic with_fix(RuleId rule, std::vector<Edit> edits, std::uint32_t isolation = 0) {
  Diagnostic diagnostic;
  diagnostic.rule = rule;
  diagnostic.fix = Fix::of(Applicability::Safe, std::move(edits));
  diagnostic.fix->isolation = isolation;
  return diagnostic;
}

std::string applied(std::string_view text, const std::vector<Diagnostic>& diagnostics,
                    Applicability required = Applicability::Safe) {
  const auto result = apply_fixes(text, diagnostics, required);
  return result ? result->text : std::string(text);
}

TEST_CASE("fixes are applied from left to right whatever their order") {
  CHECK(applied("abcdef",
                {with_fix(codes::E711, {{{4, 5}, "X"}}), with_fix(codes::E712, {{{0, 1}, ""}}),
                 with_fix(codes::E713, {{{2, 2}, "__"}})}) == "b__cdXf");
}

TEST_CASE("a fix that overlaps or touches one before it waits") {
  CHECK(applied("abcdef", {with_fix(codes::E711, {{{0, 3}, "X"}}),
                           with_fix(codes::E712, {{{2, 4}, "Y"}})}) == "Xdef");
  CHECK(applied("abcdef", {with_fix(codes::E711, {{{0, 3}, "X"}}),
                           with_fix(codes::E712, {{{3, 4}, "Y"}})}) == "Xdef");
  CHECK(applied("abcdef", {with_fix(codes::E711, {{{0, 1}, "X"}, {{4, 5}, "X"}}),
                           with_fix(codes::E712, {{{2, 3}, "Y"}})}) == "XbcdXf");
}

TEST_CASE("an edit that two fixes share is made once") {
  const std::vector<Diagnostic> diagnostics = {with_fix(codes::F401, {{{0, 3}, ""}}),
                                               with_fix(codes::F401, {{{0, 3}, ""}})};
  const auto result = apply_fixes("abcdef", diagnostics, Applicability::Safe);
  REQUIRE(result);
  CHECK(result->text == "def");
  CHECK(result->counts.at(codes::F401) == 2);
}

TEST_CASE("one fix of an isolation group per round") {
  CHECK(applied("abcdef",
                {with_fix(codes::F401, {{{0, 1}, ""}}, 7), with_fix(codes::F401, {{{2, 3}, ""}}, 7),
                 with_fix(codes::F401, {{{4, 5}, ""}}, 8)}) == "bcdf");
}

TEST_CASE("redefinitions go first, and ties are broken") {
  CHECK(applied("abcdef", {with_fix(codes::F401, {{{0, 1}, ""}}),
                           with_fix(codes::F811, {{{3, 4}, ""}})}) == "abcef");
  CHECK(applied("abc", {with_fix(codes::D209, {{{1, 2}, "2"}}),
                        with_fix(codes::D400, {{{1, 2}, "4"}})}) == "a4c");
}

TEST_CASE("only fixes that are safe enough") {
  std::vector<Diagnostic> diagnostics = {with_fix(codes::F401, {{{0, 1}, ""}})};
  diagnostics[0].fix->applicability = Applicability::Unsafe;
  CHECK(applied("abc", diagnostics) == "abc");
  CHECK(applied("abc", diagnostics, Applicability::Unsafe) == "bc");
  FixPolicy policy;
  policy.fixable.insert(codes::F401);
  policy.forced_safe.insert(codes::F401);
  apply_policy(policy, diagnostics);
  CHECK(applied("abc", diagnostics) == "bc");
  apply_policy({}, diagnostics);
  CHECK(!diagnostics[0].fix);
}

TEST_CASE("the source map knows where text went") {
  const auto result =
      apply_fixes("abcdef", std::vector{with_fix(codes::F401, {{{1, 3}, "XYZ"}, {{5, 5}, "_"}})},
                  Applicability::Safe);
  REQUIRE(result);
  CHECK(result->text == "aXYZde_f");
  const SourceMap& map = result->source_map;
  CHECK(map.new_offset_of(0) == 0);
  CHECK(map.new_offset_of(2) == 4);
  CHECK(map.new_offset_of(3) == 4);
  CHECK(map.new_offset_of(4) == 5);
  CHECK(map.new_offset_of(5) == 7);
}

CheckedText delete_first_a(const std::string& text) {
  CheckedText checked;
  const std::size_t at = text.find('a');
  if (at == text.npos) return checked;
  const auto offset = static_cast<std::uint32_t>(at);
  checked.diagnostics.push_back(with_fix(codes::F401, {{{offset, offset + 1}, ""}}));
  return checked;
}

TEST_CASE("rounds go on until nothing is left to fix") {
  const FixedText fixed = fix_until_stable("banana", Applicability::Safe, delete_first_a);
  CHECK(fixed.outcome == FixOutcome::Stable);
  CHECK(fixed.text == "bnn");
  CHECK(fixed.counts.at(codes::F401) == 3);
  const FixedText endless =
      fix_until_stable(std::string(200, 'a'), Applicability::Safe, delete_first_a);
  CHECK(endless.outcome == FixOutcome::GaveUp);
  CHECK(endless.text.size() == 100);
}

TEST_CASE("a fix that breaks the syntax is undone") {
  const auto check = [](const std::string& text) {
    CheckedText checked = delete_first_a(text);
    checked.parses = checked.is_valid = text.find('a') != text.npos;
    return checked;
  };
  const FixedText fixed = fix_until_stable("banana", Applicability::Safe, check);
  CHECK(fixed.outcome == FixOutcome::BrokeTheSyntax);
  CHECK(fixed.text == "banana");
}

}  // namespace
}  // namespace lint
