#include "common/json/number.h"

#include <doctest/doctest.h>

namespace common::json {
namespace {

std::string rewritten(std::string_view text) {
  return to_text(parse_number(text).value());
}

TEST_CASE("integers of 64 bits stay as they are") {
  for (std::string_view text : {"0", "100", "-1", "18446744073709551615", "-9223372036854775808"}) {
    CHECK(rewritten(text) == text);
  }
  CHECK(rewritten("-9223372036854775809") == "-9.223372036854776e+18");
  CHECK(rewritten("123456789012345678901") == "1.2345678901234567e+20");
  CHECK(rewritten("-0") == "-0.0");
}

TEST_CASE("doubles have their shortest form") {
  CHECK(rewritten("1e5") == "100000.0");
  CHECK(rewritten("1E15") == "1000000000000000.0");
  CHECK(rewritten("1e16") == "1e+16");
  CHECK(rewritten("6.02214076e23") == "6.02214076e+23");
  CHECK(rewritten("1e-5") == "0.00001");
  CHECK(rewritten("1.5e-7") == "1.5e-7");
  CHECK(rewritten("123456.789e3") == "123456789.0");
  CHECK(rewritten("0.1234567890123456789") == "0.12345678901234568");
  CHECK(rewritten("5e-324") == "5e-324");
  CHECK(rewritten("0e999") == "0.0");
  CHECK(rewritten("1e-999") == "0.0");
  CHECK_FALSE(parse_number("1e309"));
}

TEST_CASE("the last bit is the peer's") {
  CHECK(rewritten("9007199254740993.0") == "9007199254740994.0");
}

}  // namespace
}  // namespace common::json
