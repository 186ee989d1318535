// Runs the test files of rules (rule_cases.h) and the examples in their docs.
//
//   lint_rule_test [--update] [ROOT] [PART_OF_A_NAME]...
//
// ROOT is tests/lint/rules if no folder is given.  Prints what differs and "N passed, N failed".
// With
// --update the blocks `errors` and `fixed` are rewritten to what was found.
#include <stdlib.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "common/fs/whole_file.h"
#include "lint/config/discovery.h"
#include "lint/config/find_files.h"
#include "lint/registry/catalogue.h"
#include "lint/report/finding.h"
#include "lint/report/report.h"
#include "lint/rules/rule_list.h"
#include "lint/run/check_files.h"
#include "tests/lint/rule_cases.h"

namespace {

namespace fs = std::filesystem;

// What a case gives.
struct Outcome {
  std::string errors;
  std::string fixed;
  std::string problem;  // Why the case could not be run; else empty.
};

// A folder that is the working directory while it is there.
class TemporaryTree {
 public:
  TemporaryTree() {
    std::string name = (fs::temp_directory_path() / "lint_rule_test.XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = fs::canonical(name);
    fs::current_path(path_);
  }
  TemporaryTree(const TemporaryTree&) = delete;
  TemporaryTree& operator=(const TemporaryTree&) = delete;
  ~TemporaryTree() {
    fs::current_path(outside_);
    fs::remove_all(path_);
  }
  std::string path() const { return path_.string(); }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    (void)common::fs::write_file((path_ / name).string(), text);
  }

 private:
  fs::path outside_ = fs::current_path();
  fs::path path_;
};

std::string place(const lint::SourceFile& file, std::uint32_t offset) {
  const lint::report::Place place = lint::report::place_of(file, offset);
  const std::string cell = place.cell == 0 ? "" : std::to_string(place.cell) + ":";
  return cell + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string_view applicability(const lint::Diagnostic& finding) {
  if (!finding.fix) return "-";
  switch (finding.fix->applicability) {
    case lint::Applicability::Safe:
      return "safe";
    case lint::Applicability::Unsafe:
      return "unsafe";
    case lint::Applicability::DisplayOnly:
      return "display";
  }
  return "-";
}

std::string listed(const lint::CheckedFile& file) {
  std::string text;
  for (const lint::Diagnostic& finding : file.diagnostics) {
    text += place(*file.source, finding.range.start) + "-" +
            place(*file.source, finding.range.end) + " ";
    text += finding.rule.index < lint::catalogue().size() ? lint::row_of(finding.rule).code
                                                          : std::string_view("invalid-syntax");
    text.append(" ").append(applicability(finding)).append(" ").append(finding.message) += '\n';
  }
  return text;
}

common::Result<lint::CheckedFile> check(const TemporaryTree& tree, const std::string& name,
                                        const std::string& select, lint::FixMode mode) {
  common::config::Value flags;
  if (!select.empty()) {
    flags.set("lint.select", lint::config::strings_value({select}));
    const auto rule = lint::find_rule_by_code(select);
    const bool is_preview = rule && lint::row_of(*rule).status == lint::RuleStatus::Preview;
    if (is_preview) flags.set("preview", common::config::Value::of(true));
  }
  auto arguments = TRY(lint::config::read_config_arguments({}, false, flags, tree.path()));
  auto discovery = TRY(lint::config::Discovery::create(std::move(arguments), tree.path()));
  const auto found = TRY(lint::config::find_files({name}, *discovery));
  auto files = lint::check_files(
      found, {.fix_mode = mode, .required = lint::Applicability::Unsafe, .uses_cache = false});
  if (files.size() != 1) return common::fail("the source is not checked: " + name);
  return std::move(files.front());
}

std::string fixed_text(const lint::CheckedFile& file, const std::string& original) {
  if (!file.old_text) return original;
  if (file.cell_changes.empty()) return *file.new_text;
  std::vector<std::string> cells;
  for (const lint::CellChange& cell : file.cell_changes) cells.push_back(cell.new_text);
  return rule_cases::joined_cells(cells);
}

Outcome run_case(const rule_cases::Case& one, const std::string& rule) {
  const TemporaryTree tree;
  for (const rule_cases::Source& source : one.sources) {
    const bool is_notebook = source.path.ends_with(".ipynb");
    tree.write(source.path, is_notebook ? rule_cases::notebook_of(source.text) : source.text);
  }
  if (!one.settings.empty()) tree.write("ruff.toml", one.settings);
  const std::string select = one.settings.find("select") == std::string::npos ? rule : "";
  const std::string& name = one.sources.back().path;
  const auto checked = check(tree, name, select, lint::FixMode::None);
  if (!checked) return {.errors = {}, .fixed = {}, .problem = checked.error().message};
  const auto fixed = check(tree, name, select, lint::FixMode::Diff);
  if (!fixed) return {.errors = {}, .fixed = {}, .problem = fixed.error().message};
  return {.errors = listed(*checked),
          .fixed = fixed_text(*fixed, one.sources.back().text),
          .problem = {}};
}

void show_difference(std::string_view what, std::string_view expected, std::string_view found) {
  std::printf("  %.*s expected:\n%.*s  but found:\n%.*s", static_cast<int>(what.size()),
              what.data(), static_cast<int>(expected.size()), expected.data(),
              static_cast<int>(found.size()), found.data());
}

struct Counts {
  int passed = 0;
  int failed = 0;
  void add(bool has_passed) { ++(has_passed ? passed : failed); }
};

bool is_as_expected(const fs::path& path, const rule_cases::Case& one, const Outcome& outcome) {
  const std::string fixed = one.expected_fixed.value_or(one.sources.back().text);
  if (outcome.problem.empty() && outcome.errors == one.expected_errors && outcome.fixed == fixed) {
    return true;
  }
  std::printf("%s:%d: %s\n", path.c_str(), one.line, one.name.c_str());
  if (!outcome.problem.empty()) std::printf("  %s\n", outcome.problem.c_str());
  if (outcome.errors != one.expected_errors) {
    show_difference("errors", one.expected_errors, outcome.errors);
  }
  if (outcome.fixed != fixed) show_difference("fixed", fixed, outcome.fixed);
  return false;
}

void run_file(const fs::path& path, bool updates, Counts& counts) {
  std::string text = common::fs::read_file(path.string()).value_or("");
  std::string error;
  const auto cases = rule_cases::parse(text, error);
  if (!cases) {
    std::printf("%s: %s\n", path.c_str(), error.c_str());
    counts.add(false);
    return;
  }
  const std::string stem = path.stem().string();
  const std::string rule = stem.substr(0, stem.find('_'));
  for (std::size_t i = cases->size(); i-- > 0;) {
    const rule_cases::Case& one = (*cases)[i];
    const Outcome outcome = run_case(one, rule);
    if (!updates) {
      counts.add(is_as_expected(path, one, outcome));
      continue;
    }
    const bool is_changed = outcome.fixed != one.sources.back().text;
    text = rule_cases::rewritten(
        text, one, outcome.errors,
        is_changed || one.expected_fixed ? std::optional(outcome.fixed) : std::nullopt);
  }
  if (updates) (void)common::fs::write_file(path.string(), text);
}

// ---- examples in the docs ----

// The first ```python block behind `heading`; none if there is none.
std::optional<std::string> code_behind(std::string_view docs, std::string_view heading) {
  const std::size_t start = docs.find(heading);
  if (start == std::string_view::npos) return std::nullopt;
  constexpr std::string_view kOpen = "```python\n";
  const std::size_t open = docs.find(kOpen, start);
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = docs.find("\n```", open + kOpen.size());
  return std::string(docs.substr(open + kOpen.size(), close + 1 - open - kOpen.size()));
}

bool fires(const std::string& code, std::string_view rule) {
  const TemporaryTree tree;
  tree.write("mod.py", code);
  const auto id = lint::find_rule_by_code(rule);
  if (id && lint::row_of(*id).status == lint::RuleStatus::Preview) {
    tree.write("ruff.toml", "preview = true\n");
  }
  const auto checked = check(tree, "mod.py", std::string(rule), lint::FixMode::None);
  return checked && std::ranges::any_of(checked->diagnostics, [&](const lint::Diagnostic& d) {
           return lint::row_of(d.rule).code == rule;
         });
}

void run_examples(const lint::RuleInfo& rule, Counts& counts) {
  if (!rule.example_not_run.empty()) return;
  const std::string_view code = lint::row_of(rule.code).code;
  const auto bad = code_behind(rule.docs, "## Example");
  const bool is_bad_found = bad && fires(*bad, code);
  if (!is_bad_found) std::printf("%s: the example gives no finding\n", std::string(code).c_str());
  counts.add(is_bad_found);
  const auto good = code_behind(rule.docs, "Use instead");
  if (!good) return;
  const bool is_good_clean = !fires(*good, code);
  if (!is_good_clean) {
    std::printf("%s: what to use instead gives a finding\n", std::string(code).c_str());
  }
  counts.add(is_good_clean);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool updates = std::erase(arguments, "--update") != 0;
  fs::path root = "tests/lint/rules";
  if (!arguments.empty() && fs::is_directory(arguments.front())) {
    root = arguments.front();
    arguments.erase(arguments.begin());
  }
  if (!fs::is_directory(root)) {
    std::fprintf(stderr, "usage: lint_rule_test [--update] [ROOT] [PART_OF_A_NAME]...\n");
    return 2;
  }
  const auto is_wanted = [&](const std::string& name) {
    return arguments.empty() || std::ranges::any_of(arguments, [&](const std::string& part) {
             return name.find(part) != std::string::npos;
           });
  };
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".md" && is_wanted(entry.path().stem().string())) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  Counts counts;
  for (const fs::path& file : files) run_file(file, updates, counts);
  for (const lint::RuleFile* file : lint::rule_files()) {
    for (const lint::RuleInfo& rule : file->rules) {
      if (is_wanted(std::string(lint::row_of(rule.code).code))) run_examples(rule, counts);
    }
  }
  std::printf("%d passed, %d failed\n", counts.passed, counts.failed);
  return counts.failed == 0 ? 0 : 1;
}
