// What settings are that depend on several options: defaults taken from another
// option, lists put together, rules resolved, contradictions found.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/config/option_table.h"
#include "lint/config/settings.h"
#include "lint/registry/selector.h"

namespace lint::config {

// Which options layers have set.
class SetOptions {
 public:
  void add(const common::config::Assignments& assignments);
  // `key` must be that of an option.
  bool has(std::string_view key) const;
  bool has_table(std::string_view key) const { return tables_.contains(key); }

 private:
  std::set<std::size_t> rows_;
  std::set<std::string, std::less<>> tables_;
};

common::Result<void> finish_settings(const SetOptions& set, Settings& settings, Warnings& warnings);

// The part about import sorting (finish_isort.cc).
void finish_isort(const SetOptions& set, Isort& isort, Warnings& warnings);

}  // namespace lint::config
