#include <algorithm>
#include <iterator>

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

// The flags of one program and where its scenarios are.
Complaints check_flags(const Files& files, std::string_view rows, std::string_view scenarios) {
  std::vector<std::string> names;
  std::vector<std::string_view> commands;
  for (const SourceFile& file : files) {
    if (file.path.starts_with(rows)) {
      add_values(file.text, "name", names);
      add_values(file.text, "negated", names);
    }
    if (!file.path.starts_with(scenarios)) continue;
    for (std::string_view line : lines_of(file.text)) {
      if (line.starts_with("-- run ")) commands.push_back(line);
    }
  }
  Complaints complaints;
  for (const std::string& name : names) {
    const std::string flag = "--" + name;
    const auto names_it = [&](std::string_view line) { return names_flag(line, flag); };
    if (std::ranges::none_of(commands, names_it)) {
      complaints.push_back("no scenario of " + std::string(scenarios) + " uses " + flag);
    }
  }
  if (names.size() < 40) {
    complaints.push_back("the flag rows of " + std::string(rows) + " have not been found");
  }
  return complaints;
}

}  // namespace

// Every flag and every negation occurs by its long name in a scenario.
Complaints check_flags_are_tested(const Files& files) {
  Complaints complaints = check_flags(files, "search/cli/flags_", "tests/search/");
  std::ranges::move(check_flags(files, "lint/cli/flags_", "tests/lint/cli/"),
                    std::back_inserter(complaints));
  return complaints;
}

}  // namespace meta
