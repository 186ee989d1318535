// Laying out the texts of flag rows, shared by the generators.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/flag.h"

namespace common::cli {

// One paragraph of a text, its lines joined by blanks; or, with is_code, lines
// to be printed as they are (without the indent of four blanks that marks them).
struct Paragraph {
  std::string text;
  bool is_code = false;
};
std::vector<Paragraph> paragraphs(std::string_view docs);

// Paragraphs broken into lines of at most `width` columns, each with `indent` in
// front, an empty line between them; ends in a line feed.
std::string filled(std::string_view docs, std::string_view indent, std::size_t width);

std::string joined(std::span<const std::string_view> words, std::string_view separator);

// The names of the program's commands with blanks between them.
std::string command_names(const ProgramInfo& program);

// "-A NUM, --after-context=NUM"
std::string flag_synopsis(const FlagInfo& flag);

// The docs, with the choices, aliases and the negation appended unless the text
// names them itself.
std::string flag_docs(const FlagInfo& flag);

}  // namespace common::cli
