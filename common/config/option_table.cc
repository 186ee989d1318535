#include "common/config/option_table.h"

#include <algorithm>
#include <set>
#include <utility>

namespace common::config {

struct OptionIndex::Walk {
  Assignments found;
  std::set<std::size_t> rows;  // Those in `found`.
  bool is_aliased = false;     // Below a key of the top level that is an alias.
};

OptionIndex::OptionIndex(std::vector<const OptionInfo*> rows, std::string_view alias_table)
    : rows_(std::move(rows)), alias_prefix_(std::string(alias_table) + '.') {}

std::size_t OptionIndex::find(std::string_view key) const {
  const auto found = std::ranges::lower_bound(rows_, key, {}, &OptionInfo::key);
  return found != rows_.end() && (*found)->key == key
             ? static_cast<std::size_t>(found - rows_.begin())
             : rows_.size();
}

bool OptionIndex::is_table(std::string_view key) const {
  const std::string prefix = std::string(key) + '.';
  const auto found = std::ranges::lower_bound(rows_, prefix, {}, &OptionInfo::key);
  return found != rows_.end() && (*found)->key.starts_with(prefix);
}

std::vector<std::string_view> OptionIndex::names_in(std::string_view table) const {
  const std::string prefix = table.empty() ? std::string() : std::string(table) + '.';
  std::vector<std::string_view> names;
  for (const OptionInfo* row : rows_) {
    if (!row->key.starts_with(prefix)) continue;
    std::string_view name = row->key.substr(prefix.size());
    name = name.substr(0, name.find('.'));
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

// Does the key, less the alias table, stand for options that allow it?
bool OptionIndex::has_alias(std::string_view key) const {
  const auto stands_for = [&](const OptionInfo* row) {
    if (row->is_only_in_table || !row->key.starts_with(alias_prefix_)) return false;
    const std::string_view rest = row->key.substr(alias_prefix_.size());
    return rest.starts_with(key) && (rest.size() == key.size() || rest[key.size()] == '.');
  };
  return std::ranges::any_of(rows_, stands_for);
}

Read<void> OptionIndex::collect(const Value& table, const std::string& prefix, Walk& walk) const {
  for (const Member& member : table.members) {
    std::string key = prefix.empty() ? member.name : prefix + '.' + member.name;
    // A quoted key with a dot in it is no path.
    if (member.name.find('.') != std::string::npos) key.clear();
    if (auto collected = collect_member(member, key, walk); !collected) return collected;
  }
  return {};
}

Read<void> OptionIndex::collect_member(const Member& member, const std::string& key,
                                       Walk& walk) const {
  if (const std::size_t row = find(key);
      row < rows_.size() && (!walk.is_aliased || !rows_[row]->is_only_in_table)) {
    if (walk.rows.insert(row).second) {
      walk.found.list.push_back({.row = row, .value = &member.value});
    }
    return {};
  }
  if (!key.empty() && is_table(key)) {
    if (member.value.kind != Kind::Table) return wrong_type(member.value, "a table of options");
    walk.found.tables.push_back(key);
    return collect(member.value, key, walk);
  }
  // A key with a dot in its name, or one of the top level, has no table.
  const std::size_t dot = std::min(key.rfind('.'), key.size());
  const bool is_at_top = dot == key.size();
  return unknown_key(member, names_in(is_at_top ? "" : key.substr(0, dot)), is_at_top);
}

Read<Assignments> OptionIndex::assignments(const Value& document) const {
  Walk walk;
  std::vector<const Member*> aliased;
  for (const Member& member : document.members) {
    const bool is_key = find(member.name) < rows_.size() || is_table(member.name);
    if (!is_key && has_alias(member.name)) {
      aliased.push_back(&member);
      walk.found.aliased.push_back(member.name);
      continue;
    }
    const std::string key = member.name.find('.') == std::string::npos ? member.name : "";
    if (auto collected = collect_member(member, key, walk); !collected) {
      return std::unexpected(std::move(collected).error());
    }
  }
  // Last, so that what is set at its place comes first and wins.
  walk.is_aliased = true;
  for (const Member* member : aliased) {
    if (auto collected = collect_member(*member, alias_prefix_ + member->name, walk); !collected) {
      return std::unexpected(std::move(collected).error());
    }
  }
  return std::move(walk.found);
}

}  // namespace common::config
