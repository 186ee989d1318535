#include <algorithm>

#include "tests/meta/checks.h"

namespace meta {

namespace {

// The values of `.key = "..."` in rows of a flag table.
void add_values(std::string_view text, std::string_view key, std::vector<std::string>& values) {
  const std::string start = "." + std::string(key) + " = \"";
  for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at)) {
    at += start.size();
    values.emplace_back(text.substr(at, text.find('"', at) - at));
  }
}

bool names_flag(std::string_view line, std::string_view flag) {
  for (std::size_t at = line.find(flag); at != std::string_view::npos;
       at = line.find(flag, at + 1)) {
    const std::size_t end = at + flag.size();
    const bool begins = line[at - 1] == ' ';
    if (begins && (end == line.size() || line[end] == ' ' || line[end] == '=')) return true;
  }
  return false;
}

}  // namespace

// Every flag and every negation occurs by its long name in a scenario.
Complaints check_flags_are_tested(const Files& files) {
  std::vector<std::string> names;
  std::vector<std::string_view> commands;
  for (const SourceFile& file : files) {
    if (file.path.starts_with("search/cli/flags_")) {
      add_values(file.text, "name", names);
      add_values(file.text, "negated", names);
    }
    if (!file.path.starts_with("tests/search/")) continue;
    for (std::string_view line : lines_of(file.text)) {
      if (line.starts_with("-- run ")) commands.push_back(line);
    }
  }
  Complaints complaints;
  for (const std::string& name : names) {
    const std::string flag = "--" + name;
    const auto names_it = [&](std::string_view line) { return names_flag(line, flag); };
    if (std::ranges::none_of(commands, names_it)) {
      complaints.push_back("no scenario of tests/search uses " + flag);
    }
  }
  if (names.size() < 100) complaints.emplace_back("the flag rows have not been found");
  return complaints;
}

}  // namespace meta
