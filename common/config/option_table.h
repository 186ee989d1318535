// The rows of an option table as a whole: which keys there are, and which of
// them a configuration sets.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/option.h"
#include "common/config/value.h"

namespace common::config {

// A value for an option.
struct Assignment {
  std::size_t row;     // Index into the table.
  const Value* value;  // In the document.
};

struct Assignments {
  std::vector<Assignment> list;  // In the order of the document.
  // Tables that the document has, with or without options in them.
  std::vector<std::string> tables;
  // First parts of keys at the top level that belong below the alias table.
  std::vector<std::string> aliased;
};

class OptionIndex {
 public:
  // `rows` sorted by key.  What is in `alias_table` counts at the top level too.
  OptionIndex(std::vector<const OptionInfo*> rows, std::string_view alias_table);

  const std::vector<const OptionInfo*>& rows() const { return rows_; }
  // Size of rows(): there is none.
  std::size_t find(std::string_view key) const;
  bool is_table(std::string_view key) const;
  // The names that may follow "`table`." (or start a key, for an empty table).
  std::vector<std::string_view> names_in(std::string_view table) const;

  // Which options a document sets.  Refuses keys that are not there.  What is
  // set both at its place and by its alias, is set at its place.
  Read<Assignments> assignments(const Value& document) const;

 private:
  struct Walk;
  Read<void> collect(const Value& table, const std::string& prefix, Walk& walk) const;
  Read<void> collect_member(const Member& member, const std::string& key, Walk& walk) const;
  bool has_alias(std::string_view key) const;

  std::vector<const OptionInfo*> rows_;
  std::string alias_prefix_;  // "lint."
};

// Rows with their targets.
template <typename Settings>
class OptionTable {
 public:
  OptionTable(std::vector<const OptionRow<Settings>*> rows, std::string_view alias_table)
      : rows_(sorted(std::move(rows))), index_(infos(rows_), alias_table) {}

  const OptionIndex& index() const { return index_; }
  const std::vector<const OptionRow<Settings>*>& rows() const { return rows_; }

  Read<void> apply(const Assignments& assignments, const ReadContext& context,
                   Settings& settings) const {
    for (const Assignment& assignment : assignments.list) {
      auto read = rows_[assignment.row]->target.read(settings, *assignment.value, context);
      if (!read) return read;
    }
    return {};
  }

 private:
  static std::vector<const OptionRow<Settings>*> sorted(
      std::vector<const OptionRow<Settings>*> rows) {
    std::ranges::sort(rows, {}, [](const auto* row) { return row->key; });
    return rows;
  }
  static std::vector<const OptionInfo*> infos(const std::vector<const OptionRow<Settings>*>& rows) {
    return {rows.begin(), rows.end()};
  }

  std::vector<const OptionRow<Settings>*> rows_;
  OptionIndex index_;
};

}  // namespace common::config
