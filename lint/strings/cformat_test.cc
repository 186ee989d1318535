#include "lint/strings/cformat.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace lint::strings;

std::string show(const CFormatQuantity& quantity) {
  switch (quantity.kind) {
    case CFormatQuantity::Kind::None:
      return "";
    case CFormatQuantity::Kind::Amount:
      return std::to_string(quantity.amount);
    case CFormatQuantity::Kind::FromValues:
      return "*";
    case CFormatQuantity::Kind::Empty:
      return "empty";
  }
  return "";
}

// Texts as they are, placeholders as <key|flags|width|precision|type>.
std::string cformat(std::string_view text, CFormatSubject subject = CFormatSubject::Text) {
  const auto parts = parse_cformat(text, subject);
  if (!parts) return std::string(parts.error().message());
  std::string shown;
  for (const CFormatPart& part : *parts) {
    shown += part.literal;
    if (!part.spec) continue;
    shown += '<' + std::string(part.spec->key.value_or("")) + '|' +
             std::to_string(part.spec->flags) + '|' + show(part.spec->width) + '|' +
             show(part.spec->precision) + '|' + part.spec->type + '>';
  }
  return shown;
}

}  // namespace

TEST_CASE("format strings of % are parsed") {
  CHECK(cformat("") == "");
  CHECK(cformat("100%% of %s") == "100% of <|0|||s>");
  CHECK(cformat("%(a)s %(b (c))d") == "<a|0|||s> <b (c)|0|||d>");
  CHECK(cformat("%()s") == "<|0|||s>");
  CHECK(cformat("%#0- +5.3ld") == "<|31|5|3|d>");
  CHECK(cformat("%*.*f%.f") == "<|0|*|*|f><|0||empty|f>");
  CHECK(cformat("%b", CFormatSubject::Bytes) == "<|0|||b>");
}

TEST_CASE("what is no format string says why") {
  CHECK(cformat("%") == "incomplete format");
  CHECK(cformat("%l") == "incomplete format");
  CHECK(cformat("%(a") == "incomplete format key");
  CHECK(cformat("%2147483647d") == "<|0|2147483647||d>");
  CHECK(cformat("%2147483648d") == "width/precision too big");
  CHECK(parse_cformat("%b").error().kind == CFormatError::Kind::UnknownType);
  CHECK(parse_cformat("%é").error().type == U'é');
  CHECK(parse_cformat(std::string_view("%\0", 2)).error().type == U'\0');
}

TEST_CASE("a summary counts what is asked for") {
  const CFormatSummary named = summarize(*parse_cformat("%(b)s %(a)s %(b)s"));
  CHECK(named.keys == std::vector<std::string_view>{"b", "a"});
  CHECK(named.positional_count == 0);
  const CFormatSummary positional = summarize(*parse_cformat("%s %*d %.*f"));
  CHECK(positional.positional_count == 5);
  CHECK(positional.has_star);
}
