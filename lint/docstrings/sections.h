// Sections of docstrings: "Args:", "Returns" over dashes, and what follows them.
//
// The conventions of Google and NumPy know different names.  Where none is
// configured, the names and dashes that a docstring has tell which one it follows.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/docstrings/docstring.h"

namespace lint::docstrings {

// By name.
enum class SectionKind : std::uint8_t {
  Args,
  Arguments,
  Attention,
  Attributes,
  Caution,
  Danger,
  Error,
  Example,
  Examples,
  ExtendedSummary,
  Hint,
  Important,
  KeywordArgs,
  KeywordArguments,
  Methods,
  Note,
  Notes,
  OtherArgs,
  OtherArguments,
  OtherParameters,
  OtherParams,
  Parameters,
  Raises,
  Receives,
  References,
  Return,
  Returns,
  SeeAlso,
  ShortSummary,
  Tip,
  Todo,
  Warning,
  Warnings,
  Warns,
  Yield,
  Yields,
  Count,
};

enum class SectionStyle : std::uint8_t { Numpy, Google };

// "Keyword Args"
std::string_view name_of(SectionKind kind);

// Ranges are those of the source.
struct Section {
  SectionKind kind;
  TextRange range;  // From its name's line to the next section.
  TextRange name;
  std::uint32_t indent;      // Bytes of blanks in front of the name.
  std::uint32_t header_end;  // Behind the line end of the name's line.

  TextRange content() const { return {header_end, range.end}; }
};

struct Sections {
  SectionStyle style = SectionStyle::Numpy;
  std::vector<Section> sections;
};

Sections find_sections(const Docstring& docstring, SectionStyle style);
// In the style of the convention, or the one that fits best.
Sections find_sections(const Checker& c, const Docstring& docstring);

}  // namespace lint::docstrings
