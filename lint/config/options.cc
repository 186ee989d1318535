#include "lint/config/options.h"

#include <vector>

#include "lint/config/option_rows.h"

namespace lint::config {
namespace {

OptionTable make_table() {
  std::vector<const OptionRow*> rows;
  for (const auto part :
       {top_level_options(), lint_options(), flake8_options(), later_flake8_options(),
        isort_options(), other_family_options(), format_options()}) {
    for (const OptionRow& row : part) rows.push_back(&row);
  }
  return {std::move(rows), "lint"};
}

}  // namespace

const OptionTable& option_table() {
  static const OptionTable table = make_table();
  return table;
}

std::string default_of(const OptionTable& table, std::size_t row) {
  const OptionRow& option = *table.rows()[row];
  if (!option.default_text.empty()) return std::string(option.default_text);
  return option.target.print(Settings());
}

std::string type_of(const OptionTable& table, std::size_t row) {
  const OptionRow& option = *table.rows()[row];
  return option.type.empty() ? option.target.type() : std::string(option.type);
}

}  // namespace lint::config
