// Runs scenario files (scenario_file.h) and compares.
//
//   scenario_runner [--update] --program PATH FILE-OR-FOLDER...
//
// Each file gets a fresh directory.  Differences are printed one line each, then
// "N passed, N failed", where a run counts as one.  --update writes what the
// program does into the files; the reference may be another program that
// behaves the same: the name of its file in front of messages is replaced.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/scenario_file.h"
#include "tests/support/scenario_process.h"

namespace {

using scenario::Outcome;
using scenario::Run;
using scenario::Scenario;

struct Settings {
  std::string program;
  bool update = false;
  std::vector<std::string> files;
};

struct Totals {
  int passed = 0;
  int failed = 0;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

// The number (with a fraction) that ends right before `at` becomes N.
std::size_t blank_number_before(std::string& text, std::size_t at) {
  std::size_t start = at;
  while (start > 0 &&
         (text[start - 1] == '.' || (text[start - 1] >= '0' && text[start - 1] <= '9'))) {
    --start;
  }
  if (start != at) text.replace(start, at - start, "N");
  return start + 1;
}

// The number, or quoted text, that begins at `at` becomes N.
void blank_value_at(std::string& text, std::size_t at) {
  const bool is_quoted = at < text.size() && text[at] == '"';
  std::size_t end = at + (is_quoted ? 1 : 0);
  while (end < text.size() &&
         (is_quoted ? text[end] != '"' : text[end] >= '0' && text[end] <= '9')) {
    ++end;
  }
  text.replace(at, end + (is_quoted ? 1 : 0) - at, "N");
}

// Takes out of the output what differs from run to run: times, and the place of
// the directory.
std::string normalised(std::string text, const std::string& tree) {
  replace_all(text, tree, "{tree}");
  constexpr std::string_view kSeconds = " seconds ";
  for (std::size_t at = text.find(kSeconds); at != std::string::npos;) {
    const std::size_t number_end = blank_number_before(text, at);
    at = text.find(kSeconds, number_end + kSeconds.size());
  }
  for (std::string_view key : {"\"secs\":", "\"nanos\":", "\"human\":"}) {
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
      blank_value_at(text, at + key.size());
    }
  }
  return text;
}

// Messages begin with the name of the program: "rg: ..." reads as "kgrep: ...".
std::string renamed(std::string text, std::string_view from, std::string_view to) {
  const std::string start = std::string(from) + ": ";
  for (std::size_t at = 0; at < text.size();) {
    if (std::string_view(text).substr(at).starts_with(start)) {
      text.replace(at, from.size(), to);
    }
    const std::size_t end = text.find('\n', at);
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.emplace_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string sorted_lines(std::string_view text) {
  std::vector<std::string> lines = lines_of(text);
  std::ranges::sort(lines);
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

std::string shown(std::string_view text) {
  std::string out;
  for (char c : text.substr(0, 160)) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\x1b') {
      out += "\\e";
    } else {
      out += c == '\0' ? '0' : c;
    }
  }
  return '"' + out + (text.size() > 160 ? "...\"" : "\"");
}

std::string first_difference(std::string_view expected, std::string_view got) {
  const std::vector<std::string> left = lines_of(expected);
  const std::vector<std::string> right = lines_of(got);
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    const std::string a = i < left.size() ? left[i] : "";
    const std::string b = i < right.size() ? right[i] : "";
    if (a != b) {
      return "line " + std::to_string(i + 1) + " should be " + shown(a) + " but is " + shown(b);
    }
  }
  return "";
}

// Empty if the text is as expected.
std::string difference_in(const scenario::Text& expected, const std::string& got) {
  if (expected.is_sorted) {
    return first_difference(sorted_lines(expected.bytes), sorted_lines(got));
  }
  if (!expected.is_contained) return first_difference(expected.bytes, got);
  for (std::string part : lines_of(expected.bytes)) {
    if (part.ends_with('\n')) part.pop_back();
    if (got.find(part) == std::string::npos) {
      return "should contain " + shown(part) + " but is " + shown(got);
    }
  }
  return "";
}

std::string compare(const Run& run, const Outcome& outcome) {
  const std::string out = difference_in(run.out, outcome.out);
  if (!out.empty()) return "stdout " + out;
  const std::string err = difference_in(run.err, outcome.err);
  if (!err.empty()) return "stderr " + err;
  for (std::size_t i = 0; i < run.written.size(); ++i) {
    const std::string difference = difference_in(run.written[i].text, outcome.written[i]);
    if (!difference.empty()) return run.written[i].path + " " + difference;
  }
  if (run.status != outcome.status) {
    return "exit status should be " + std::to_string(run.status) + " but is " +
           std::to_string(outcome.status);
  }
  return "";
}

void adopt(Run& run, const Outcome& outcome) {
  if (!run.out.is_contained) {
    run.out.bytes = run.out.is_sorted ? sorted_lines(outcome.out) : outcome.out;
  }
  if (!run.err.is_contained) run.err.bytes = outcome.err;
  for (std::size_t i = 0; i < run.written.size(); ++i) {
    if (!run.written[i].text.is_contained) run.written[i].text.bytes = outcome.written[i];
  }
  run.status = outcome.status;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Runs one file; false if it cannot be understood or set up.
bool run_file(const Settings& settings, const std::string& path, Totals& totals) {
  std::string error;
  std::optional<Scenario> parsed = scenario::parse(read_file(path), error);
  const scenario::Tree tree;
  if (!parsed || !tree.fill(parsed->files, error)) {
    std::printf("%s: %s\n", path.c_str(), error.c_str());
    return false;
  }
  const std::string actual_name = std::filesystem::path(settings.program).filename().string();
  for (Run& run : parsed->runs) {
    const auto words = scenario::split_command(run.command);
    if (!words || words->empty()) {
      std::printf("%s:%d: a quote is not closed\n", path.c_str(), run.line);
      return false;
    }
    Outcome outcome = scenario::execute(settings.program, *words, run, tree.path());
    outcome.out = normalised(outcome.out, tree.path());
    outcome.err = normalised(renamed(outcome.err, actual_name, words->front()), tree.path());
    if (settings.update) adopt(run, outcome);
    const std::string difference = compare(run, outcome);
    if (difference.empty()) {
      ++totals.passed;
    } else {
      ++totals.failed;
      std::printf("%s:%d: %s: %s\n", path.c_str(), run.line, run.command.c_str(),
                  difference.c_str());
    }
  }
  if (settings.update) std::ofstream(path, std::ios::binary) << scenario::format(*parsed);
  return true;
}

void add_files(const std::string& path, std::vector<std::string>& files) {
  if (!std::filesystem::is_directory(path)) {
    files.push_back(path);
    return;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.path().extension() == ".test") files.push_back(entry.path().string());
  }
}

Settings read_arguments(int argc, char** argv) {
  Settings settings;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--update") {
      settings.update = true;
    } else if (argument == "--program" && i + 1 < argc) {
      settings.program = std::filesystem::absolute(argv[++i]).string();
    } else {
      add_files(argv[i], settings.files);
    }
  }
  std::ranges::sort(settings.files);
  return settings;
}

}  // namespace

int main(int argc, char** argv) {
  const Settings settings = read_arguments(argc, argv);
  if (settings.program.empty() || settings.files.empty()) {
    std::fputs("usage: scenario_runner [--update] --program PATH FILE-OR-FOLDER...\n", stderr);
    return 2;
  }
  Totals totals;
  for (const std::string& path : settings.files) {
    if (!run_file(settings, path, totals)) ++totals.failed;
  }
  std::printf("%d passed, %d failed\n", totals.passed, totals.failed);
  return totals.failed == 0 ? 0 : 1;
}
