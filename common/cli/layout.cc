#include "common/cli/layout.h"

namespace common::cli {

namespace {

constexpr std::string_view kCodeIndent = "    ";

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return line;
}

void append_line(std::vector<Paragraph>& out, std::string_view line, bool is_new) {
  const bool is_code = line.starts_with(kCodeIndent);
  if (is_code) line.remove_prefix(kCodeIndent.size());
  // An empty line does not end a code block that goes on after it.
  if (is_code && is_new && !out.empty() && out.back().is_code) {
    out.back().text.append("\n\n").append(line);
  } else if (is_new || out.empty() || out.back().is_code != is_code) {
    out.push_back({std::string(line), is_code});
  } else {
    out.back().text.append(is_code ? "\n" : " ").append(line);
  }
}

void append_filled(std::string& out, std::string_view text, std::string_view indent,
                   std::size_t width) {
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (word.empty()) continue;
    if (column != 0 && column + 1 + word.size() > width) {
      out += '\n';
      column = 0;
    }
    if (column == 0) {
      out += indent;
      column = indent.size();
    } else {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  out += '\n';
}

void append_code(std::string& out, std::string_view text, std::string_view indent) {
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (!line.empty()) out.append(indent).append(kCodeIndent).append(line);
    out += '\n';
  }
}

std::string listed(std::span<const std::string_view> names, std::string_view prefix) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out.append(prefix).append(names[i]);
  }
  return out;
}

bool mentions(std::string_view docs, std::string_view name) {
  return docs.find(name) != std::string_view::npos;
}

}  // namespace

std::vector<Paragraph> paragraphs(std::string_view docs) {
  std::vector<Paragraph> out;
  bool is_new = true;
  while (!docs.empty()) {
    const std::string_view line = take_line(docs);
    if (!line.empty()) append_line(out, line, is_new);
    is_new = line.empty();
  }
  return out;
}

std::string filled(std::string_view docs, std::string_view indent, std::size_t width) {
  std::string out;
  for (const Paragraph& paragraph : paragraphs(docs)) {
    if (!out.empty()) out += '\n';
    if (paragraph.is_code) {
      append_code(out, paragraph.text, indent);
    } else {
      append_filled(out, paragraph.text, indent, width);
    }
  }
  return out;
}

std::string joined(std::span<const std::string_view> words, std::string_view separator) {
  std::string out;
  for (std::string_view word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

std::string command_names(const ProgramInfo& program) {
  std::vector<std::string_view> names;
  for (const ProgramInfo& command : program.commands) names.push_back(command.name);
  return joined(names, " ");
}

std::string flag_synopsis(const FlagInfo& flag) {
  std::string out;
  if (flag.short_name != 0) {
    out = std::string("-") + flag.short_name;
    if (flag.takes_value()) out.append(" ").append(flag.metavar);
    out += ", ";
  }
  out.append("--").append(flag.name);
  if (flag.takes_value()) out.append("=").append(flag.metavar);
  return out;
}

std::string flag_docs(const FlagInfo& flag) {
  std::string docs(flag.docs);
  std::string more;
  bool all_choices_named = true;
  for (std::string_view choice : flag.choices) {
    all_choices_named = all_choices_named && mentions(docs, choice);
  }
  if (!all_choices_named) more += "Values: " + listed(flag.choices, "") + ". ";
  if (!flag.aliases.empty()) more += "Also known as " + listed(flag.aliases, "--") + ". ";
  const std::string negation = "--" + std::string(flag.negated);
  if (!flag.negated.empty() && !mentions(docs, negation)) {
    more += "Taken back by " + negation + ". ";
  }
  if (more.empty()) return docs;
  more.pop_back();
  return docs + "\n\n" + more;
}

}  // namespace common::cli
