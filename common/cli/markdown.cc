#include "common/cli/generate.h"
#include "common/cli/layout.h"

namespace common::cli {

namespace {

std::string escaped_markdown(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (std::string_view("\\`*_{}[]<>#|$~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string paragraphs_of(std::string_view docs) {
  std::string out;
  for (const Paragraph& paragraph : paragraphs(docs)) {
    if (paragraph.is_code) {
      out += "\n```\n" + paragraph.text + "\n```\n";
    } else {
      out += "\n" + filled(escaped_markdown(paragraph.text), "", 100);
    }
  }
  return out;
}

// Usage, positionals and flags; `level`: the marks of a heading.
std::string synopsis(const ProgramInfo& program, const std::string& level) {
  std::string out = paragraphs_of(program.description) + "\n```\n";
  for (std::string_view line : program.usage) out.append(line) += '\n';
  out += "```\n";
  for (const Chapter& positional : program.positionals) {
    out += "\n`" + std::string(positional.title) + "`\n" + paragraphs_of(positional.text);
  }
  for (const Category& category : program.categories) {
    std::string rows;
    for (const FlagInfo* flag : program.flags) {
      if (flag->category != category.key) continue;
      rows.append("\n").append(level).append("# `").append(flag_synopsis(*flag)).append("`\n");
      rows += paragraphs_of(flag_docs(*flag));
    }
    if (rows.empty()) continue;
    out.append("\n").append(level).append(" ").append(category.title).append("\n").append(rows);
  }
  return out;
}

}  // namespace

std::string markdown_reference(const ProgramInfo& program) {
  std::string out = "<!-- " + generated_notice(program, "markdown") + " -->\n";
  out += "# " + std::string(program.name) + "\n" + synopsis(program, "##");
  for (const ProgramInfo& command : program.commands) {
    out += "\n## " + std::string(program.name) + " " + std::string(command.name) + "\n" +
           synopsis(command, "###");
    for (const ProgramInfo& inner : command.commands) {
      out += "\n### " + std::string(inner.name) + "\n" + synopsis(inner, "####");
    }
  }
  for (const Chapter& chapter : program.chapters) {
    out += "\n## " + std::string(chapter.title) + "\n" + paragraphs_of(chapter.text);
  }
  return out;
}

}  // namespace common::cli
