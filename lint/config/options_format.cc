// Options of the tables `format` and `analyze`.
#include "lint/config/option_rows.h"

namespace lint::config {
namespace {

template <auto kMember>
inline constexpr auto kFormat = kTop<&Settings::format, kMember>;
template <auto kMember>
inline constexpr auto kAnalyze = kTop<&Settings::analyze, kMember>;

constexpr OptionRow kFormatRows[] = {
    {{.key = "analyze.detect-string-imports",
      .docs = "Look for modules in texts that look like dotted names.",
      .example = "detect-string-imports = true"},
     kAnalyze<&AnalyzeSettings::detect_string_imports>},
    {{.key = "analyze.direction",
      .docs = "List for each file the files it depends on, or those that depend on it.",
      .example = R"(direction = "dependencies")",
      .type = R"("dependents" | "dependencies")"},
     kAnalyze<&AnalyzeSettings::direction>},
    {{.key = "analyze.exclude",
      .docs = "Patterns of files that are not analysed, in addition to what is left out "
              "altogether.",
      .example = R"(exclude = ["generated"])"},
     kAnalyze<&AnalyzeSettings::exclude>},
    {{.key = "analyze.include-dependencies",
      .docs = "Files, by glob, that other files depend on whatever they import.",
      .example = "\"foo/bar.py\" = [\"foo/baz/*.py\"]\n\"foo/baz/reader.py\" = "
                 "[\"configs/bar.json\"]",
      .is_open_table = true},
     kAnalyze<&AnalyzeSettings::include_dependencies>},
    {{.key = "analyze.preview",
      .docs = "Turn preview mode on or off for analysing only.",
      .example = "preview = true"},
     kAnalyze<&AnalyzeSettings::preview>},
    {{.key = "analyze.string-imports-min-dots",
      .docs = "Dots that a text must have to count as a module.",
      .example = "string-imports-min-dots = 2"},
     kAnalyze<&AnalyzeSettings::string_imports_min_dots>},
    {{.key = "analyze.type-checking-imports",
      .docs = "Count imports below `if TYPE_CHECKING` too.",
      .example = "type-checking-imports = false"},
     kAnalyze<&AnalyzeSettings::type_checking_imports>},
    {{.key = "format.docstring-code-format",
      .docs = "Format the code examples in docstrings.",
      .example = "docstring-code-format = true"},
     kFormat<&FormatSettings::docstring_code_format>},
    {{.key = "format.docstring-code-line-length",
      .docs = "Columns of a code example in a docstring; \"dynamic\": what the line has left.",
      .example = "docstring-code-line-length = 60"},
     kFormat<&FormatSettings::docstring_code_line_length>},
    {{.key = "format.exclude",
      .docs = "Patterns of files that are not formatted, in addition to what is left out "
              "altogether.",
      .example = R"(exclude = ["generated"])"},
     kFormat<&FormatSettings::exclude>},
    {{.key = "format.indent-style",
      .docs = "Indent by blanks or by tabs.",
      .example = R"(indent-style = "tab")"},
     kFormat<&FormatSettings::indent_style>},
    {{.key = "format.line-ending",
      .docs = "How lines end: as most do in the file, in one of two ways, or as on this system.",
      .example = R"(line-ending = "lf")"},
     kFormat<&FormatSettings::line_ending>},
    {{.key = "format.nested-string-quote-style",
      .docs = "The quotes of texts inside of f-strings: the other ones, or the preferred ones "
              "where Python allows it.",
      .example = R"(nested-string-quote-style = "preferred")"},
     kFormat<&FormatSettings::nested_string_quote_style>},
    {{.key = "format.preview",
      .docs = "Turn preview mode on or off for formatting only.",
      .example = "preview = true"},
     kFormat<&FormatSettings::preview>},
    {{.key = "format.quote-style",
      .docs = "The quotes of texts.",
      .example = R"(quote-style = "single")"},
     kFormat<&FormatSettings::quote_style>},
    {{.key = "format.skip-magic-trailing-comma",
      .docs = "Do not take a comma behind the last element as a wish for one element per line.",
      .example = "skip-magic-trailing-comma = true"},
     kFormat<&FormatSettings::skip_magic_trailing_comma>},
};
static_assert(common::config::well_formed(kFormatRows));

}  // namespace

std::span<const OptionRow> format_options() {
  return kFormatRows;
}

}  // namespace lint::config
