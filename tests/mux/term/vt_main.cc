// Runs the cases of terminal behaviour (vt_cases.h).
//
//   vt_cases [--update] FOLDER
//
// Every case is run twice, with its bytes at once and one by one, and every row
// of the sequence and mode tables must be in some case.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/fs/whole_file.h"
#include "mux/term/sequences.h"
#include "tests/mux/term/vt_cases.h"

namespace {

struct Totals {
  int passed = 0;
  int failed = 0;
  std::set<std::string> names;
};

bool run_one(const std::string& path, const vt::Case& one, bool is_update, std::string& updated,
             Totals& totals) {
  totals.names.insert(one.names.begin(), one.names.end());
  const std::string whole = vt::run_case(one.head, false);
  const std::string in_bytes = vt::run_case(one.head, true);
  updated += (updated.empty() ? "" : "\n") + one.head + whole;
  const bool is_right = whole == in_bytes && (is_update || whole == one.outcome);
  ++(is_right ? totals.passed : totals.failed);
  if (is_right) return true;
  std::printf("%s\n%s--- expected\n%s--- got\n%s", path.c_str(), one.head.c_str(),
              one.outcome.c_str(), whole.c_str());
  if (whole != in_bytes) std::printf("--- byte by byte\n%s", in_bytes.c_str());
  return false;
}

bool run_file(const std::string& path, bool is_update, Totals& totals) {
  const auto text = common::fs::read_file(path);
  if (!text) return false;
  std::string updated;
  for (const vt::Case& one : vt::parse_cases(*text)) {
    run_one(path, one, is_update, updated, totals);
  }
  return !is_update || common::fs::write_file(path, updated).has_value();
}

void check_rows(Totals& totals) {
  std::set<std::string> rows;
  for (const mux::term::Sequence& row : mux::term::sequence_rows()) rows.emplace(row.name);
  for (const mux::term::ModeRow& row : mux::term::mode_rows()) rows.emplace(row.name);
  for (const std::string& name : rows) {
    if (totals.names.contains(name)) continue;
    std::printf("no case names %s\n", name.c_str());
    ++totals.failed;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool is_update = argc > 2 && std::string_view(argv[1]) == "--update";
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argc > 1 ? argv[argc - 1] : ".")) {
    if (entry.path().extension() == ".vt") paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  Totals totals;
  for (const std::string& path : paths) {
    if (!run_file(path, is_update, totals)) ++totals.failed;
  }
  check_rows(totals);
  std::printf("%d passed, %d failed\n", totals.passed, totals.failed);
  return totals.failed == 0 && totals.passed > 0 ? 0 : 1;
}
