// Puts an ImportSet in order.
//
// All that decides is written into the rows first, so that one stable sort over
// the statements and one over the members suffice, and neither is needed if the
// rows are in order already.
#include "lint/imports/sorting.h"

#include <algorithm>
#include <compare>
#include <vector>

#include "common/text/letter_case.h"
#include "common/text/utf8.h"
#include "common/text/width.h"
#include "lint/imports/natural_order.h"

namespace lint::imports {

namespace {

using config::ImportSection;
using config::ImportType;
using config::RelativeImportsOrder;

MemberType type_of(std::string_view name, const config::Isort& settings) {
  if (settings.constants.contains(name)) return MemberType::Constant;
  if (settings.classes.contains(name)) return MemberType::Class;
  if (settings.variables.contains(name)) return MemberType::Variable;
  if (name.size() > 1 && common::is_cased_uppercase(name)) return MemberType::Constant;
  std::size_t at = 0;
  return !name.empty() && common::is_uppercase(common::next_code_point(name, at))
             ? MemberType::Class
             : MemberType::Variable;
}

std::weak_ordering compare_names(std::string_view left, std::string_view right,
                                 bool is_case_sensitive) {
  if (left == right) return std::weak_ordering::equivalent;
  if (!is_case_sensitive) {
    const std::weak_ordering order = natural_compare_lowercase(left, right);
    if (order != 0) return order;
  }
  return natural_compare(left, right);
}

// What both comparisons of rows need; `order != 0` decides.
class Comparator {
 public:
  Comparator(const ImportSet& set, const config::Isort& settings)
      : set_(set), settings_(settings) {}

  std::weak_ordering members(const Member& left, const Member& right) const {
    if (left.is_star() != right.is_star()) return right.is_star() <=> left.is_star();
    if (left.type != right.type) return left.type <=> right.type;
    if (left.length != right.length) return left.length <=> right.length;
    const auto order = compare_names(left.name, right.name, settings_.case_sensitive);
    return order != 0 ? order : natural_compare(left.as_name, right.as_name);
  }

  std::weak_ordering statements(const ImportStatement& left, const ImportStatement& right) const {
    if (left.separate != right.separate) return left.separate <=> right.separate;
    if (left.section != right.section) return left.section <=> right.section;
    if (left.group != right.group) return left.group <=> right.group;
    if (left.is_forced_to_top != right.is_forced_to_top) {
      return right.is_forced_to_top <=> left.is_forced_to_top;
    }
    if (left.length != right.length) return left.length <=> right.length;
    if (left.level != right.level) return levels(left.level, right.level);
    std::weak_ordering order = compare_names(left.module, right.module, settings_.case_sensitive);
    if (order != 0) return order;
    order = first_members(left, right);
    if (order != 0) return order;
    order = natural_compare(left.as_name, right.as_name);
    return order != 0 ? order : left.first_seen <=> right.first_seen;
  }

 private:
  // Relative imports come first.
  std::weak_ordering levels(std::uint32_t left, std::uint32_t right) const {
    if (left == 0 || right == 0) return right <=> left;
    const bool is_closest_first =
        settings_.relative_imports_order == RelativeImportsOrder::ClosestToFurthest;
    return is_closest_first ? left <=> right : right <=> left;
  }

  std::weak_ordering first_members(const ImportStatement& left,
                                   const ImportStatement& right) const {
    if (!left.is_from() || !right.is_from()) return left.is_from() <=> right.is_from();
    return members(set_.members[left.first_member], set_.members[right.first_member]);
  }

  const ImportSet& set_;
  const config::Isort& settings_;
};

void sort_members(ImportSet& set, const config::Isort& settings) {
  for (Member& member : set.members) {
    if (settings.order_by_type) member.type = type_of(member.name, settings);
    if (settings.length_sort) member.length = common::display_width(member.name);
  }
  const Comparator compare(set, settings);
  const auto before = [&](const Member& left, const Member& right) {
    if (left.owner != right.owner) return left.owner < right.owner;
    return compare.members(left, right) < 0;
  };
  if (!std::ranges::is_sorted(set.members, before)) {
    std::ranges::stable_sort(set.members, before);
  }
  for (std::uint32_t i = 0; i < set.members.size(); ++i) {
    ImportStatement& owner = set.statements[set.members[i].owner];
    if (i == 0 || set.members[i - 1].owner != set.members[i].owner) owner.first_member = i;
    owner.last_member = i;
  }
}

// The place of straight, from and lazy imports in their section.
std::uint32_t group_of(const ImportStatement& statement, const ImportSection& section,
                       const config::Isort& settings) {
  const bool is_future = section.is_builtin() && section.type == ImportType::Future;
  if (settings.force_sort_within_sections && !is_future) return statement.is_lazy;
  const bool is_second = statement.is_from() != (settings.from_first || is_future);
  return (statement.is_lazy ? 2u : 0u) + is_second;
}

class PlaceFinder {
 public:
  PlaceFinder(const config::Isort& settings, const Categorizer& categorizer)
      : settings_(settings), categorizer_(categorizer) {}

  void place(ImportStatement& statement) const {
    statement.separate = separate_of(statement);
    statement.section = categorizer_.section_index_of(statement.module, statement.level > 0);
    const ImportSection& section = statement.section < settings_.section_order.size()
                                       ? settings_.section_order[statement.section]
                                       : settings_.default_section;
    statement.group = group_of(statement, section, settings_);
    statement.is_forced_to_top =
        !statement.module.empty() && settings_.force_to_top.contains(statement.module);
    const bool has_length =
        settings_.length_sort || (settings_.length_sort_straight && !statement.is_from());
    statement.length = has_length ? common::display_width(statement.module) + statement.level : 0;
  }

 private:
  // Which of forced-separate begins the module's first component, counted from 1.
  std::uint32_t separate_of(const ImportStatement& statement) const {
    const std::string_view base = statement.level > 0
                                      ? std::string_view()
                                      : statement.module.substr(0, statement.module.find('.'));
    for (std::uint32_t i = 0; i < settings_.forced_separate.size(); ++i) {
      if (base.starts_with(settings_.forced_separate[i])) return i + 1;
    }
    return 0;
  }

  const config::Isort& settings_;
  const Categorizer& categorizer_;
};

}  // namespace

void sort_imports(ImportSet& set, const config::Isort& settings, const Categorizer& categorizer) {
  sort_members(set, settings);
  const PlaceFinder finder(settings, categorizer);
  for (ImportStatement& statement : set.statements) finder.place(statement);
  const Comparator compare(set, settings);
  const auto before = [&](const ImportStatement& left, const ImportStatement& right) {
    return compare.statements(left, right) < 0;
  };
  if (!std::ranges::is_sorted(set.statements, before)) {
    std::ranges::stable_sort(set.statements, before);
  }
}

}  // namespace lint::imports
