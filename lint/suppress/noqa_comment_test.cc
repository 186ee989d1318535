#include "lint/suppress/noqa_comment.h"

#include <doctest/doctest.h>

#include <string>

namespace lint {

namespace {

TextRange all_of(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

// "7-14 F401 E501", "0-6 all", "MissingCodes", "none"; '!' for each warning.
std::string show(const NoqaComment& comment) {
  constexpr std::string_view kErrors[] = {"MissingCodes", "InvalidSuffix", "InvalidCodeSuffix"};
  if (comment.error) return std::string(kErrors[static_cast<std::size_t>(*comment.error)]);
  if (!comment.directive) return "none";
  const NoqaDirective& directive = *comment.directive;
  std::string out =
      std::to_string(directive.range.start) + "-" + std::to_string(directive.range.end);
  if (directive.is_blanket) out += " all";
  for (const NoqaCode& code : directive.codes) out += " " + std::string(code.text);
  return out + std::string(comment.warnings.size(), '!');
}

std::string line(std::string_view text) {
  return show(parse_line_noqa(text, all_of(text)));
}
std::string file(std::string_view text) {
  return show(parse_file_noqa(text, all_of(text)));
}

}  // namespace

TEST_CASE("noqa without codes is for everything") {
  CHECK(line("# noqa") == "0-6 all");
  CHECK(line("#noqa") == "0-5 all");
  CHECK(line("#NoQA") == "0-5 all");
  CHECK(line("# noqa why") == "0-6 all");
  CHECK(line("# noqa# why") == "0-6 all");
  CHECK(line("# noqa F401") == "0-6 all");
  CHECK(line("# first # noqa # noqa: F401") == "8-14 all");
  CHECK(line("#\u00a0noqa") == "0-7 all");
}

TEST_CASE("codes end at the first word that is none") {
  CHECK(line("# noqa: F401") == "0-12 F401");
  CHECK(line("# noqa:F401,E501") == "0-16 F401 E501");
  CHECK(line("# noqa : F401 E501 see below") == "0-18 F401 E501");
  CHECK(line("# noqa: F401, Because") == "0-12 F401");
  CHECK(line("# noqa: F401#A1") == "0-12 F401");
  CHECK(line("# noqa: ABC123,") == "0-14 ABC123");
}

TEST_CASE("what is odd about codes is warned of") {
  CHECK(line("# noqa: F401,  ,E501") == "0-20 F401 E501!");
  CHECK(line("# noqa: F401E501") == "0-16 F401 E501!");
  CHECK(line("# noqa: ,,F401") == "0-14 F401!!");
}

TEST_CASE("what is no directive") {
  CHECK(line("# noqa: unused") == "MissingCodes");
  CHECK(line("# noqa:") == "MissingCodes");
  CHECK(line("# noqa: ALL") == "MissingCodes");
  CHECK(line("# noqaF401") == "InvalidSuffix");
  CHECK(line("# noqa; F401") == "InvalidSuffix");
  CHECK(line("# noqa: F401abc") == "InvalidCodeSuffix");
  CHECK(line("# noqa: F401ABC") == "InvalidCodeSuffix");
  CHECK(line("# nope") == "none");
  CHECK(line("# no qa") == "none");
  CHECK(line("# ruff: noqa") == "none");
  CHECK(line("#") == "none");
}

TEST_CASE("directives for a file name a tool") {
  CHECK(file("# ruff: noqa") == "0-12 all");
  CHECK(file("#ruff:noqa:F401") == "0-15 F401");
  CHECK(file("# flake8 : NOQA: F401") == "0-21 F401");
  CHECK(file("# klint: noqa: F401") == "0-19 F401");
  CHECK(file("# see # ruff: noqa") == "6-18 all");
  CHECK(file("# Ruff: noqa") == "none");
  CHECK(file("# noqa: F401") == "none");
  CHECK(file("# ruff: ignore[F401]") == "none");
}

TEST_CASE("ranges of codes") {
  const std::string_view text = "x  # noqa: F401, E501";
  const NoqaComment comment = parse_line_noqa(text, {3, 21});
  REQUIRE(comment.directive);
  CHECK(comment.directive->range == TextRange{3, 21});
  CHECK(comment.directive->codes[1].range == TextRange{17, 21});
}

TEST_CASE("codes without a colon") {
  CHECK(starts_with_noqa_codes("F401"));
  CHECK(starts_with_noqa_codes("F401, why"));
  CHECK_FALSE(starts_with_noqa_codes("why"));
  CHECK_FALSE(starts_with_noqa_codes("F401abc"));
  CHECK_FALSE(starts_with_noqa_codes(""));
}

}  // namespace lint
