#include "lint/config/describe_options.h"

#include <doctest/doctest.h>

namespace lint::config {
namespace {

TEST_CASE("options are listed by table") {
  CHECK(list_options("", false).contains("\nlint\n"));
  CHECK(list_options("lint.mccabe", false) == "max-complexity\n");
  CHECK(describe_option("lint.mccabe", false) == "max-complexity\n");
  CHECK_FALSE(describe_option("lint.nosuch", false).has_value());
}

TEST_CASE("an option is described") {
  CHECK(describe_option("lint.flake8-quotes.inline-quotes", false) ==
        "The quotes of other texts in single quotes (Q000).\n\n"
        "Default value: \"double\"\nType: \"double\" | \"single\"\n"
        "Example usage:\n```toml\ninline-quotes = \"single\"\n```\n");
  CHECK(describe_option("lint.flake8-builtins.builtins-ignorelist", false)
            ->starts_with("> [!WARNING]\n> This option is deprecated since 0.10.0. "));
  CHECK(describe_option("line-length", true)->contains("\n  \"default\": \"88\",\n"));
  CHECK(
      describe_option("lint.per-file-ignores", true)->contains("\"scope\": \"per-file-ignores\""));
  CHECK(list_options("lint.mccabe", true).starts_with("{\n  \"max-complexity\": {\n    \"doc\": "));
}

}  // namespace
}  // namespace lint::config
