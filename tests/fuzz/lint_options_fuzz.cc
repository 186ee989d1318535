// Configuration files of the linter with arbitrary bytes.
//
// Reading must not crash; errors must be sentences that show a place in the
// text; and what an option that was set prints, must set it to the same again.
// Options that look at the file system are left out.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/check.h"
#include "common/config/toml.h"
#include "lint/config/options.h"

namespace {

using common::config::Assignment;
using common::config::Assignments;
using common::config::ReadContext;
using lint::config::option_table;

constexpr ReadContext kContext = {.root = "/root", .origin = "from `/root/klint.toml`"};

lint::Settings empty_settings() {
  lint::Settings settings;
  settings.lint.rule_selection.emplace_back();
  return settings;
}

bool looks_at_files(const Assignment& assignment) {
  const std::string_view key = option_table().rows()[assignment.row]->key;
  return key == "src" || key == "namespace-packages";
}

void check_problem(const common::config::Problem& problem, std::string_view text) {
  CHECK(!problem.message.empty());
  CHECK(problem.region.begin.line > 0);
  CHECK(located_message(problem, text).ends_with(problem.message));
}

// The option has been set alone; sets it to what it prints.
void check_round_trip(const Assignment& assignment) {
  const auto& row = *option_table().rows()[assignment.row];
  lint::Settings once = empty_settings();
  if (!row.target.read(once, *assignment.value, kContext)) return;
  const std::string printed = row.target.print(once);
  const auto document = common::config::parse_toml("x = " + printed);
  CHECK(document.has_value());
  lint::Settings twice = empty_settings();
  CHECK(row.target.read(twice, document->members.front().value, kContext).has_value());
  CHECK(row.target.print(twice) == printed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = common::config::parse_toml(text);
  if (!document) {
    check_problem(document.error(), text);
    return 0;
  }
  auto assignments = option_table().index().assignments(*document);
  if (!assignments) {
    check_problem(assignments.error(), text);
    return 0;
  }
  std::erase_if(assignments->list, looks_at_files);
  lint::Settings settings = empty_settings();
  if (auto applied = option_table().apply(*assignments, kContext, settings); !applied) {
    check_problem(applied.error(), text);
  }
  for (const Assignment& assignment : assignments->list) check_round_trip(assignment);
  return 0;
}
