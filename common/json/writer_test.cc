#include "common/json/writer.h"

#include <doctest/doctest.h>

#include <limits>

#include "common/json/base64.h"

namespace common::json {
namespace {

TEST_CASE("objects and arrays are compact and keep their order") {
  std::string out;
  Writer writer(out);
  writer.begin_object().key("b").number(1).key("a").begin_array();
  writer.number(2).null().begin_object().end_object().end_array();
  writer.key("c").string("x").end_object();
  CHECK(out == R"({"b":1,"a":[2,null,{}],"c":"x"})");
}

TEST_CASE("strings escape quotes, backslashes and control bytes only") {
  std::string out;
  Writer(out).string("a\x1b\x7f\"\\\b\f\n\r\t/\xc3\xa9");
  CHECK(out == "\"a\\u001b\x7f\\\"\\\\\\b\\f\\n\\r\\t/\xc3\xa9\"");
  out.clear();
  Writer(out).string(std::string_view("\0", 1));
  CHECK(out == "\"\\u0000\"");
}

TEST_CASE("numbers of 64 bits are written in full") {
  std::string out;
  Writer(out).number(std::numeric_limits<std::uint64_t>::max());
  CHECK(out == "18446744073709551615");
}

TEST_CASE("base64 pads to groups of four") {
  const auto encoded = [](std::string_view bytes) {
    std::string out;
    append_base64(bytes, out);
    return out;
  };
  CHECK(encoded("") == "");
  CHECK(encoded("f") == "Zg==");
  CHECK(encoded("fo") == "Zm8=");
  CHECK(encoded("foo") == "Zm9v");
  CHECK(encoded("foobar") == "Zm9vYmFy");
  CHECK(encoded("\xff\xfe\xfd") == "//79");
}

}  // namespace
}  // namespace common::json
