#include "search/printer/replacement_template.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace search {

using common::regex::Span;

namespace {

struct GroupReference {
  std::string_view name;
  std::size_t size = 0;  // Of the reference in the template, "$" included.
};

bool is_name_byte(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '_';
}

// The reference that begins `text`, which begins with '$'.
std::optional<GroupReference> read_reference(std::string_view text) {
  const bool braced = text.size() > 1 && text[1] == '{';
  const std::size_t start = braced ? 2 : 1;
  std::size_t end = start;
  while (end < text.size() && is_name_byte(text[end])) ++end;
  if (end == start) return std::nullopt;
  if (braced && (end == text.size() || text[end] != '}')) return std::nullopt;
  return GroupReference{text.substr(start, end - start), braced ? end + 1 : end};
}

// Digits that fit 32 bits name a group by number, all else by name.
std::optional<std::size_t> find_group(std::string_view name,
                                      const std::vector<std::string>& capture_names) {
  std::uint32_t number = 0;
  const char* end = name.data() + name.size();
  const auto [stop, fault] = std::from_chars(name.data(), end, number);
  if (fault == std::errc() && stop == end) {
    if (number < capture_names.size()) return number;
    return std::nullopt;
  }
  const auto found = std::ranges::find(capture_names, name);
  if (found == capture_names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - capture_names.begin());
}

}  // namespace

ReplacementTemplate::ReplacementTemplate(std::string_view text,
                                         const std::vector<std::string>& capture_names) {
  std::string literal;
  while (!text.empty()) {
    const std::size_t dollar = std::min(text.find('$'), text.size());
    literal += text.substr(0, dollar);
    text.remove_prefix(dollar);
    if (text.empty()) break;
    const auto reference = read_reference(text);
    if (!reference) {  // "$$" is one dollar; so is one that begins nothing.
      literal += '$';
      text.remove_prefix(text.starts_with("$$") ? 2 : 1);
      continue;
    }
    text.remove_prefix(reference->size);
    const auto group = find_group(reference->name, capture_names);
    if (!group) continue;
    uses_groups_ |= *group != 0;
    parts_.push_back({group, std::move(literal)});
    literal.clear();
  }
  if (!literal.empty()) parts_.push_back({std::nullopt, std::move(literal)});
}

void ReplacementTemplate::expand(std::string_view haystack,
                                 const std::vector<std::optional<Span>>& groups,
                                 std::string& out) const {
  for (const Part& part : parts_) {
    out += part.text;
    if (!part.group || *part.group >= groups.size()) continue;
    const auto& group = groups[*part.group];
    if (group) out += haystack.substr(group->start, group->size());
  }
}

}  // namespace search
