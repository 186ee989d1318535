// Checks of the sources themselves: what the design promises and no compiler
// sees.
//
//   meta_test ROOT
//
// Prints complaints, then "N passed, N failed", where a check counts as one.
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/meta/checks.h"

namespace {

struct Check {
  std::string_view name;
  meta::Complaints (*run)(const meta::Files& files);
};

constexpr Check kChecks[] = {
    {"layers", meta::check_layers},
    {"dependencies", meta::check_dependencies},
    {"sources are built", meta::check_sources_are_built},
    {"rules have cases", meta::check_rules_have_cases},
    {"headers are included", meta::check_headers_are_included},
    {"folders", meta::check_folders},
    {"flags are tested", meta::check_flags_are_tested},
    {"definitions", meta::check_definitions},
    {"standard headers", meta::check_standard_headers},
    {"file lengths", meta::check_lengths},
    {"headers", meta::check_headers},
    {"phrases", meta::check_phrases},
    {"addresses", meta::check_addresses},
    {"readmes", meta::check_readmes},
};

void print(std::string_view name, const meta::Complaints& complaints) {
  for (const std::string& complaint : complaints) {
    std::printf("%.*s: %s\n", static_cast<int>(name.size()), name.data(), complaint.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    std::fputs("usage: meta_test ROOT\n", stderr);
    return 2;
  }
  const meta::Files files = meta::read_tree(argv[1]);
  print("note", meta::long_files(files));
  std::size_t failed = 0;
  for (const Check& check : kChecks) {
    const meta::Complaints complaints = check.run(files);
    print(check.name, complaints);
    failed += complaints.empty() ? 0 : 1;
  }
  std::printf("%zu passed, %zu failed\n", std::size(kChecks) - failed, failed);
  return failed == 0 ? 0 : 1;
}
