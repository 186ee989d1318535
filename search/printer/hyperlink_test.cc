#include "search/printer/hyperlink.h"

#include <doctest/doctest.h>

#include "search/printer/hyperlink_aliases.h"

namespace search {
namespace {

std::string fault(std::string_view text) {
  const auto format = HyperlinkFormat::parse(text, "", "");
  return format ? "" : format.error().message;
}

std::string url(std::string_view text, std::optional<std::uint64_t> line = {},
                std::optional<std::uint64_t> column = {}) {
  const auto format = HyperlinkFormat::parse(text, "host", "wsl");
  REQUIRE(format);
  std::string out;
  format->append_url(out, "/a/b", line, column);
  return out;
}

TEST_CASE("variables are filled in; a missing line or column is 1") {
  CHECK(url("file://{host}{path}") == "file://host/a/b");
  CHECK(url("x:{path}:{line}:{column}", 7, 3) == "x:/a/b:7:3");
  CHECK(url("x:{path}:{line}:{column}") == "x:/a/b:1:1");
  CHECK(url("x:{wslprefix}{path}") == "x:wsl/a/b");
  CHECK(url("x://{{{path}}}") == "x://{/a/b}");
}

TEST_CASE("aliases stand for formats") {
  CHECK(url("default") == "file://host/a/b");
  CHECK(url("cursor", 2) == "cursor://file/a/b:2:1");
  CHECK(url("grep+", 2) == "grep+:///a/b:2");
  for (const HyperlinkAlias& alias : kHyperlinkAliases) {
    CAPTURE(alias.name);
    CHECK(fault(alias.name) == "");
  }
  CHECK(HyperlinkFormat::parse("none", "", "")->empty());
  CHECK(HyperlinkFormat::parse("", "", "")->empty());
}

TEST_CASE("links depend on the line if the format says so") {
  CHECK(HyperlinkFormat::parse("kitty", "", "")->uses_line());
  CHECK_FALSE(HyperlinkFormat::parse("file", "", "")->uses_line());
}

TEST_CASE("formats that cannot work are refused") {
  CHECK(fault("foo") ==
        "at least a {path} variable is required in a hyperlink format, or otherwise use a valid "
        "alias: default, none, cursor, file, grep+, kitty, macvim, textmate, vscode, "
        "vscode-insiders, vscodium");
  CHECK(fault("f:{line}") == "the {path} variable is required in a hyperlink format");
  CHECK(fault("f:{path}{column}") ==
        "the hyperlink format contains a {column} variable, but no {line} variable is present");
  CHECK(fault("f:{x}{path}") ==
        "invalid hyperlink format variable: 'x', choose from: path, line, column, host, "
        "wslprefix");
  CHECK(fault("f:{path") ==
        "unclosed variable: found '{' without a corresponding '}' following it");
  CHECK(fault("f:}") == "unopened variable: found '}' without a corresponding '{' preceding it");
  for (const char* text : {"{path}", ":{path}", "f*:{path}", "foo{path}"}) {
    CAPTURE(text);
    CHECK(fault(text) ==
          "the hyperlink format must start with a valid URL scheme, i.e., [0-9A-Za-z+-.]+:");
  }
}

TEST_CASE("braces pair up from the left") {
  CHECK(fault("f://{}}b}").starts_with("invalid hyperlink format variable: ''"));
  CHECK(fault("f://{b}}ar}").starts_with("invalid hyperlink format variable: 'b'"));
  CHECK(fault("f://{{bar}").starts_with("unopened"));
  CHECK(fault("f://{{{bar}").starts_with("invalid hyperlink format variable: 'bar'"));
  CHECK(fault("f://{b{{ar}").starts_with("invalid hyperlink format variable: 'b{{ar'"));
}

TEST_CASE("link paths are absolute, without symlinks, and encoded") {
  CHECK(HyperlinkFormat::link_path("/./") == "/");
  CHECK(HyperlinkFormat::link_path("<stdin>") == std::nullopt);
}

}  // namespace
}  // namespace search
